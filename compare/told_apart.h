// Values that an article tells apart, which others only repeat.
#pragma once

#include <vector>

#include "compare/statement.h"
#include "model/catalogue.h"

namespace newsgraph::compare {

// Whether two claims that disagree are of two things by what their own articles say besides: one that says several
// values in one voice ("11 million, and 1.8 million in China") speaks of several things. So they are where each article
// says the other's value itself, where something is in doubt also where one does; and where one says a value that is
// nearer to the other's, no less surely of the same thing, and that the other does not say, too. The same digits a
// power of ten apart, or two of them changed, are near enough. `with_a` are all claims of a's article under the key,
// `with_b` those of b's; they may hold a and b themselves, and must where there are others. Symmetric.
bool AreToldApart(bool in_doubt, const Statement& a, const std::vector<const Statement*>& with_a, const Statement& b,
                  const std::vector<const Statement*>& with_b, const Catalogue& catalogue);

}  // namespace newsgraph::compare
