// Claims → which sources of their own stand behind them, and how many.
#pragma once

#include <cstddef>
#include <vector>

#include "model/conflict.h"

namespace newsgraph::compare {

// Who is quoted is the origin, and not who quotes; whoever plans is the origin of the plan. What
// is left are the articles themselves: those of one publisher are one origin, and so is an article with its copies,
// whoever prints them.
std::size_t OriginCount(const std::vector<Evidence>& side);

// Whether one origin stands behind both: one prints it after the other, or both after a third.
bool ShareOrigin(const Evidence& a, const Evidence& b);

}  // namespace newsgraph::compare
