// The headline's figures against the text's.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// A figure of the headline that the text does not repeat, where the text says
// something else of the same thing: with a power of ten lost or a digit changed, or
// in a sentence that speaks of all that the headline does. A bound that is turned
// round ("nearly" for "more than") is a warning, one that is dropped a note.
std::vector<Finding> CheckHeadline(const Draft& draft);

}  // namespace newsgraph::compare
