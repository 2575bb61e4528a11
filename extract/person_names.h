// People whom no pack names: by title, given name, or what they say.
#pragma once

#include <vector>

#include "extract/article_names.h"
#include "extract/name_runs.h"

namespace newsgraph::extract {

// Whether `run` may be a given and a family name by its looks.
bool LookLikePerson(const ArticleNames& article, const NameRun& run);

// The people among the free words of `article` with given and family name. Names
// have `most_words` at most unless a title or two given names tell more.
Mentions FindPeople(ArticleNames& article, std::uint32_t most_words);

// Those with one name and a title: the accepted person of that name, else one of
// their own.
Mentions FindTitled(ArticleNames& article);

// Later mentions of the accepted people by their last name alone.
Mentions FindLastNames(ArticleNames& article);

}  // namespace newsgraph::extract
