// Why two claims disagree, in a line that a person understands.
#pragma once

#include <string>
#include <string_view>

#include "compare/judgement.h"
#include "compare/statement.h"
#include "compare/verdict.h"

namespace newsgraph::compare {

// "4,160", "0.5": grouped by thousands, whatever the language of the article.
std::string Grouped(const Decimal& value);

// "from 4,150 to 4,250", "over 5,500", "4,160".
std::string Describe(const Interval& interval);

// One side: the value as written, its intervals and where it stands.
std::string Describe(const Statement& statement);

// "X against Y: the words exclude each other (place stated on one side only)".
// `reason` says what separates the values.
std::string Explain(const Statement& a, const Statement& b, std::string_view reason, const Doubts& doubts);
std::string Explain(const Statement& a, const Statement& b, const Judgement& judgement);

}  // namespace newsgraph::compare
