#include "compare/check_unit.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "compare/explain.h"
#include "compare/intervals.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

enum class Quantity : std::uint8_t { kLength, kArea, kVolume, kMass, kSpeed, kPower, kTemperature };

struct Unit {
  std::string_view symbol;
  Quantity quantity;
  double factor;      // to the quantity's base unit
  double offset = 0;  // added before
};

using enum Quantity;

// A gallon may be the imperial one, a ton a short one: both are left out.
constexpr std::array<Unit, 31> kUnits = {{{"mm", kLength, 0.001},
                                          {"cm", kLength, 0.01},
                                          {"m", kLength, 1},
                                          {"km", kLength, 1000},
                                          {"in", kLength, 0.0254},
                                          {"ft", kLength, 0.3048},
                                          {"yd", kLength, 0.9144},
                                          {"mi", kLength, 1609.344},
                                          {"nmi", kLength, 1852},
                                          {"m2", kArea, 1},
                                          {"km2", kArea, 1e6},
                                          {"ha", kArea, 1e4},
                                          {"ft2", kArea, 0.09290304},
                                          {"mi2", kArea, 2589988.110336},
                                          {"ac", kArea, 4046.8564224},
                                          {"l", kVolume, 0.001},
                                          {"m3", kVolume, 1},
                                          {"ft3", kVolume, 0.028316846592},
                                          {"g", kMass, 0.001},
                                          {"kg", kMass, 1},
                                          {"lb", kMass, 0.45359237},
                                          {"oz", kMass, 0.028349523125},
                                          {"km/h", kSpeed, 1},
                                          {"m/s", kSpeed, 3.6},
                                          {"mph", kSpeed, 1.609344},
                                          {"kn", kSpeed, 1.852},
                                          {"kW", kPower, 1},
                                          {"MW", kPower, 1000},
                                          {"hp", kPower, 0.7355},
                                          {"°C", kTemperature, 1},
                                          {"°F", kTemperature, 5.0 / 9, -32}}};

constexpr std::size_t kMostBytesBetween = 24;
// What round numbers and several definitions of a unit explain.
constexpr double kSlack = 0.04;
constexpr double kPerhapsOff = 1.05;
constexpr double kSurelyOff = 1.3;

const Unit* FindUnit(std::string_view symbol) {
  const auto* const unit =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& u) { return u.symbol == symbol; });
  return unit == kUnits.end() ? nullptr : unit;
}

struct Ends {
  double low = 0;
  double high = 0;
};

Ends EndsOf(Figure figure) {
  figure.mod = Mod::kExact;
  const Interval interval = ReadFigure(figure).entailed;
  return {interval.low->ToDouble(), interval.high->ToDouble()};
}

Ends InBase(const Ends& ends, const Unit& unit, bool difference) {
  const double offset = difference ? 0 : unit.offset;
  return {(ends.low + offset) * unit.factor, (ends.high + offset) * unit.factor};
}

// How far apart the two are, as a factor; degrees count from an absolute zero
// where water is liquid, so that a few of them are no large factor.
double Off(const Ends& a, const Ends& b, double shift) {
  const auto apart = [shift](double low, double high) { return (high + shift) / (low + shift); };
  if (a.low <= 0 && shift == 0) return 1;
  if (a.high < b.low) return apart(a.high, b.low);
  if (b.high < a.low) return apart(b.high, a.low);
  return 1;
}

// "A (B)": nothing but an opening bracket and a word stands between.
bool AreFaces(const Draft& draft, const Figure& a, const Figure& b) {
  if (b.span.begin <= a.span.end || b.span.begin - a.span.end > kMostBytesBetween) return false;
  const std::string_view between = draft.Written({a.span.end, b.span.begin});
  const std::size_t open = std::min(between.find('('), between.find("（"));
  return open <= 2 && between.find_first_of("),;/") == std::string_view::npos;
}

std::string Suggest(const Figure& a, const Unit& of, const Figure& b, const Unit& is) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.3g", (a.value.ToDouble() + of.offset) * of.factor / is.factor - is.offset);
  const auto value = Decimal::Parse(text.data());
  return Concat(Describe(a), " is ", value ? Grouped(*value) : text.data(), " ", b.unit);
}

}  // namespace

std::vector<Finding> CheckUnits(const Draft& draft) {
  std::vector<Finding> findings;
  const std::vector<Figure>& figures = draft.figures();
  for (std::size_t i = 1; i < figures.size(); ++i) {
    const Figure& a = figures[i - 1];
    const Figure& b = figures[i];
    if (a.kind != FigureKind::kMeasure || b.kind != FigureKind::kMeasure || a.high || b.high) continue;
    const Unit* const of = FindUnit(a.unit);
    const Unit* const is = FindUnit(b.unit);
    if (of == nullptr || is == nullptr || of == is || of->quantity != is->quantity) continue;
    if (!AreFaces(draft, a, b)) continue;
    const bool degrees = of->quantity == kTemperature;
    Ends widened = InBase(EndsOf(a), *of, false);
    const double slack = degrees ? 1 : kSlack * widened.high;
    widened = {widened.low - slack, widened.high + slack};
    double off = Off(widened, InBase(EndsOf(b), *is, false), degrees ? 20 : 0);
    if (degrees) off = std::min(off, Off(InBase(EndsOf(a), *of, true), InBase(EndsOf(b), *is, true), 20));
    if (off < kPerhapsOff) continue;
    Finding finding{ConflictKind::kUnit,
                    off >= kSurelyOff ? Level::kError : Level::kWarning,
                    "unit",
                    {draft.Place(a), draft.Place(b)},
                    "the two measures are not equal",
                    Suggest(a, *of, b, *is)};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
