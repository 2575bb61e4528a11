// What figures of one text share with each other.
#pragma once

#include <vector>

#include "extract/counted_noun.h"
#include "extract/document.h"
#include "extract/figure_pass.h"
#include "extract/figure_words.h"

namespace newsgraph::extract {

// Completes each figure from its neighbours: the unit of a list ("52, 48 and 45
// percent"), the currency of a later sum ("4.6 billion from the H20"), the noun of
// a later count ("5,168 units, followed by Unitree with 4,200"), and the two faces
// of "380 billion yuan ($53.1 billion)".
void LinkFigures(const Document& document, const FigureHits& words, const CountedNounFinder& nouns,
                 std::vector<FoundFigure>& figures);

}  // namespace newsgraph::extract
