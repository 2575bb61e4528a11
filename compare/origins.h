// The claims of one side → how many sources of their own stand behind them.
#pragma once

#include <cstddef>
#include <vector>

#include "model/conflict.h"

namespace newsgraph::compare {

// Who is quoted is the origin, and not who quotes; whoever plans is the origin of the plan. What
// is left are the articles themselves: those of one publisher are one origin, and so is an article with its copies,
// whoever prints them.
std::size_t OriginCount(const std::vector<Evidence>& side);

}  // namespace newsgraph::compare
