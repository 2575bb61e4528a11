// Names in scripts without capitals that no pack knows.
#pragma once

#include <vector>

#include "extract/article_names.h"

namespace newsgraph::extract {

// "김수종 대표", "イバン・サンプル社長": a name before a title that is written with its family name first in one word,
// or in parts with a dot between them; and the same name elsewhere.
Mentions FindUncasedPeople(ArticleNames& article);

// "株式会社サンプレックス", "自動車メーカーのサンプレックス", "샘플중공업": firms of katakana beside a legal form or a
// role, and words that end as firms do.
Mentions FindUncasedFirms(ArticleNames& article);

}  // namespace newsgraph::extract
