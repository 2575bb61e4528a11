// Whether the rest of a text says again what its head says.
#pragma once

#include <cstddef>

#include "compare/draft.h"
#include "compare/intervals.h"

namespace newsgraph::compare {

// Whether two figures may say one thing: what counts are of need not be read
// alike, all else must be of one unit.
bool MayBeOne(const Figure& a, const Figure& b);

// Whether the figure is a percentage or a multiple.
bool IsRelative(const Figure& figure);

// A growth or multiple as a multiple of the base; else the figure as it is.
Reading AsMultiple(const Figure& figure);

// Whether the figures from `first` on, or the text from `body` on, have `figure`: the
// same, rounded, as growth instead of a multiple, as the sum or difference of two of one
// sentence, or as digits where no figure was read.
bool IsSaidBelow(const Draft& draft, const Figure& figure, std::size_t first, std::uint32_t body);

}  // namespace newsgraph::compare
