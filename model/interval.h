// A range of numbers that a figure commits to.
#pragma once

#include <optional>

#include "model/decimal.h"

namespace newsgraph {

// All numbers from `low` to `high`; an end that is open does not belong to it,
// a missing end reaches to infinity.
struct Interval {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool low_open = false;
  bool high_open = false;

  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace newsgraph
