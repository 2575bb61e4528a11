// "La sueca vendió": a word of a country that stands for the firm named before.
#pragma once

#include <span>

#include "extract/claim_context.h"
#include "extract/claim_frames.h"
#include "extract/document.h"

namespace newsgraph::extract {

// Makes words of countries that open a sentence behind one of the articles `alone`, with no noun
// behind them, references to the firm that one of the two sentences before was first about; leaves
// the others as they are.
void NameElliptic(const Document& document, const ClaimRules& rules, std::span<Participant> participants);

}  // namespace newsgraph::extract
