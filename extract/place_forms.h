// Places that no pack knows: by the word before them, and by their form.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// The names behind words for where something is, and the rest of a list of such: any behind those of `before_places`
// ("in Sampleton, where"), behind those of `before_towns` only what begins or ends as towns do ("in Bad Muster").
Mentions FindPlacesByForm(ArticleNames& article);

}  // namespace newsgraph::extract
