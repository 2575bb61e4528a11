// Who stands beside a value and does not own it, whatever the distance.
#pragma once

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// What stands behind both the words for it and its price; or behind the words alone, where somebody stands before them.
bool IsBought(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "the DAX closed at 21,000": where an index stands, nobody counts.
bool IsLevelOfIndex(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "Acme-Aktie": whose name stands in the word for what rises and falls in price owns it.
bool IsOfMeasured(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "Omdia pencils in 250,000 robots": a research house or bank makes and sells none of what it counts.
bool CountsOthers(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "Worldwide, a tonne of copper cost 9,800 dollars": what the world's market has, where nobody else is named.
bool IsOfMarket(const ClaimContext& context, const Binding& binding);

// "Israeli air strikes killed 12": who did it to others has no dead of its own.
bool IsAttacker(const ClaimContext& context, const Binding& binding, const Participant& participant);

}  // namespace newsgraph::extract
