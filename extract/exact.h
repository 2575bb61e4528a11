// Sums and products of numbers as written, without rounding.
#pragma once

#include <cstdint>
#include <optional>

#include "model/decimal.h"

namespace newsgraph::extract {

// Nothing where the product has more digits than a quantity.
std::optional<Decimal> Product(const Decimal& a, const Decimal& b);

// One more; the number itself where it is too big or too fine to tell.
Decimal PlusOne(const Decimal& number);

// Its value, if it is whole and fits.
std::optional<std::int64_t> WholeValue(const Decimal& number);

// The same of a number that is known to be whole and small.
std::int64_t WholeOf(const Decimal& number);

// `number` and `count` of its `parts`: to the last digit where these are tenths or
// hundredths, else to twelve digits. Nothing where there are too many digits.
std::optional<Decimal> PlusParts(const Decimal& number, std::int64_t count, std::int64_t parts);

}  // namespace newsgraph::extract
