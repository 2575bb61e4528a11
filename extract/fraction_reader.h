// Text → a number with the fraction that makes it up, in digits, signs or words.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"
#include "extract/number_reader.h"
#include "extract/number_signs.h"
#include "extract/number_words.h"

namespace newsgraph::extract {

// Reads what ReadNumberAt does, and what stands around it that divides or
// multiplies: "½", "2 1/4", "two thirds", "five and a quarter", "one in five", 3又2分之1,
// "three hundred and two dozen". Nothing if no number begins at `token`. With
// `words` null digits and signs alone are read.
std::optional<ReadNumber> ReadNumberOrFractionAt(const Document& document, std::uint32_t token,
                                                 const NumberSigns& signs, const NumberWords* words,
                                                 NumberPlace place = {});

}  // namespace newsgraph::extract
