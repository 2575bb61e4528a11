// The first paragraph against the rest of the text.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// A figure of the lead that the rest does not have, while a sentence that speaks of the
// same thing has it with a power of ten more or less, or with another digit. More must
// be the same than between headline and text: a lead says much that the rest does not.
std::vector<Finding> CheckLead(const Draft& draft);

}  // namespace newsgraph::compare
