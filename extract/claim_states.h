// Which state a subject speaks for or is a part of.
#pragma once

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"

namespace newsgraph::extract {

// A capital that decides something is the state that it speaks for, a ministry its
// government; and what is counted in a region is its country's, if the text names that.
Subject OfState(const ClaimContext& context, const Binding& binding, Subject subject);

// Whether the value is a sum that is charged: a fine, a fee, a loss.
bool IsFine(const ClaimContext& context, const Binding& binding);

// "fined Acme", "グーグルに対し課徴金": whether a sum is charged to `participant`, where no other firm may have paid
// it.
bool IsCharged(const ClaimContext& context, const Binding& binding, const Participant& participant);

// The government, ministry or capital that the text last named before `token`: who
// forbids and allows where a sentence names nobody; empty if there is none.
std::string StateBefore(const ClaimContext& context, std::uint32_t token);

}  // namespace newsgraph::extract
