// What an article says in numbers.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "model/decimal.h"
#include "model/text_span.h"

namespace newsgraph {

enum class FigureKind : std::uint8_t {
  kCount,     // things, counted
  kMoney,     // unit is an ISO 4217 code
  kPercent,   // unit is "%"; 80 percent has the value 80
  kMeasure,   // unit is a symbol: nm, W, kWh, TB/s, year
  kMultiple,  // double is 2, a third 0.333333333333
};

// How a figure is hedged: what the words around the number allow.
enum class Mod : std::uint8_t { kExact, kAbout, kAtLeast, kAtMost, kUpTo, kMoreThan, kLessThan, kNearly };

// A number that states a quantity.
struct Figure {
  // Number, scale word, unit and currency; for a count, the number alone. The
  // approximator stays outside.
  TextSpan span;
  FigureKind kind = FigureKind::kCount;
  // In full: "5 Milliarden" is 5000000000. The low end of a range.
  Decimal value;
  // The high end of a range, not below `value`.
  std::optional<Decimal> high;
  // By kind: ISO 4217 code, "%", unit symbol; for a count the thing counted as
  // an English singular ("chip"), or the noun as written where no pack knows
  // it. Empty if none is stated, and for multiples.
  std::string unit;
  // For rates: "hour", "unit", "year", "month", "share". Empty if none.
  std::string per;
  Mod mod = Mod::kExact;
  // Written in words ("zwei", "eine Million"), not in digits.
  bool spelled = false;
  // The counted noun or, for a rate, what it is per; empty if none.
  TextSpan noun;
  // For the derived face of "A (B)": the index of A among the article's figures.
  std::optional<std::uint32_t> parallel_to;
  // The pack rule or built-in reading that made it, for the trace.
  std::string rule;

  friend bool operator==(const Figure&, const Figure&) = default;
};

}  // namespace newsgraph
