// Growth against the two values that it lies between.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "rose 26 percent from 4.0 to 5.6 billion": a sentence with two values of one
// unit, the earlier one after a word that says so, and one percentage or multiple
// beside them that fits neither their change nor their ratio.
std::vector<Finding> CheckGrowth(const Draft& draft);

}  // namespace newsgraph::compare
