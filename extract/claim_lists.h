// Several owners in a row: "A, B and C".
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"
#include "extract/claim_sources.h"

namespace newsgraph::extract {

// Adds those of one type around participant `at` that share the value with `subject`: with commas between them, and a
// word like "und" at least once. The first named is the subject then.
void AddEnumerated(const ClaimContext& context, std::span<const Participant> participants, std::size_t at,
                   const std::vector<Source>& sources, Subject& subject);

// "A and B sold 5 and 7 cars, respectively": leaves the subject alone whose the value is.
void TakeTurns(const ClaimContext& context, const Binding& binding, Subject& subject);

// "Such as Acme, Globex and Initech": whether participant `at` is one of a list of examples, and not the first of it.
bool IsListedExample(const ClaimContext& context, std::span<const Participant> participants, std::size_t at);

}  // namespace newsgraph::extract
