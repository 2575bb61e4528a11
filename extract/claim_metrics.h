// What a value measures after all, by what stands around its words.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "model/claim.h"

namespace newsgraph::extract {

// "Umsatz wuchs um 26 Prozent": gives `binding` its frame's metric, or that of the growth of what its clause speaks
// of, or with `grows_as` what it is that grows.
void TakeChange(const ClaimContext& context, Binding& binding);

// "sales fell by 5 percent": whether the text says elsewhere what its sales come to in money, and counts nothing that
// is sold.
bool SellsForMoney(const ClaimContext& context);

// "12,000 robots a year" that somebody means to make, "50 GWh a year": what can be made in a period (`rate` of
// core/claims.yaml).
void TakeRate(const ClaimContext& context, Claim& claim);

// "revenue of 7 billion, up 5 percent": the change of the sum before it, where nothing else stands between; else
// `binding` stays as it is. `money` is bound to the claim `of_money`.
void TakeChangeBehind(const ClaimContext& context, const Binding& money, const Claim& of_money, Binding& binding);

// "97 million tourists, 4.7 percent more": the same of what was counted right before it, which is `counted`.
void TakeChangeOfCounted(const ClaimContext& context, const Binding& counted, const Claim& of_count, Binding& binding);

// "AMD sold 160,000 (4%)": a share beside what a house counted sold is one of the market.
void TakeShareOfCounted(const ClaimContext& context, const Claim& of_count, Binding& binding);

// "TSMC makes the MI450 on a 2 nm process", "Meta pays $30,000 apiece": what is said of a thing rather than of a firm
// is that of the named thing that is its object. The last step of a claim: who said it, how sure it is and whom the
// text goes on with are the firm's.
Claim OfItsThing(const ClaimContext& context, const Binding& binding, Claim claim);

// A claim of a thing of a kind of which its metric is another (`said_of` of core/claims.yaml).
void TakeKind(const ClaimContext& context, const Binding& binding, const Claim* counted, Claim& claim);

// "leads the market with 24 percent", "8 percent of the chip market": a share of what makes it a metric of its own
// (`shares` of core/claims.yaml). Takes the object where that is all it says. Shares in a firm are whose OwnerOfShares
// says.
void TakeShare(const ClaimContext& context, const Binding& binding, Claim& claim);

}  // namespace newsgraph::extract
