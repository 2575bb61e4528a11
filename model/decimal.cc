#include "model/decimal.h"

#include <cmath>
#include <cstdlib>

#include "model/status.h"

namespace newsgraph {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Digits of |n|; 0 has one.
int DigitCount(std::int64_t n) {
  int count = 1;
  for (n /= 10; n != 0; n /= 10) ++count;
  return count;
}

// A signed run of digits as an int within ±kMaxExponent, or nothing.
std::optional<int> ParseExponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 3) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (!IsDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value > Decimal::kMaxExponent) return std::nullopt;
  return negative ? -value : value;
}

// The digits and the point at the head of a number.
struct Digits {
  std::int64_t mantissa = 0;
  int decimals = 0;  // how many of the mantissa's digits stand behind the point
  int zeros = 0;     // zeros that follow the mantissa's kMaxDigits before any point
  std::size_t length = 0;
};

// Nothing without a digit, with a point that no digit follows, or where more
// than kMaxDigits digits count.
std::optional<Digits> ReadDigits(std::string_view text) {
  Digits out;
  bool any = false;
  bool point = false;
  int count = 0;
  for (; out.length < text.size(); ++out.length) {
    const char c = text[out.length];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (!IsDigit(c)) break;
    any = true;
    if (count == Decimal::kMaxDigits) {
      if (c != '0' || point) return std::nullopt;
      ++out.zeros;
      continue;
    }
    if (out.mantissa != 0 || c != '0') ++count;
    if (point) ++out.decimals;
    out.mantissa = out.mantissa * 10 + (c - '0');
  }
  if (!any || (point && (out.decimals == 0 || out.zeros > 0))) return std::nullopt;
  return out;
}

}  // namespace

std::optional<Decimal> Decimal::Parse(std::string_view plain) {
  const bool negative = plain.starts_with('-');
  if (negative || plain.starts_with('+')) plain.remove_prefix(1);
  const std::optional<Digits> digits = ReadDigits(plain);
  if (!digits) return std::nullopt;
  plain.remove_prefix(digits->length);
  int power = 0;
  if (!plain.empty()) {
    if (plain[0] != 'e' && plain[0] != 'E') return std::nullopt;
    const std::optional<int> written = ParseExponent(plain.substr(1));
    if (!written) return std::nullopt;
    power = *written;
  }
  if (digits->zeros > kMaxExponent || digits->decimals > kMaxExponent) return std::nullopt;
  const int exponent = power + digits->zeros - digits->decimals;
  if (exponent > kMaxExponent || exponent < -kMaxExponent) return std::nullopt;
  return Decimal(negative ? -digits->mantissa : digits->mantissa, -digits->decimals).Scaled(power + digits->zeros);
}

Decimal Decimal::Scaled(int power) const {
  Decimal out = *this;
  const int exponent = exponent_ + power;
  Check(std::abs(exponent) <= kMaxExponent, "decimal exponent out of range");
  out.exponent_ = static_cast<std::int16_t>(exponent);
  out.last_digit_ = static_cast<std::int16_t>(last_digit_ + power);
  return out;
}

int Decimal::significant_digits() const {
  if (is_zero()) return 1;
  const int places = DigitCount(mantissa_) + exponent_ - last_digit_;
  return places < 1 ? 1 : places;
}

Decimal Decimal::operator-() const {
  Decimal out = *this;
  out.mantissa_ = -mantissa_;
  return out;
}

std::string Decimal::ToString() const {
  std::string digits = std::to_string(mantissa_);
  if (is_negative()) digits.erase(0, 1);
  if (exponent_ >= 0) {
    if (mantissa_ != 0) digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto decimals = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  return is_negative() ? "-" + digits : digits;
}

double Decimal::ToDouble() const { return std::strtod(ToString().c_str(), nullptr); }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto sign = [](const Decimal& d) { return d.mantissa_ < 0 ? -1 : d.mantissa_ > 0 ? 1 : 0; };
  if (sign(a) != sign(b) || sign(a) == 0) return sign(a) <=> sign(b);
  // Same sign: first by the place of the leading digit, then digit by digit.
  const int a_top = DigitCount(a.mantissa_) + a.exponent_;
  const int b_top = DigitCount(b.mantissa_) + b.exponent_;
  if (a_top != b_top) return sign(a) > 0 ? a_top <=> b_top : b_top <=> a_top;
  __extension__ using Wide = __int128;
  Wide x = a.mantissa_;
  Wide y = b.mantissa_;
  // Equal leading places bound the difference of exponents by the digit count.
  for (int e = a.exponent_; e > b.exponent_; --e) x *= 10;
  for (int e = b.exponent_; e > a.exponent_; --e) y *= 10;
  return x < y ? std::strong_ordering::less : x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
}

Decimal Decimal::FromParts(std::int64_t mantissa, int exponent, int last_digit) {
  Decimal out(mantissa, exponent);
  out.last_digit_ = static_cast<std::int16_t>(last_digit);
  return out;
}

}  // namespace newsgraph

std::size_t std::hash<newsgraph::Decimal>::operator()(const newsgraph::Decimal& value) const {
  std::int64_t mantissa = value.mantissa();
  int exponent = mantissa == 0 ? 0 : value.exponent();
  for (; mantissa != 0 && mantissa % 10 == 0; mantissa /= 10) ++exponent;
  return std::hash<std::int64_t>()(mantissa) * 31 + std::hash<int>()(exponent);
}
