// A conflict as a page that shows both texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/conflict.h"

namespace newsgraph::tools {

// What takes part in a conflict: an article as it stands, or one of two revisions of it that say different things.
struct ArticleVersion {
  Article article;
  std::uint32_t revision = 0;  // from 1, where the conflict is between revisions; else 0
};

// An HTML document under `heading` that needs nothing else: why the sides cannot both be right, each side's sentences,
// then every article whole, its claims' sentences marked and their values in bold. Text of articles is shown, never
// run.
std::string ProofPage(const Conflict& conflict, std::string_view heading, const std::vector<ArticleVersion>& articles);

}  // namespace newsgraph::tools
