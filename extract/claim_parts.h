// The parts of a sentence between commas, and which of them a date opens.
#pragma once

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// The words around `tokens` up to the next commas and words between clauses.
TokenRange PartAround(const ClaimContext& context, const Sentence& sentence, TokenRange tokens);

// Whether a date opens the part behind a comma that holds the value: "…, in 2025 it was 20 billion".
bool OpensPartOf(const ClaimContext& context, const Binding& binding, TokenRange date);

// The same of a part behind the value's own, that holds another figure.
bool OpensPartBehind(const ClaimContext& context, const Binding& binding, TokenRange date);

}  // namespace newsgraph::extract
