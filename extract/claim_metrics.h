// What a value measures after all, by what stands around its words.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "model/claim.h"

namespace newsgraph::extract {

// "revenue of 7 billion, up 5 percent": the change of the sum before it, where nothing else stands between; else the
// metric of `binding` as it is. `money` is bound to the claim `of_money`.
std::string MetricBehind(const ClaimContext& context, const Binding& binding, const Binding& money,
                         const Claim& of_money);

// "sales fell by 5 percent": whether the text says elsewhere what its sales come to in money, and counts nothing that
// is sold.
bool SellsForMoney(const ClaimContext& context);

// "12,000 robots a year" that somebody means to make, "50 GWh a year": what can be made in a period (`rate` of
// core/claims.yaml).
void TakeRate(const ClaimContext& context, Claim& claim);

// "leads the market with 24 percent": a share of what makes it a metric of its own (`shares` of core/claims.yaml).
// Takes the object, which says no more then.
void TakeShare(const ClaimContext& context, Claim& claim);

}  // namespace newsgraph::extract
