// Two findings of a conflict → whether they are of one dispute.
#pragma once

#include <cstddef>
#include <vector>

#include "model/conflict.h"

namespace newsgraph::compare {

// How many sides of `a` say what a side of `b` says: one claim of each gives the same value with the same
// bound and unit, of the same time, object, place and status, whichever article it is in. No side is counted
// twice. For sides found under one comparison key.
std::size_t SidesInCommon(const std::vector<ConflictSide>& a, const std::vector<ConflictSide>& b);

}  // namespace newsgraph::compare
