// Bylines → names.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/page/page_words.h"

namespace newsgraph::ingest {

// The names in bylines such as "By Erika Muster and Max Muster | 5 January": without
// words before them, addresses, and what follows the name. Each once, in order;
// the publisher only where nobody else is named.
std::vector<std::string> AuthorNames(std::span<const std::string> bylines, std::string_view publisher,
                                     const PageWords& words);

}  // namespace newsgraph::ingest
