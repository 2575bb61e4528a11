// What a figure is measured in, so that 0.5 GW and 500 MW are one thing.
#pragma once

#include <string>

#include "compare/intervals.h"
#include "model/catalogue.h"
#include "model/figure.h"

namespace newsgraph::compare {

// "count", "money:CNY", "%", "change", "W": values with different ids are never
// compared. A figure times 10^`power` is in the dimension's base unit.
struct Dimension {
  std::string id;
  int power = 0;

  friend bool operator==(const Dimension&, const Dimension&) = default;
};

// The dimension of a figure that is a value of a metric of this kind. Multiples
// and percentages of change share one, as do fractions and percentages of a
// rate. A symbol that is not known is a dimension of its own.
Dimension DimensionOf(const Figure& figure, MetricKind metric_kind);

// `figure` in its dimension's base unit.
Figure InBaseUnit(const Figure& figure, const Dimension& dimension);

}  // namespace newsgraph::compare
