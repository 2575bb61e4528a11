// Names that are also common words, or another thing's: what shows that they
// are names here.
#pragma once

#include "extract/article_names.h"

namespace newsgraph::extract {

// Whether `name` is a single word behind a given name: "Goldman" in "Rob Goldman". Countries never are, unless their
// name is weak: a sentence may put any name before them.
bool IsLastName(const ArticleNames& article, const ArticleNames::KnownName& name);

// Whether a word right beside `name` tells that it is a thing of its type:
// "chipmaker", "model", "公司".
bool IsTold(const ArticleNames& article, const ArticleNames::KnownName& name);

// Whether the article gives evidence for the weak name `name`: its entity, maker
// or whole is mentioned, a word beside it tells its type, it stands in a list
// with its like, or it is capitalised where a common word would not be
// (`nouns_capitalised`: where every noun is).
bool IsEvident(const ArticleNames& article, const ArticleNames::KnownName& name, bool nouns_capitalised);

}  // namespace newsgraph::extract
