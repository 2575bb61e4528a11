// Totals against what they are made of.
#pragma once

#include <vector>

#include "compare/draft.h"

namespace newsgraph::compare {

// "5,000 from Acme and 4,200 from Globex, together 9,800": the total stands by a
// word that says it is of all that the sentence names, and all other amounts of
// the sentence are of its unit.
std::vector<Finding> CheckSums(const Draft& draft);

// "2 million chips at $27,000 each, a total of $5.4 billion": one number, one
// price by piece and one total in a sentence.
std::vector<Finding> CheckProducts(const Draft& draft);

}  // namespace newsgraph::compare
