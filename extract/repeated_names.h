// Later mentions of names that a cue told once.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// Free words that are, but for an "s" of the genitive, the name of an accepted entity that no pack
// knows: "Samplix" elsewhere than in "chipmaker Samplix", "Musterbau" for "Musterbau GmbH".
Mentions FindRepeated(ArticleNames& article);

}  // namespace newsgraph::extract
