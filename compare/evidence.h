// An article's claims, as they are compared.
#pragma once

#include <vector>

#include "model/article.h"
#include "model/conflict.h"
#include "model/extraction.h"

namespace newsgraph::compare {

// One for each claim, in their order, of revision 0: of an article that no graph has stored. The
// extraction must be one of the article.
std::vector<Evidence> EvidenceOf(const Article& article, const Extraction& extraction);

}  // namespace newsgraph::compare
