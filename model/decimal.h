// A number exactly as a text wrote it.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

// mantissa · 10^exponent, never binary floating point, with the place of the
// last digit that the writer meant: "53,1 Milliarden" is 531 · 10^8 and its last
// significant digit stands at 10^8; "600,000" is 600000 · 10^0 with 10^5;
// "5.50" is 550 · 10^-2 with 10^-2, since written decimals count. Comparison is
// by value alone: 5.5 equals 5.50.
class Decimal {
 public:
  // More digits than this are a code, not a quantity.
  static constexpr int kMaxDigits = 17;
  // Powers of ten beyond this do not occur; they are refused.
  static constexpr int kMaxExponent = 60;

  constexpr Decimal() = default;
  // `mantissa` · 10^`exponent`. Where `exponent` is 0 or more, trailing zeros of
  // `mantissa` are not significant.
  explicit constexpr Decimal(std::int64_t mantissa, int exponent = 0)
      : mantissa_(mantissa),
        exponent_(static_cast<std::int16_t>(exponent)),
        last_digit_(static_cast<std::int16_t>(exponent + (exponent < 0 ? 0 : TrailingZeros(mantissa)))) {}

  // Reads "-53.1", "600000", "5.50", "1e9": ASCII digits, at most one point, an
  // optional sign and exponent, no grouping. Nothing for anything else, for more
  // than kMaxDigits digits (zeros that end a whole number are not counted) or an
  // exponent beyond kMaxExponent.
  static std::optional<Decimal> Parse(std::string_view plain);

  // This number times 10^`power`: "1.5" scaled by 6 is 1.5 million, and its last
  // significant digit moves along. Check()s that the exponent stays in range.
  Decimal Scaled(int power) const;

  std::int64_t mantissa() const { return mantissa_; }
  int exponent() const { return exponent_; }
  // The power of ten of the last significant digit as written; ρ = 10^last_digit.
  int last_digit() const { return last_digit_; }
  // How many digits the writer meant: 3 for "53,1 Milliarden", 1 for "600,000".
  int significant_digits() const;

  bool is_zero() const { return mantissa_ == 0; }
  bool is_negative() const { return mantissa_ < 0; }
  Decimal operator-() const;
  Decimal Abs() const { return is_negative() ? -*this : *this; }

  // Without exponent: "53100000000", "0.5", "-1400000000"; written trailing
  // zeros of decimals are kept ("5.50"). Parse() of it gives an equal number.
  std::string ToString() const;
  // The nearest double: for display and scoring only, never for comparison.
  double ToDouble() const;

  // Order and equality of values, exact for any two numbers.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  // Rebuilds a number that was taken apart for storage; `last_digit` as read.
  static Decimal FromParts(std::int64_t mantissa, int exponent, int last_digit);

 private:
  static constexpr int TrailingZeros(std::int64_t n) {
    int zeros = 0;
    for (; n != 0 && n % 10 == 0; n /= 10) ++zeros;
    return zeros;
  }

  std::int64_t mantissa_ = 0;
  std::int16_t exponent_ = 0;
  std::int16_t last_digit_ = 0;
};

}  // namespace newsgraph

template <>
struct std::hash<newsgraph::Decimal> {
  // Equal values hash equally, however they were written.
  std::size_t operator()(const newsgraph::Decimal& value) const;
};
