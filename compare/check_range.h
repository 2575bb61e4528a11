// Values against what is possible.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "120 million data centers": a count of a thing or a sum beyond the most that the
// packs' `ranges` think possible; all figures of one thing are one finding. "The car maker built
// 300 million cars", "output fell by 140 percent": one beyond what a company can have in a metric, or
// the metric can be, a warning.
std::vector<Finding> CheckRanges(const Draft& draft);

}  // namespace newsgraph::compare
