// Shares of a whole.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "a market share of 120 percent": no share of a whole is over 100 percent.
std::vector<Finding> CheckShares(const Draft& draft);

}  // namespace newsgraph::compare
