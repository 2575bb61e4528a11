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

// Section 5 of docs/conflicts.md. Stocks and rates compare where they overlap,
// flows and changes for equal periods; an unstated time is near the publication.
// Symmetric but for which one lies inside.
TimeRelation RelateTimes(const Statement& a, const Statement& b);

}  // namespace newsgraph::compare
