// Names that what stands behind them tells: a description, an age, a party.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// "Reva Sample, a trade lawyer", "Samplix, a Shanghai-based chipmaker", "Max Muster, Professor an": free words before
// a comma behind which a title, a role or a description stands that has nothing but plain words before it.
std::vector<Mention> FindDescribed(ArticleNames& article);

// "Max Muster (48)", "Max Muster, 48,", "Max Muster (SPD)": people, of `most_words` names at most.
std::vector<Mention> FindWithAgeOrParty(ArticleNames& article, std::uint32_t most_words);

}  // namespace newsgraph::extract
