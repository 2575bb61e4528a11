// Numbers that state no quantity: codes, versions, ordinals, scores, list marks.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/amount_reader.h"
#include "extract/document.h"
#include "extract/figure_words.h"
#include "extract/number_signs.h"

namespace newsgraph::extract {

// Whether the amount, read without any look at what stands around it, is none.
bool IsNoFigure(const Document& document, const FigureHits& words, const Amount& amount);

// One past the last token of a run of digits that is no number but looks like
// some: a telephone number, a clock time, a score. `token` itself if there is none.
std::uint32_t EndOfDigitCode(const Document& document, std::uint32_t token);

// One past the last token of "3-2", "0-1" or "3-3", two small numbers that are no
// range, and of a day such as 8·17; `token` itself if there is none.
std::uint32_t EndOfScore(const Document& document, std::uint32_t token, const NumberSigns& signs);

// One past the last token of the time of a race, 3.14‘47‘‘; `token` itself if there is
// none.
std::uint32_t EndOfRaceTime(const Document& document, std::uint32_t token);

// One past the last token of a day and month in numbers, "12.3.", where the point is
// no decimal sign; `token` itself if there is none.
std::uint32_t EndOfDayAndMonth(const Document& document, std::uint32_t token, const NumberSigns& signs);

// Whether the sign may stand between the ends of a range: "5-7", "5~7".
bool IsRangeSign(std::string_view sign);

}  // namespace newsgraph::extract
