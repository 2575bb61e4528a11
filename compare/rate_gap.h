// Two amounts in two currencies → how far they are from the rates of their time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "compare/draft.h"
#include "model/exchange_rates.h"

namespace newsgraph::compare {

struct RateGap {
  RateBand implied;  // what one of the first amount's currency costs, as the digits allow
  RateBand known;    // what it cost in the years that may be meant
  double off = 1;    // how far the two are apart, as a factor; 1 where they meet
  // The power of ten by which they would meet, if there is one.
  std::optional<int> lost_power;
  // Whether they would meet with the two currencies swapped.
  bool swapped = false;
};

// The rates of the year of publication and the year before it, and of years that the
// sentence names; of an undated text, of all years that are known. Bounds are not
// looked at; a few percent are allowed. Nothing where a rate is not known, and for
// sentences that name a year before the first that is.
std::optional<RateGap> GapOf(const Draft& draft, const Figure& a, const Figure& b, std::size_t sentence);

// "6,780,000,000 to 7,580,000,000": what `a` makes at the known rates.
std::string DescribeAmount(const Figure& a, const RateGap& gap);

// A number to three digits, grouped.
std::string ToThreeDigits(double number);

}  // namespace newsgraph::compare
