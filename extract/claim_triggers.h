// The words of a sentence that announce what a value of it means.
#pragma once

#include <optional>

#include "extract/claim_context.h"
#include "extract/claim_frames.h"
#include "extract/document.h"
#include "model/claim.h"

namespace newsgraph::extract {

struct FoundTrigger {
  const ClaimFrame* frame;
  TokenRange tokens;  // of its first part
};

// The trigger that stands nearest to the value, by words, clauses and other values between them, and whose frame takes
// it; none where all stand too far off.
std::optional<FoundTrigger> NearestTrigger(const ClaimContext& context, const Sentence& sentence, ValueRef value);

}  // namespace newsgraph::extract
