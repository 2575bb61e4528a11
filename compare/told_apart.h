// Values that an article tells apart, which others only repeat.
#pragma once

#include <vector>

#include "compare/statement.h"
#include "model/catalogue.h"

namespace newsgraph::compare {

// Whether two claims that disagree are of two things by what their own articles say besides: one that
// says several values in one voice ("11 million, and 1.8 million in China") speaks of several things, of which at most
// the one nearest to the other's value is the other's; what both say, digit for digit but for a power of ten, is near
// enough. Where something is in doubt, one article that says the other's value itself is enough; else each must.
// `with_a` are all claims of a's article under the key, `with_b` those of b's; they may hold a and b themselves, and
// must where there are others. Symmetric.
bool AreToldApart(bool in_doubt, const Statement& a, const std::vector<const Statement*>& with_a, const Statement& b,
                  const std::vector<const Statement*>& with_b, const Catalogue& catalogue);

}  // namespace newsgraph::compare
