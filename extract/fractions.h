// Fractions in digits: "3/4", "½".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/document.h"
#include "extract/number_signs.h"
#include "model/decimal.h"

namespace newsgraph::extract {

struct Fraction {
  std::int64_t top = 0;
  std::int64_t bottom = 1;
};

// `numerator` over `denominator`, which must not be 0, to twelve significant digits.
Decimal Ratio(std::int64_t numerator, std::int64_t denominator);

// The fraction that one sign is: "½", "⅔"; nothing for any other text.
std::optional<Fraction> FractionSign(std::string_view sign);

// Digits, a slash and digits from `token` on, three tokens, that make a fraction
// one meets in prose; nothing for "24/7" or "2/2026".
std::optional<Fraction> FractionAt(const Document& document, std::uint32_t token, const NumberSigns& signs);

}  // namespace newsgraph::extract
