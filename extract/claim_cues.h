// When a claim holds, and how sure it is.
#pragma once

#include <optional>
#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_sources.h"
#include "model/claim.h"

namespace newsgraph::extract {

// The date that the claim's clause names, else its sentence; nothing if neither.
// A date that a comparison is made with, or on which one of `sources` spoke, is not
// the claim's; of the base of a comparison (`base`) only one right beside it is. What a clause in the past tense says
// of a quarter or month without a year that would lie ahead of `published`, it says of the year before.
std::optional<DateInterval> FindTime(const ClaimContext& context, const Binding& binding,
                                     const std::vector<Source>& sources, std::optional<Day> published,
                                     bool base = false);

// The same days a year earlier.
DateInterval YearBefore(const DateInterval& interval);
// The same of a whole year that has begun; nothing of any other time.
std::optional<DateInterval> WholeYearBefore(const std::optional<DateInterval>& of, std::optional<Day> published);

// Whether `tokens` are what a comparison is made with: "against 575,000 in 2024".
bool IsCompared(const ClaimContext& context, TokenRange tokens);
// The same, said by a word right behind them, which leaves no doubt: "2024년보다".
bool IsComparedBehind(const ClaimContext& context, TokenRange tokens);

// Whether the value stands in a clause that "if" opens: nobody says that it is so.
bool IsSupposed(const ClaimContext& context, const Binding& binding);

struct StatusReading {
  ClaimStatus status = ClaimStatus::kActual;
  std::string rule;     // empty: nothing said otherwise
  bool future = false;  // said by a verb in the future: a plan of whom it is about, a forecast of others
};

// Where the claim's time is `over`, or its clause is in the past tense, a plan that stands before another figure is not
// this one's.
StatusReading FindStatus(const ClaimContext& context, const Binding& binding, bool over);

}  // namespace newsgraph::extract
