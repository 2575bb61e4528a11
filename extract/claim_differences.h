// Sums and counts that say by how much something changed.
#pragma once

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// "Revenue rose by 300 million to 5 billion": whether words before or behind the value (`rose_by`, `rose_by_behind`)
// say that it is what came to, or went from, the level that stands next; that is what its owner has, and this is not.
bool IsDifference(const ClaimContext& context, const Binding& binding);

}  // namespace newsgraph::extract
