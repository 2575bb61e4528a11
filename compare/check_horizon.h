// A headline with another time than the text.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "plant to open by 2026" over a text in which it opens in 2027: the text has no date
// that meets the headline's, and a sentence on the same thing names another time. Only
// of times that are still to come; past ones are told side by side. "By 2027" over
// "from 2027" is a note.
std::vector<Finding> CheckHorizons(const Draft& draft);

}  // namespace newsgraph::compare
