// Short spellings of figures, for tests.
#pragma once

#include <string_view>

#include "model/figure.h"

namespace newsgraph::compare {

// The number as written, "53.1", times 10^`scale`.
inline Figure Written(std::string_view number, int scale = 0, Mod mod = Mod::kExact) {
  Figure figure;
  figure.value = Decimal::Parse(number)->Scaled(scale);
  figure.mod = mod;
  return figure;
}

inline Figure Money(std::string_view number, int scale = 0, Mod mod = Mod::kExact) {
  Figure figure = Written(number, scale, mod);
  figure.kind = FigureKind::kMoney;
  figure.unit = "USD";
  return figure;
}

inline Figure Percent(std::string_view number, Mod mod = Mod::kExact) {
  Figure figure = Written(number, 0, mod);
  figure.kind = FigureKind::kPercent;
  figure.unit = "%";
  return figure;
}

inline Figure Multiple(std::string_view number, Mod mod = Mod::kExact) {
  Figure figure = Written(number, 0, mod);
  figure.kind = FigureKind::kMultiple;
  return figure;
}

inline Figure UpTo(Figure figure, std::string_view high, int scale = 0) {
  figure.high = Decimal::Parse(high)->Scaled(scale);
  return figure;
}

inline Figure Spelled(Figure figure) {
  figure.spelled = true;
  return figure;
}

// The derived face of "A (B)".
inline Figure Converted(Figure figure) {
  figure.parallel_to = 0;
  return figure;
}

}  // namespace newsgraph::compare
