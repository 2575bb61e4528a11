// Dates that cannot be: of no calendar, or in the wrong order.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "31 February", "from March 2027 to May 2024", "from 2027 to 2024".
std::vector<Finding> CheckDates(const Draft& draft);

}  // namespace newsgraph::compare
