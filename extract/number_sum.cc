#include "extract/number_sum.h"

#include <limits>

namespace newsgraph::extract {
namespace {

// No quantity is known to more decimals; "zero zero zero" may go on for ever.
constexpr int kMostDecimals = 15;
constexpr std::int64_t kMost = 1'000'000'000'000'000'000;

// The power of ten that the last digits of a word leave free: 20 takes one to
// nine, 200 up to 99.
std::int64_t RoomBelow(std::int64_t value) {
  if (value < 20) return 1;
  std::int64_t room = 1;
  for (; value % 10 == 0; value /= 10) room *= 10;
  return room;
}

}  // namespace

void NumberSum::Begin(std::int64_t mantissa, int decimals) {
  total_ = first_ = mantissa;
  decimals_ = decimals;
  room_ = 1;
  empty_ = false;
}

bool NumberSum::Add(std::int64_t value) {
  if (!empty_ && (value >= room_ || decimals_ != 0 || value == 0)) return false;
  if (empty_) {
    first_ = value;
  } else if (has_factor()) {
    simple_ = false;
  } else {
    first_ += value;
  }
  total_ += value;
  room_ = RoomBelow(value);
  // 四百 is a round number of its language, and 百 the factor of what follows.
  if (room_ >= 100 && factors_ < factor_.size()) factor_[factors_++] = room_;
  empty_ = false;
  return true;
}

bool NumberSum::Multiply(std::int64_t factor, bool bare) {
  std::size_t keep = factors_;
  while (keep > 0 && factor_[keep - 1] < factor) --keep;
  const std::int64_t above = keep == 0 ? kMost : factor_[keep - 1];
  std::int64_t low = total_ % above;
  if (above == factor || keep == factor_.size()) return false;
  if (low == 0) {
    if (!bare || (!empty_ && total_ == 0)) return false;
    low = 1;
    if (empty_) first_ = 1;
    total_ += 1;
    simple_ = simple_ && empty_;
  }
  if (low > kMost / factor || (above != kMost && low * factor >= above) || (decimals_ != 0 && keep != 0)) return false;
  total_ += low * factor - low;
  simple_ = simple_ && keep == 0;
  if (simple_) scale_ = scale_ > kMost / factor ? 0 : scale_ * factor;
  factor_[keep] = factor;
  factors_ = keep + 1;
  room_ = factor;
  empty_ = false;
  return true;
}

bool NumberSum::AddDecimal(int digit) {
  const std::int64_t whole = has_factor() ? total_ : first_;
  if (empty_ || decimals_ >= kMostDecimals || whole > kMost / 100 || (has_factor() && decimals_ != 0)) return false;
  total_ = first_ = whole * 10 + digit;
  factors_ = 0;
  scale_ = 1;
  simple_ = true;
  ++decimals_;
  room_ = 1;
  return true;
}

bool NumberSum::AddHalfOf(std::int64_t factor) {
  return has_factor() && factor < last_factor() && room_ == last_factor() && Add(factor / 2);
}

bool NumberSum::AddTenthsOfFactor(int digit) {
  if (!has_factor() || last_factor() < 100 || room_ != last_factor() || decimals_ != 0) return false;
  return Add(digit * (last_factor() / 10));
}

Decimal NumberSum::value() const {
  if (decimals_ == 0) return Decimal(total_);
  Decimal value = Decimal(first_, -decimals_);
  std::int64_t rest = scale_;
  int power = 0;
  for (; rest > 1 && rest % 10 == 0; rest /= 10) ++power;
  if (rest > 1) value = Decimal(first_ * rest, -decimals_);
  return value.Scaled(power);
}

}  // namespace newsgraph::extract
