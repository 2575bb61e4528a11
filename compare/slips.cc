#include "compare/slips.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "compare/exact.h"
#include "compare/explain.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 5> kScaleWords = {{{3, "thousand, million, billion"},
                                                                          {6, "million for trillion"},
                                                                          {4, "万 for 亿, or the unit left out"},
                                                                          {8, "the unit 亿 left out or added"},
                                                                          {9, "billion left out or added"}}};

struct Digits {
  std::string digits;  // without zeros at either end
  int power = 0;       // of the last of them
};

Digits DigitsOf(const Decimal& value) {
  const Decimal shortest = Shortest(value.Abs());
  Digits out{std::to_string(shortest.mantissa()), shortest.exponent()};
  while (out.digits.size() > 1 && out.digits.back() == '0') {
    out.digits.pop_back();
    ++out.power;
  }
  return out;
}

}  // namespace

std::string DescribePower(int power) {
  std::string out = "a factor of " + Grouped(PowerOfTen(power)) + " is lost";
  const auto words =
      std::find_if(kScaleWords.begin(), kScaleWords.end(), [power](const auto& w) { return w.first == power; });
  if (words != kScaleWords.end()) out += Concat(" (", words->second, ")");
  return out;
}

std::optional<int> MagnitudeSlip(const Decimal& a, const Decimal& b) {
  if (a.is_zero() || b.is_zero() || a.is_negative() != b.is_negative()) return std::nullopt;
  const Digits x = DigitsOf(a);
  const Digits y = DigitsOf(b);
  const int power = std::abs(x.power - y.power);
  if (x.digits != y.digits || power == 0) return std::nullopt;
  if (std::find(kSlipPowers.begin(), kSlipPowers.end(), power) == kSlipPowers.end()) return std::nullopt;
  return power;
}

std::optional<int> MagnitudeSlip(const Reading& a, const Reading& b) {
  if (a.value.is_zero() || b.value.is_zero() || a.value.is_negative() != b.value.is_negative()) return std::nullopt;
  const Decimal less = std::min(a.value.Abs(), b.value.Abs());
  const Decimal more = std::max(a.value.Abs(), b.value.Abs());
  for (const int power : kSlipPowers) {
    const Decimal meant = Shift(less, power);
    const int last = std::max(meant.last_digit(), more.last_digit());
    const Decimal half = Times(PowerOfTen(last), 5, -1, Toward::kUp);
    const bool digits = DigitsOf(less).digits.size() > 1 || DigitsOf(more).digits.size() > 1;
    if ((power > 1 || digits) && Subtract(meant, more, Toward::kUp).Abs() <= half) return power;
  }
  return std::nullopt;
}

bool IsDigitSlip(const Decimal& a, const Decimal& b) {
  if (a.is_negative() != b.is_negative()) return false;
  const std::string x = Shortest(a.Abs()).ToString();
  const std::string y = Shortest(b.Abs()).ToString();
  if (x.size() != y.size() || x.size() < 2) return false;
  const auto [first, other] = std::mismatch(x.begin(), x.end(), y.begin());
  if (first == x.end()) return false;
  if (std::equal(first + 1, x.end(), other + 1)) return *first != '.' && *other != '.';
  return first + 1 != x.end() && *first == *(other + 1) && *(first + 1) == *other &&
         std::equal(first + 2, x.end(), other + 2);
}

}  // namespace newsgraph::compare
