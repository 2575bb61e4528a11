// What prices are asked for, where the text does not say it.
#pragma once

#include "extract/claim_frames.h"
#include "extract/nouns.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// "The G1 sells for $13,500 (98,000 yuan)": the claims of `read` that say what one thing of a kind costs (`each` of
// core/claims.yaml) without saying that it is one: gives their figures, and what is the same sum in other money, "unit"
// for what they are per, and those of what shares cost "share". What is traded by weight or volume is no such thing.
void TakeUnitPrices(const ClaimRules& rules, const Nouns& nouns, const Catalogue& catalogue, Extraction& read);

}  // namespace newsgraph::extract
