// A conflict as a page that shows both texts.
#pragma once

#include <string>
#include <vector>

#include "model/article.h"
#include "model/conflict.h"

namespace newsgraph::tools {

// An HTML document that needs nothing else: why the sides cannot both be right, each side's sentences, then
// every article whole, its claims' sentences marked and their values in bold. Text of articles is shown, never run.
std::string ProofPage(const Conflict& conflict, const std::vector<Article>& articles);

}  // namespace newsgraph::tools
