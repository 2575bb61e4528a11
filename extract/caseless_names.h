// Names in scripts that part words by white space and have no capitals: Arabic, Devanagari and their like.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// Words of such scripts of which nothing else is known, beside words that tell what they are: given names, titles,
// roles, and heads that belong to the name. A word of `no_names` or `after_places` ends a name.
Mentions FindCaseless(ArticleNames& article);

}  // namespace newsgraph::extract
