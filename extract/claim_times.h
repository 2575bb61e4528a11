// When a claim holds.
#pragma once

#include <optional>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_sources.h"
#include "model/claim.h"

namespace newsgraph::extract {

struct TimeReading {
  std::optional<DateInterval> interval;  // nothing where the sentence names none
  bool now = false;                      // the sentence says that it is so today
  bool behind_plan = false;  // comes of what a clause before it says will be: "will open in 2027 and employ"
  bool beside = false;       // stands right behind the value: "1.8 billion a year ago"
  bool back = false;         // goes back from another date of the text: "a year earlier"
};

// The date that the claim's clause names, else its sentence.
// A date that a comparison is made with, or on which one of `sources` spoke, is not
// the claim's, nor is that of another plan ("employs 500 and will open a plant in 2027") of what holds at a time; of
// the base of a comparison (`base`) only one right beside it is. What a clause in the past tense says of a quarter or
// month without a year that would lie ahead of `published`, it says of the year before. Two years that "and" joins are
// one time; what flows since some day has done so up to `published`.
TimeReading FindTime(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources,
                     std::optional<Day> published, bool base = false);

// The same days a year earlier.
DateInterval YearBefore(const DateInterval& interval);
// The same of a whole year that has begun; nothing of any other time.
std::optional<DateInterval> WholeYearBefore(const std::optional<DateInterval>& of, std::optional<Day> published);

// What a value that was compared with one of the time `of` holds for: where `base` is a year and `of` a shorter part of
// the next, the same part of that year ("fell in the second quarter to 780 million from 1.8 billion a year ago").
DateInterval LikeForLike(const DateInterval& base, const std::optional<DateInterval>& of);

// Whether `tokens` are what a comparison is made with: "against 575,000 in 2024".
bool IsCompared(const ClaimContext& context, TokenRange tokens);
// The same, said by a word right behind them, which leaves no doubt: "2024년보다".
bool IsComparedBehind(const ClaimContext& context, TokenRange tokens);

}  // namespace newsgraph::extract
