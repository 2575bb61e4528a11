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

// Whether both are of one thing or of kinds of one: claims of another thing have another time, robots in 2050, firms
// today. What names no thing is of any.
bool AreOfOneKind(const ClaimContext& context, const Claim& a, const Claim& b);

// Whether what was counted of `subject` is what a claim of it is of: the price of one who sells robots is that of a
// robot.
bool IsCarriedTo(const ClaimContext& context, const std::string& metric, const std::string& subject);

// Whether `object` names no kind of thing: nothing, a counting word, a "project"; or where the text goes on with what
// it counted before, a word as "model".
bool SaysNoKind(const ClaimContext& context, const std::string& object, bool continued);

// Whether a claim of a value of `kind` may be of what was last counted of its subject: it names nothing, or only what
// is done with something ("870 deliveries").
bool LacksGoods(const ClaimContext& context, const Claim& claim, std::optional<FigureKind> kind);

// Whether a claim is of the things that the paragraph has counted, which `things` is of.
bool GoesOnOf(const ClaimContext& context, const Binding& binding, const Claim& claim, const Claim& things);

// "Capital expenditure was 20 billion" behind a sentence that says what a plant costs: of all that the firm builds, and
// not of what the claim before is of.
bool IsOfAll(const Binding& binding, const Claim& before);

// Whether it happens in periods, or is a rate of what does: a period that the text has named goes on holding for it.
bool IsOfPeriod(const ClaimContext& context, const std::string& metric);

}  // namespace newsgraph::extract
