// Dates that cannot be: of no calendar, in the wrong order, planned in the past.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "31 February", "from 2027 to 2024".
std::vector<Finding> CheckDates(const Draft& draft);

// "will open in 2024" in a text of 2025: a word of planning and the date of what is
// planned stand in one clause, and the date was over when the text was published.
// Nothing for a text without publication time. What a plan's word says of the
// past ("soll 2024 ... haben") is left alone, and so are dates that belong to a
// noun ("will miss its 2024 target").
std::vector<Finding> CheckPlans(const Draft& draft);

}  // namespace newsgraph::compare
