#include "compare/dimension.h"

#include <optional>
#include <string_view>

#include "compare/exact.h"

namespace newsgraph::compare {
namespace {

struct Unit {
  std::string_view symbol;
  std::string_view base;
  int power;
};

// Symbols that take prefixes.
constexpr Unit kPrefixed[] = {
    {"W", "W", 0},         {"Wh", "Wh", 0},        {"B", "B", 0},   {"B/s", "B/s", 0}, {"bit", "bit", 0},
    {"bit/s", "bit/s", 0}, {"FLOPS", "FLOPS", 0},  {"Hz", "Hz", 0}, {"m", "m", 0},     {"g", "g", 0},
    {"t", "g", 6},         {"V", "V", 0},          {"A", "A", 0},   {"J", "J", 0},     {"l", "l", 0},
    {"Ah", "Ah", 0},       {"FLOP/s", "FLOPS", 0},
};

// Symbols that take none, or whose prefix is squared.
constexpr Unit kWhole[] = {
    {"m2", "m2", 0}, {"km2", "m2", 6}, {"ha", "m2", 4}, {"cm2", "m2", -4}, {"mm2", "m2", -6}, {"min", "min", 0},
};

struct Prefix {
  std::string_view symbol;
  int power;
};

constexpr Prefix kPrefixes[] = {
    {"", 0},   {"k", 3},  {"K", 3},  {"M", 6},  {"G", 9},  {"T", 12}, {"P", 15},
    {"E", 18}, {"Z", 21}, {"c", -2}, {"m", -3}, {"µ", -6}, {"u", -6}, {"n", -9},
};

std::optional<Dimension> KnownUnit(std::string_view symbol) {
  for (const Unit& unit : kWhole) {
    if (unit.symbol == symbol) return Dimension{std::string(unit.base), unit.power};
  }
  for (const Unit& unit : kPrefixed) {
    if (!symbol.ends_with(unit.symbol)) continue;
    const std::string_view before = symbol.substr(0, symbol.size() - unit.symbol.size());
    for (const Prefix& prefix : kPrefixes) {
      if (prefix.symbol == before) return Dimension{std::string(unit.base), unit.power + prefix.power};
    }
  }
  return std::nullopt;
}

}  // namespace

Dimension DimensionOf(const Figure& figure, MetricKind metric_kind) {
  const bool change = metric_kind == MetricKind::kChange;
  switch (figure.kind) {
    case FigureKind::kCount:
      return {"count", 0};
    case FigureKind::kMoney:
      return {"money:" + figure.unit, 0};
    case FigureKind::kPercent:
      return {change ? "change" : "%", 0};
    case FigureKind::kMultiple:
      return {change ? "change" : metric_kind == MetricKind::kRate ? "%" : "multiple", 0};
    case FigureKind::kMeasure:
      break;
  }
  return KnownUnit(figure.unit).value_or(Dimension{"unit:" + figure.unit, 0});
}

Figure InBaseUnit(const Figure& figure, const Dimension& dimension) {
  Figure out = figure;
  if (dimension.power == 0) return out;
  out.value = Shift(figure.value, dimension.power);
  if (figure.high) out.high = Shift(*figure.high, dimension.power);
  return out;
}

}  // namespace newsgraph::compare
