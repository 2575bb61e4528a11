// What a claim may leave unsaid because one before it has said it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "model/claim.h"
#include "model/figure.h"

namespace newsgraph::extract {

// The last paragraph of the lead: behind headline and dateline.
inline constexpr std::uint32_t kLead = 2;

struct BoundClaim {
  Binding binding;
  Claim claim;
};

// What was said before that a claim may be of, too; each may be null.
struct SaidBefore {
  const BoundClaim* last;    // the paragraph's claim before of a figure of the kind and of the metric
  const Claim* things;       // its last count
  const std::string* goods;  // what the text last counted of the subject
};

// The object of `claim`, of which `said` may say what it leaves unsaid itself.
std::string ObjectGoingOn(const ClaimContext& context, const Binding& binding, const Claim& claim, SaidBefore said);

// Whether both are of one thing or of kinds of one: claims of another thing have another time, robots in 2050, firms
// today. What names no thing is of any.
bool AreOfOneKind(const ClaimContext& context, const Claim& a, const Claim& b);

// Whether what was counted of `subject` is what a claim of it is of: the price of one who sells robots is that of a
// robot.
bool IsCarriedTo(const ClaimContext& context, const std::string& metric, const std::string& subject);

// Whether it counts goods that change hands.
bool IsDeal(const ClaimContext& context, const BoundClaim& said);

// Whether a firm is named there, and not only by what it makes or by a word for it.
bool NamesFirm(const ClaimContext& context, const Sentence& sentence);

// Whether a house that counts what others do may have counted it: not what something costs.
bool MayBeCounted(const ClaimContext& context, const Binding& binding, const Claim& claim);

// Whether it happens in periods, or is a rate of what does: a period that the text has named goes on holding for it.
bool IsOfPeriod(const ClaimContext& context, const std::string& metric);

}  // namespace newsgraph::extract
