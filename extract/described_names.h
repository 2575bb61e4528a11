// Names that what stands behind them tells: a description, an age, a party.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// "Reva Sample, a trade lawyer", "Samplix, a Shanghai-based chipmaker", "Max Muster, Professor an": free words before
// a comma behind which a title, a role or a description stands that has nothing but plain words before it.
Mentions FindDescribed(ArticleNames& article);

// "Max Muster (48)", "Max Muster, 48,", "Max Muster (SPD)": people, of `most_words` names at most.
Mentions FindWithAgeOrParty(ArticleNames& article, std::uint32_t most_words);

// "Erika Muster (MUDI)": what stands in brackets behind a person is a party, a union or the like.
Mentions FindOfPeople(ArticleNames& article);

// "in Sampleton, Ohio": a town before what it lies in. Only for languages whose common nouns are small.
Mentions FindTowns(ArticleNames& article);

}  // namespace newsgraph::extract
