// Plans for a time that is over.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "will open in 2024" in a text of 2025: a word of planning and the date of what is
// planned stand in one clause, and the date was over when the text was published;
// of a text without publication time, on a day of which it surely tells. What a
// plan's word says of the past ("soll 2024 ... haben") is left alone, and so are
// dates that belong to a noun ("will miss its 2024 target") and plans that the
// text itself gives up ("was to open in 2024").
std::vector<Finding> CheckPlans(const Draft& draft);

}  // namespace newsgraph::compare
