#include "compare/slips.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "compare/exact.h"
#include "compare/explain.h"
#include "compare/statement.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 5> kScaleWords = {{{3, "thousand, million, billion"},
                                                                          {6, "million for trillion"},
                                                                          {4, "万 for 亿, or the unit left out"},
                                                                          {8, "the unit 亿 left out or added"},
                                                                          {9, "billion left out or added"}}};

// Fewer digits fall twice by chance, more of them where one of the two may be rounded.
constexpr int kDigitsOfSlip = 2;
constexpr int kDigitsOfRounded = 3;

struct Digits {
  std::int64_t digits = 0;  // without zeros at either end
  int power = 0;            // of the last of them
};

Digits DigitsOf(const Decimal& value) {
  const Decimal shortest = Shortest(value.Abs());
  Digits out{shortest.mantissa(), shortest.exponent()};
  for (; out.digits != 0 && out.digits % 10 == 0; out.digits /= 10) ++out.power;
  return out;
}

bool HasSeveral(const Decimal& value) { return DigitsOf(value).digits > 9; }

// Both in plain digits, where they have one sign and are of one length.
std::optional<std::pair<std::string, std::string>> SpelledAlike(const Decimal& a, const Decimal& b) {
  if (a.is_negative() != b.is_negative()) return std::nullopt;
  std::pair<std::string, std::string> out{Shortest(a.Abs()).ToString(), Shortest(b.Abs()).ToString()};
  if (out.first.size() != out.second.size() || out.first.size() < 2) return std::nullopt;
  return out;
}

// Whether two neighbouring digits have changed places in strings of one length, and nothing else.
bool AreNeighboursSwapped(const std::string& x, const std::string& y) {
  const auto [first, other] = std::mismatch(x.begin(), x.end(), y.begin());
  if (first == x.end() || first + 1 == x.end() || *first == '.' || *other == '.') return false;
  return *first == *(other + 1) && *(first + 1) == *other && std::equal(first + 2, x.end(), other + 2);
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
    const bool digits = HasSeveral(less) || HasSeveral(more);
    if ((power > 1 || digits) && Subtract(meant, more, Toward::kUp).Abs() <= half) return power;
  }
  return std::nullopt;
}

bool IsTransposed(const Decimal& a, const Decimal& b) {
  // 9 times the difference of the two digits, and zeros: most numbers need not be spelled to know.
  if (Subtract(a, b, Toward::kUp).mantissa() % 9 != 0) return false;
  const auto spelled = SpelledAlike(a, b);
  return spelled && AreNeighboursSwapped(spelled->first, spelled->second);
}

bool IsSlip(const Reading& a, const Reading& b) {
  const int digits = std::min(CountDigits(a.value), CountDigits(b.value));
  if (digits < kDigitsOfSlip) return false;
  if (IsTransposed(a.value, b.value)) return true;
  return digits < kDigitsOfRounded ? MagnitudeSlip(a.value, b.value).has_value() : MagnitudeSlip(a, b).has_value();
}

bool IsDigitSlip(const Decimal& a, const Decimal& b) {
  const auto spelled = SpelledAlike(a, b);
  if (!spelled) return false;
  const auto& [x, y] = *spelled;
  const auto [first, other] = std::mismatch(x.begin(), x.end(), y.begin());
  if (first == x.end()) return false;
  if (std::equal(first + 1, x.end(), other + 1)) return *first != '.' && *other != '.';
  return AreNeighboursSwapped(x, y);
}

}  // namespace newsgraph::compare
