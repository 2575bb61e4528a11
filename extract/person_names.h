// People whom no pack names: by title, given name, or what they say.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// The people among the free words of `article` with given and family name. Where
// nouns are capitalised, too (`nouns_capitalised`), names have two words at most
// unless a title stands before them.
std::vector<Mention> FindPeople(ArticleNames& article, bool nouns_capitalised);

// Those with one name and a title: the accepted person of that name, else one of
// their own.
std::vector<Mention> FindTitled(ArticleNames& article);

// Later mentions of the accepted people by their last name alone.
std::vector<Mention> FindLastNames(ArticleNames& article);

}  // namespace newsgraph::extract
