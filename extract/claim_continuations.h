// Values that no word ties to a metric, or only one that says how high: what they go on with was said of the value
// before.
#pragma once

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// Whether the sum is what analysts had expected of the one before: "earned 412 million. Analysts had expected 455
// million".
bool IsExpected(const ClaimContext& context, const Binding& before, const Binding& own);

// "will cut 9,000 jobs, 5,000 of them in Peru": whether the value is a part of the one before it, which a rule counts
// as a kind of its own.
bool IsPart(const ClaimContext& context, const Binding& before, const Binding& own);

// "revenue rose 6%, to 73 billion, and net profit 23%": whether the change before it in its sentence shares its verb
// with the percentage, right before which stands what changes.
bool SharesVerb(const ClaimContext& context, const Binding& before, const Binding& own);

// Whether the sum is what the one before it is expected to come to, or came to at another time: "Revenue was 20
// billion. It raised its forecast for the full year to 85 billion", "In 2024 it was 19".
bool IsSameSum(const ClaimContext& context, const Binding& before, const Binding& own);

// Whether a mere percentage goes on with the rate before in its sentence, of another firm or as its base: "has a market
// share of 11.8 percent, Globex 21.5 percent", "11.8 percent against 12.4 percent a year ago"; or in the sentence
// before, where that is a share of a market or is levied: "Globex comes to 2 percent".
bool IsSameRate(const ClaimContext& context, const Binding& before, const Binding& own);

// Whether a percentage stands right behind a count, in brackets or by "or": "Acme sold 160,000 (4%)".
bool IsBesideCount(const ClaimContext& context, const Binding& own);

}  // namespace newsgraph::extract
