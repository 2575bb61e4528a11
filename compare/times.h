// Whether two claims hold for the same time.
#pragma once

#include <cstdint>

#include "compare/statement.h"

namespace newsgraph::compare {

enum class TimeRelation : std::uint8_t {
  kSame,
  kLoose,         // perhaps the same: unstated on a side, or periods that only overlap
  kFirstInside,   // the first claim's period is part of the second's
  kSecondInside,  // the reverse
  kApart,         // other periods, or a later state or plan
};

// Whether both were published within seven days: what is reported so close together is of one state.
bool AreOfOneWeek(const Statement& a, const Statement& b);

// Whether the metric has another value for another period: a share of a quarter is not that of its year, while a price
// or a stock of December is one of the year.
bool IsPerPeriod(const Statement& statement);

// Section 5 of docs/conflicts.md, for claims with one comparison key. Stocks and
// prices compare where they overlap, flows, changes and shares for equal periods;
// an unstated time is near the publication. Symmetric but for which lies inside.
TimeRelation RelateTimes(const Statement& a, const Statement& b);

}  // namespace newsgraph::compare
