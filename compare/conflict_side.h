// Claims of one side → what a conflict shows of them.
#pragma once

#include <cstddef>
#include <vector>

#include "model/conflict.h"

namespace newsgraph::compare {

// How many claims a side shows. Ten outlets that print a value tell what there is to tell; ten thousand are a number.
inline constexpr std::size_t kShownClaims = 20;

// `claims` are all of the side, in order of print.
ConflictSide MakeSide(std::vector<Evidence> claims);

}  // namespace newsgraph::compare
