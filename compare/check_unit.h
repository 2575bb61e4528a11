// Measures in two units against the units' definitions.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "100 km (62 miles)": two measures of one quantity, the second in brackets, must
// be equal as far as their digits go. A difference of temperatures may be meant.
std::vector<Finding> CheckUnits(const Draft& draft);

}  // namespace newsgraph::compare
