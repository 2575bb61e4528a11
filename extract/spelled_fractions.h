// Text → a number with the fraction in words that makes it up.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"
#include "extract/number_reader.h"
#include "extract/number_signs.h"
#include "extract/number_words.h"

namespace newsgraph::extract {

// Reads what ReadNumberAt does, and the words around it that divide or multiply:
// "two thirds", "five and a quarter", "one over twenty", 一又二分之一, "three
// hundred and two dozen". Nothing if no number begins at `token`.
std::optional<ReadNumber> ReadNumberOrFractionAt(const Document& document, std::uint32_t token,
                                                 const NumberSigns& signs, const NumberWords* words,
                                                 NumberPlace place = {});

}  // namespace newsgraph::extract
