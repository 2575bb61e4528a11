// One statement with two values.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// Two sentences that name the same things and dates in mostly the same words, and
// whose figures are the same but for one, where they exclude each other. And two
// figures of one unit and the same digits, one a thousand times the other.
std::vector<Finding> CheckRepeats(const Draft& draft);

}  // namespace newsgraph::compare
