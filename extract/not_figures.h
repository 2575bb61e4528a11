// Numbers that state no quantity: codes, versions, ordinals, scores, list marks.
#pragma once

#include "extract/amount_reader.h"
#include "extract/document.h"
#include "extract/figure_words.h"

namespace newsgraph::extract {

// Whether the amount, read without any look at what stands around it, is none.
bool IsNoFigure(const Document& document, const FigureHits& words, const Amount& amount);

// One past the last token of a run of digits that is no number but looks like
// some: a telephone number, a clock time, a score. `token` itself if there is none.
std::uint32_t EndOfDigitCode(const Document& document, std::uint32_t token);

}  // namespace newsgraph::extract
