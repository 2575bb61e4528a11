// Where a claim holds.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// Where; a place's id, or empty. What stands for the whole world is no place.
std::string FindPlace(const ClaimContext& context, const Binding& binding);

}  // namespace newsgraph::extract
