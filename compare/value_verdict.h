// Two claims' values → whether both can be right.
#pragma once

#include "compare/statement.h"
#include "compare/verdict.h"

namespace newsgraph::compare {

// Judges figures of one dimension, a growth and its multiple among them, or two dates.
Verdict JudgeValues(const Statement& a, const Statement& b);

}  // namespace newsgraph::compare
