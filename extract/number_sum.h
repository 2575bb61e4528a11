// Adds up the words of a number as they come.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/decimal.h"

namespace newsgraph::extract {

// "two hundred five thousand" is Add(2), Multiply(100), Add(5), Multiply(1000). A
// step that no number goes on with is refused and changes nothing.
class NumberSum {
 public:
  // Begins with digits: `mantissa` · 10^-`decimals`.
  void Begin(std::int64_t mantissa, int decimals);

  bool Add(std::int64_t value);
  // `bare`: a factor of one may be left out ("hundred").
  bool Multiply(std::int64_t factor, bool bare);
  // One decimal more: "three" in "two point three". The scale words before the
  // point are then a part of the plain number: "deux cent virgule trois".
  bool AddDecimal(int digit);
  // Half of a smaller scale: "one billion and a half million".
  bool AddHalfOf(std::int64_t factor);
  // A last digit that means tenths of the factor before it: 一万二.
  bool AddTenthsOfFactor(int digit);

  bool empty() const { return empty_; }
  // Behind a scale word, or a round number such as "doscientos".
  bool ends_round() const { return has_factor() && room_ == last_factor(); }
  bool has_factor() const { return factors_ != 0; }
  std::int64_t last_factor() const { return factors_ == 0 ? 0 : factor_[factors_ - 1]; }
  // The number before its scale words; meaningful where scale() is not 0.
  Decimal unscaled() const { return Decimal(first_, -decimals_); }
  std::int64_t scale() const { return simple_ ? scale_ : 0; }
  Decimal value() const;

 private:
  std::int64_t total_ = 0;
  std::int64_t first_ = 0;
  std::int64_t room_ = 0;  // what is added next must stay below; 0: anything
  std::int64_t scale_ = 1;
  std::array<std::int64_t, 8> factor_ = {};
  std::size_t factors_ = 0;
  int decimals_ = 0;
  bool empty_ = true;
  bool simple_ = true;  // one number, then factors alone
};

}  // namespace newsgraph::extract
