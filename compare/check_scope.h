// A headline that says of a whole what the text says of a part.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "China builds 300 robots" over "Shanghai built 300 humanoid robots": the same number
// of a broader thing, or of what is named instead of its part. A note: headlines shorten.
std::vector<Finding> CheckScopes(const Draft& draft);

}  // namespace newsgraph::compare
