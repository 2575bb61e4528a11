// How sure a claim is.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "model/claim.h"

namespace newsgraph::extract {

// Whether the value stands in a clause that "if" opens: nobody says that it is so.
bool IsSupposed(const ClaimContext& context, const Binding& binding);

// "Airbus forecast 870 deliveries", "Siemens rechnet mit Investitionen von": whether what is foretold is what one does,
// so that whoever expects it of itself plans it; `said`: it says so itself, else nobody does.
bool IsOfOwnDeed(const ClaimContext& context, const Binding& binding, bool said);

// Whether a verb in `range` of `sentence` is in the future by its ending: "venderá".
bool HasFutureVerb(const ClaimContext& context, const Sentence& sentence, TokenRange range);

struct StatusReading {
  ClaimStatus status = ClaimStatus::kActual;
  std::string rule;     // empty: nothing said otherwise
  bool future = false;  // said by a verb in the future: a plan of whom it is about, a forecast of others
};

// Where the claim's time is `over`, or its clause is in the past tense, a plan that stands before another figure is not
// this one's.
StatusReading FindStatus(const ClaimContext& context, const Binding& binding, bool over);

}  // namespace newsgraph::extract
