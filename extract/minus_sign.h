// Whether a stroke before a number is its sign.
#pragma once

#include <cstdint>

#include "extract/document.h"

namespace newsgraph::extract {

// Whether the token before the amount [first, end) is a minus sign, not a hyphen or
// a dash; what stands before token `from` belongs to others. It may stand apart
// before a temperature, where it is no dash between two and no mark of a list, and
// in a line that holds nothing else, as the cell of a table does.
bool IsMinusSign(const Document& document, std::uint32_t from, std::uint32_t first, std::uint32_t end,
                 bool temperature);

}  // namespace newsgraph::extract
