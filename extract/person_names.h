// People whom no pack names: by title, given name, or what they say.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// The people among the free words of `article`.
std::vector<Mention> FindPeople(ArticleNames& article);

// Later mentions of the accepted people by their last name alone.
std::vector<Mention> FindLastNames(ArticleNames& article);

}  // namespace newsgraph::extract
