// Whether two claims stand in one sentence that was taken over.
#pragma once

#include <string_view>

#include "compare/statement.h"

namespace newsgraph::compare {

// Whether two sentences are one, but for a single place where they may differ. False for sentences too short to tell.
bool AreOneSentence(std::string_view a, std::string_view b);

// Whether the sentences of two articles are one, but for a single place where they may differ: one was taken from the
// other, or both from a third. Then what neither states was meant alike, and digits that fall twice did not do so by
// chance. False within one article.
bool AreOneSentence(const Statement& a, const Statement& b);

}  // namespace newsgraph::compare
