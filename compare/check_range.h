// Values against what is possible.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "120 million data centers": a count of a thing or a sum beyond the most that the
// packs' `ranges` think possible. All figures of one thing are one finding.
std::vector<Finding> CheckRanges(const Draft& draft);

}  // namespace newsgraph::compare
