// Two claims of one number, slipped in one of them → whether it is said of one thing.
#pragma once

#include <optional>

#include "compare/judgement.h"
#include "compare/statement.h"
#include "model/catalogue.h"

namespace newsgraph::compare {

// "$16.4 billion" and "$14.6 billion", "130,000" and "13,000" of one subject and metric within a week: digits that
// change places or lose a power of ten hardly do so by chance, so that claims are of one thing though the gate is not
// sure of it, as where one of them does not say where. Section 9 of docs/conflicts.md has how many digits that takes.
// `soft` at most, and symmetric. Both claims must have the same comparison key.
std::optional<Judgement> JudgeSlippedNumber(const Statement& a, const Statement& b, const Catalogue& catalogue);

}  // namespace newsgraph::compare
