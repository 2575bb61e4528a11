// The words that stand for something named before.
#pragma once

#include "extract/claim_frames.h"
#include "extract/lexicon.h"
#include "extract/pack.h"

namespace newsgraph::extract {

// Adds the tables `references`, `described` and `related` of `pack` to `rules` and `lexicon`. What stands before the
// names of firms and tells what they are (`roles` of type company, of one word) describes them, too.
void ReadReferenceWords(const Pack& pack, Lexicon::Builder& lexicon, ClaimRules& rules);

}  // namespace newsgraph::extract
