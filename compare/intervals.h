// A figure → what its words commit to, and what a reader takes from them.
#pragma once

#include <optional>

#include "model/decimal.h"
#include "model/figure.h"
#include "model/interval.h"

namespace newsgraph::compare {

// A figure as two nested intervals on the number line, with what the verdict
// needs to know of how it was written. Figures below zero are mirrored: a loss
// of "more than 1.4 billion" lies below -1.4 billion.
struct Reading {
  Decimal value;                // signed; the end nearer to zero of a range
  std::optional<Decimal> high;  // the other end of a range
  Mod mod = Mod::kExact;
  bool point = false;  // one number with nothing around it: "39 plants"
  Interval entailed;   // what the words commit to
  Interval implied;    // what a reader takes from them; lies within `entailed`

  friend bool operator==(const Reading&, const Reading&) = default;
};

// The intervals of section 2 of docs/conflicts.md. `signed_value` replaces the
// figure's sign where a claim has one of its own. Total: any figure has some
// reading; zero is read as itself, give or take half its last digit.
Reading ReadFigure(const Figure& figure, const std::optional<Decimal>& signed_value = std::nullopt);

// `reading` of a growth in percent as a multiple of the base: 195 becomes 2.95.
Reading GrowthAsMultiple(const Reading& reading);

// `reading` of a fall by a part of the base as a multiple of it: -0.33 ("fell by a third") becomes 0.67.
Reading FallAsMultiple(const Reading& reading);

// `reading` of a share in percent as a fraction of the whole: 50 becomes 0.5.
Reading PercentAsFraction(const Reading& reading);

// Cuts both intervals to 0..100, where a share in percent must lie; one that
// says otherwise itself stays as it is.
Reading CutToWhole(Reading reading);

}  // namespace newsgraph::compare
