#include "compare/exact.h"

#include <algorithm>
#include <cmath>

namespace newsgraph::compare {
namespace {

__extension__ using Wide = __int128;

constexpr Wide kMost = 999'999'999'999'999'999;  // 18 digits
constexpr int kMostShift = 20;                   // 18 digits moved by 20 still fit 128 bits
constexpr double kLastBits = 1e-9;

Decimal Narrow(Wide mantissa, int exponent, Toward toward) {
  const auto drop_digit = [&](Toward way) {
    const Wide kept = mantissa / 10;
    const Wide dropped = mantissa % 10;
    mantissa = kept;
    if (way == Toward::kUp && dropped > 0) ++mantissa;
    if (way == Toward::kDown && dropped < 0) --mantissa;
    ++exponent;
  };
  while (mantissa > kMost || mantissa < -kMost) drop_digit(toward);
  while (exponent < 0 && mantissa % 10 == 0 && mantissa != 0) drop_digit(toward);
  if (mantissa == 0) exponent = 0;
  return Decimal(static_cast<std::int64_t>(mantissa), exponent);
}

}  // namespace

Decimal Add(const Decimal& a, const Decimal& b, Toward toward) {
  if (a.is_zero()) return Narrow(b.mantissa(), b.exponent(), toward);
  if (b.is_zero()) return Narrow(a.mantissa(), a.exponent(), toward);
  const Decimal& upper = a.exponent() >= b.exponent() ? a : b;
  const Decimal& lower = a.exponent() >= b.exponent() ? b : a;
  Wide x = upper.mantissa();
  int exponent = upper.exponent();
  for (int i = 0; i < kMostShift && exponent > lower.exponent(); ++i, --exponent) x *= 10;
  Wide y = lower.mantissa();
  // What lies below the digits that x can hold is rounded as one sum would be.
  for (int e = lower.exponent(); e < exponent; ++e) {
    const Wide dropped = y % 10;
    y /= 10;
    if (toward == Toward::kUp && dropped > 0) ++y;
    if (toward == Toward::kDown && dropped < 0) --y;
    if (y == 0 || y == 1 || y == -1) break;
  }
  return Narrow(x + y, exponent, toward);
}

Decimal Subtract(const Decimal& a, const Decimal& b, Toward toward) { return Add(a, -b, toward); }

Decimal Times(const Decimal& value, std::int64_t factor, int power, Toward toward) {
  return Narrow(Wide{value.mantissa()} * factor, value.exponent() + power, toward);
}

Decimal PowerOfTen(int power) { return Decimal(1, power); }

Decimal Shift(const Decimal& value, int power) {
  return Decimal::FromParts(value.mantissa(), value.exponent() + power, value.last_digit() + power);
}

Decimal Shortest(const Decimal& value) { return Narrow(value.mantissa(), value.exponent(), Toward::kUp); }

Decimal TwoDigitsUp(double value) {
  if (!(value > 0) || !std::isfinite(value)) return Decimal();
  const int power = static_cast<int>(std::floor(std::log10(value))) - 1;
  const double digits = value / std::pow(10.0, power);
  return Shortest(Decimal(static_cast<std::int64_t>(std::ceil(digits - kLastBits)), power));
}

Decimal TwoDigitsDown(double value) {
  if (!(value > 0) || !std::isfinite(value)) return Decimal();
  const int power = static_cast<int>(std::floor(std::log10(value))) - 1;
  const double digits = value / std::pow(10.0, power);
  return Shortest(Decimal(static_cast<std::int64_t>(std::floor(digits + kLastBits)), power));
}

}  // namespace newsgraph::compare
