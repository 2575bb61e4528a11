// Two claims of one number → whether it is said of two things.
#pragma once

#include <optional>

#include "compare/judgement.h"
#include "compare/statement.h"

namespace newsgraph::compare {

// The kinds `unit`, `status`, `object`, `place`, `scope` and `time` of section 9 of docs/conflicts.md:
// subject, metric and number are equal, and exactly one facet is stated otherwise. So long as the number
// is one that hardly falls twice by chance, one of the two was copied wrong. Symmetric. Both must
// share a number key.
std::optional<Judgement> JudgeSameNumber(const Statement& a, const Statement& b, const Catalogue& catalogue);

}  // namespace newsgraph::compare
