// Single names that only what they do tells: "Samplix announced", "said Sample".
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// Names of a word or two that begin a clause, or stand behind a verb, where the verb is one of those that tell what
// acts. People and firms that the article names more fully must be accepted before.
Mentions FindActing(ArticleNames& article);

}  // namespace newsgraph::extract
