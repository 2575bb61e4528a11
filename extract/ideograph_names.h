// Names in Chinese characters that no pack knows, by their last characters or by the dot amid them.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// A few characters before a head that is their end ("星澜科技", "青溪县", "青葉電機"), and names of people with a dot
// ("穆罕默德·萨利赫"). Before and behind them stands a sign, the sentence's end, or a word that ends names.
Mentions FindByCharacters(ArticleNames& article);

}  // namespace newsgraph::extract
