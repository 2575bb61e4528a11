// Parts against their whole.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "38 firms, of which 51 are Chinese": a part is counted in the same things as its
// whole, follows a word that says so, and must not exceed it; nor must several.
std::vector<Finding> CheckParts(const Draft& draft);

}  // namespace newsgraph::compare
