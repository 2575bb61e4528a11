// What a figure counts, prices or measures.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"
#include "model/claim.h"

namespace newsgraph::extract {

// An entity's id, a concept, a concept with its maker ("Nvidia chip"); empty where
// the text does not say.
std::string FindObject(const ClaimContext& context, const Binding& binding, const Subject& subject);

// "Outside China it sold 300,000 cars", "all'estero": what a firm counts abroad is another thing than all of it.
Claim Abroad(const ClaimContext& context, const Binding& binding, Claim claim);

}  // namespace newsgraph::extract
