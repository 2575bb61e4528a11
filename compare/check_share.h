// Shares of a whole.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "a market share of 120 percent": no share of a whole is over 100 percent. "60 percent
// ..., the remaining 45 percent", "41, 38 and 33 percent of the vote": nor are all shares
// of one together. Answers of a survey, of which many may be given, are left alone.
std::vector<Finding> CheckShares(const Draft& draft);

}  // namespace newsgraph::compare
