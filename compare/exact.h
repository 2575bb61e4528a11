// Exact arithmetic on decimals, as far as intervals need it.
#pragma once

#include <cstdint>

#include "model/decimal.h"

namespace newsgraph::compare {

// Where a result goes that has more digits than a Decimal holds.
enum class Toward : std::uint8_t { kDown, kUp };

// Sums and products are exact up to 18 digits; beyond, the 18th is rounded
// `toward` minus or plus infinity. Written trailing zeros are not kept.
Decimal Add(const Decimal& a, const Decimal& b, Toward toward);
Decimal Subtract(const Decimal& a, const Decimal& b, Toward toward);

// `value` · `factor` · 10^`power`, for a `factor` below a million either way.
Decimal Times(const Decimal& value, std::int64_t factor, int power, Toward toward);

// 10^`power`.
Decimal PowerOfTen(int power);

// `value` · 10^`power`, with the last digit that was written moved along.
Decimal Shift(const Decimal& value, int power);

// `value` without written trailing zeros: 5.50 becomes 5.5.
Decimal Shortest(const Decimal& value);

// A positive finite double as a decimal of two digits, not below it (but for
// the last bits, so that every machine finds the same digits); 0 otherwise.
Decimal TwoDigitsUp(double value);
// The same, not above it.
Decimal TwoDigitsDown(double value);

}  // namespace newsgraph::compare
