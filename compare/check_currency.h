// Amounts in two currencies against the rates of their time.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "5 billion yuan ($700 million)" implies a rate. One that the two currencies did
// not have in the year before publication, nor in a year that the sentence names,
// is raised: first it is tried whether a power of ten is lost (million, Milliarde,
// billion; 万, 億), then whether the two labels are swapped. Bounds are not looked
// at. A sentence that names a year before the table begins is left alone.
std::vector<Finding> CheckCurrencies(const Draft& draft);

}  // namespace newsgraph::compare
