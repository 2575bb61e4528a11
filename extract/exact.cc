#include "extract/exact.h"

#include <cstdlib>

#include "extract/fractions.h"

namespace newsgraph::extract {

std::optional<Decimal> Product(const Decimal& a, const Decimal& b) {
  std::int64_t product = 0;
  int exponent = a.exponent() + b.exponent();
  if (__builtin_mul_overflow(a.mantissa(), b.mantissa(), &product) || std::abs(exponent) > Decimal::kMaxExponent)
    return std::nullopt;
  // Written decimals stay significant: 5.0 billion is known to 10^8.
  const int last = a.last_digit() + b.last_digit();
  for (; last >= 0 && exponent < 0 && product % 10 == 0; ++exponent) product /= 10;
  return Decimal::FromParts(product, exponent, last);
}

Decimal PlusOne(const Decimal& number) {
  if (number.exponent() > 0 || number.exponent() < -6) return number;
  std::int64_t one = 1;
  for (int e = number.exponent(); e < 0; ++e) one *= 10;
  return Decimal::FromParts(number.mantissa() + one, number.exponent(), number.last_digit());
}

std::optional<std::int64_t> WholeValue(const Decimal& number) {
  std::int64_t value = number.mantissa();
  for (int e = number.exponent(); e < 0; ++e) {
    if (value % 10 != 0) return std::nullopt;
    value /= 10;
  }
  for (int e = number.exponent(); e > 0; --e) {
    if (__builtin_mul_overflow(value, std::int64_t{10}, &value)) return std::nullopt;
  }
  return value;
}

std::int64_t WholeOf(const Decimal& number) { return WholeValue(number).value_or(0); }

std::optional<Decimal> PlusParts(const Decimal& number, std::int64_t count, std::int64_t parts) {
  const std::optional<Decimal> product = Product(number, Decimal(parts));
  const std::optional<std::int64_t> whole = product ? WholeValue(*product) : std::nullopt;
  std::int64_t sum = 0;
  if (!whole || __builtin_add_overflow(*whole, count, &sum)) return std::nullopt;
  if (parts == 10) return Decimal(sum, -1);
  return parts == 100 ? Decimal(sum, -2) : Ratio(sum, parts);
}

}  // namespace newsgraph::extract
