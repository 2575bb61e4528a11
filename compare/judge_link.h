// A plan or forecast and another claim → what the one came to by the other.
#pragma once

#include <optional>
#include <string_view>

#include "compare/statement.h"
#include "model/catalogue.h"
#include "model/link.h"

namespace newsgraph::compare {

// Section "Links" of docs/conflicts.md: whether `outcome` tells that the plan `expectation` was met, missed or
// exceeded, that there is less than it needs, or that who made it says something else later. Nothing where anything of
// it is in doubt, and never for two claims that Compare() finds to disagree.
std::optional<LinkKind> JudgeLink(const Statement& expectation, const Statement& outcome, const Catalogue& catalogue);

// What the kind means, as the end of a sentence about both.
std::string_view ReasonOf(LinkKind kind);

}  // namespace newsgraph::compare
