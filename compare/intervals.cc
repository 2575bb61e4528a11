#include "compare/intervals.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "compare/exact.h"

namespace newsgraph::compare {
namespace {

using enum Toward;

// Shares of the value, in percent, that bound what a mod may span.
constexpr int kExactEntailedPercent = 10;
constexpr int kExactImpliedPercent = 3;
constexpr int kMultipleEntailedPercent = 10;
constexpr int kMultipleImpliedPercent = 5;
constexpr int kAboutEntailedLeastPercent = 2;
constexpr int kAboutEntailedMostPercent = 20;
constexpr int kAboutImpliedLeastPercent = 1;
constexpr int kAboutImpliedMostPercent = 5;
// Two outlets convert at the rates of two days.
constexpr int kConvertedEntailedPercent = 5;
constexpr int kConvertedImpliedPercent = 2;
constexpr int kSpelledOutBelow = 20;

// Quantiles of the normal distribution: 95 percent of readers, one in two.
constexpr double kMostReaders = 1.645;
constexpr double kHalfOfReaders = 0;

Decimal Percent(const Decimal& value, int percent) { return Times(value, percent, -2, kUp); }

// How far readers let "about v" reach (Ferson et al. 2015), rounded up to two digits.
Decimal HalfWidth(const Decimal& v, int last_digit, double quantile) {
  const double z = std::log10(v.ToDouble());
  const double r = last_digit;
  const double mean = -0.2085 + 0.4285 * z + 0.2807 * r + 0.0147 * z * r;
  return TwoDigitsUp(0.5 * std::pow(10.0, mean + quantile * 0.5837));
}

Decimal HalfLastDigit(const Decimal& v) { return Decimal(5, v.last_digit() - 1); }

struct Widths {
  Decimal entailed;
  Decimal implied;
};

Widths ExactWidths(const Figure& figure, const Decimal& v) {
  if (figure.kind == FigureKind::kMultiple) {
    return {Percent(v, kMultipleEntailedPercent), Percent(v, kMultipleImpliedPercent)};
  }
  const Decimal half = HalfLastDigit(v);
  if (v.is_zero()) return {half, half};
  return {std::min(half, Percent(v, kExactEntailedPercent)), std::min(half, Percent(v, kExactImpliedPercent))};
}

Widths AboutWidths(const Figure& figure, const Decimal& v) {
  const Widths exact = ExactWidths(figure, v);
  if (v.is_zero()) return exact;
  const auto width = [&](double quantile, const Decimal& least_exact, int least_percent, int most_percent) {
    const Decimal wide = std::max({HalfWidth(v, v.last_digit(), quantile), least_exact, Percent(v, least_percent)});
    return std::min(wide, Percent(v, most_percent));
  };
  return {width(kMostReaders, exact.entailed, kAboutEntailedLeastPercent, kAboutEntailedMostPercent),
          width(kHalfOfReaders, exact.implied, kAboutImpliedLeastPercent, kAboutImpliedMostPercent)};
}

struct Both {
  Interval entailed;
  Interval implied;
};

Interval Closed(const Decimal& low, const Decimal& high) { return {low, high, false, false}; }
Interval OpenBelow(const Decimal& low, const std::optional<Decimal>& high) { return {low, high, true, false}; }
Interval OpenAbove(const Decimal& low, const Decimal& high) { return {low, high, false, true}; }

Interval Around(const Decimal& low, const Decimal& high, const Decimal& width) {
  return Closed(Subtract(low, width, kDown), Add(high, width, kUp));
}

// Whether the figure names one number and nothing around it.
bool IsPoint(const Figure& figure, const Decimal& v) {
  if (figure.kind != FigureKind::kCount || figure.mod != Mod::kExact || figure.high || figure.parallel_to) return false;
  if (figure.spelled && v.exponent() >= 0 && v < Decimal(kSpelledOutBelow)) return true;
  return v.exponent() == 0 && v.last_digit() == 0;
}

// The distance to the next number of at least the same roundness.
Decimal StepOf(const Decimal& v) {
  std::int64_t mantissa = v.mantissa();
  int power = v.exponent();
  for (; mantissa != 0 && mantissa % 10 == 0; mantissa /= 10) ++power;
  if (mantissa == 0) return PowerOfTen(v.last_digit());
  if (power == 0 && mantissa % 5 != 0) return std::max(Decimal(1), Percent(v, 5));
  return Decimal(power >= 0 && mantissa % 5 == 0 ? 5 : 1, power);
}

Decimal NextRound(const Decimal& v) { return Add(v, StepOf(v), kUp); }

Decimal PreviousRound(const Decimal& v) { return std::max(Subtract(v, StepOf(v), kDown), Times(v, 5, -1, kDown)); }

Both ReadNearly(const Decimal& v) {
  const Decimal unit = PowerOfTen(v.last_digit());
  const Decimal far = std::max(std::min(Times(unit, 2, 0, kUp), Percent(v, 20)), Percent(v, 10));
  const Decimal near = std::min(unit, Percent(v, 10));
  return {OpenAbove(Subtract(v, far, kDown), v), OpenAbove(Subtract(v, near, kDown), v)};
}

Both ReadAbout(const Figure& figure, const Decimal& low, const Decimal& high) {
  const Widths below = AboutWidths(figure, low);
  const Widths above = AboutWidths(figure, high);
  return {Closed(Subtract(low, below.entailed, kDown), Add(high, above.entailed, kUp)),
          Closed(Subtract(low, below.implied, kDown), Add(high, above.implied, kUp))};
}

Both ReadExact(const Figure& figure, const Decimal& low, const Decimal& high) {
  const Widths widths = figure.high || IsPoint(figure, low) ? Widths{} : ExactWidths(figure, low);
  return {Around(low, high, widths.entailed), Around(low, high, widths.implied)};
}

// `low` and `high` are magnitudes; equal unless the figure is a range, of which
// a bound bounds the outer end and leaves the range itself implied.
Both ReadMagnitudes(const Figure& figure, const Decimal& low, const Decimal& high) {
  const bool range = figure.high.has_value();
  const Decimal above = range ? high : NextRound(low);
  const Decimal below = range ? low : PreviousRound(high);
  switch (figure.mod) {
    case Mod::kExact:
      return ReadExact(figure, low, high);
    case Mod::kAbout:
      return ReadAbout(figure, low, high);
    case Mod::kNearly: {
      if (high.is_zero()) break;
      const Both both = ReadNearly(high);
      return range ? Both{OpenAbove(std::min(low, *both.entailed.low), high), OpenAbove(low, high)} : both;
    }
    case Mod::kMoreThan:
      return {OpenBelow(low, std::nullopt), OpenBelow(low, above)};
    case Mod::kAtLeast:
      return {{low, std::nullopt, false, false}, Closed(low, above)};
    case Mod::kLessThan:
      if (high.is_zero()) break;
      return {OpenAbove(Decimal(), high), OpenAbove(below, high)};
    case Mod::kAtMost:
      return {Closed(Decimal(), high), Closed(below, high)};
    case Mod::kUpTo:
      return {Closed(Decimal(), Times(high, 11, -1, kUp)), Closed(range ? low : Times(high, 5, -1, kDown), high)};
  }
  return {Closed(low, high), Closed(low, high)};
}

Interval Mirror(const Interval& interval) {
  Interval out;
  out.low_open = interval.high_open;
  out.high_open = interval.low_open;
  if (interval.high) out.low = -*interval.high;
  if (interval.low) out.high = -*interval.low;
  return out;
}

void Widen(Interval& interval, const Decimal& low, const Decimal& high) {
  if (interval.low) interval.low = std::min(*interval.low, low);
  if (interval.high) interval.high = std::max(*interval.high, high);
}

// A derived face "(700 million dollars)" moves with the day's rate.
void WidenConverted(Both& both, const Decimal& low, const Decimal& high) {
  const auto reach = [&](Interval& interval, int percent) {
    Widen(interval, Subtract(low, Percent(low, percent), kDown), Add(high, Percent(high, percent), kUp));
  };
  reach(both.entailed, kConvertedEntailedPercent);
  reach(both.implied, kConvertedImpliedPercent);
}

// A range from below zero to above it: the ends as they stand.
Reading ReadAcrossZero(const Figure& figure) {
  const Interval ends = Closed(figure.value, *figure.high);
  return {figure.value, figure.high, figure.mod, false, ends, ends};
}

template <typename Map>
Reading Mapped(const Reading& reading, Map map) {
  const auto all = [&](Interval interval) {
    if (interval.low) interval.low = map(*interval.low, kDown);
    if (interval.high) interval.high = map(*interval.high, kUp);
    return interval;
  };
  Reading out = reading;
  out.value = map(reading.value, kDown);
  if (reading.high) out.high = map(*reading.high, kUp);
  out.entailed = all(reading.entailed);
  out.implied = all(reading.implied);
  return out;
}

}  // namespace

Reading ReadFigure(const Figure& figure, const std::optional<Decimal>& signed_value) {
  if (figure.high == figure.value) {  // a range of one number is that number
    Figure single = figure;
    single.high.reset();
    return ReadFigure(single, signed_value);
  }
  const Decimal& value = signed_value ? *signed_value : figure.value;
  if (figure.high && figure.value.is_negative() && !figure.high->is_negative()) return ReadAcrossZero(figure);
  Decimal low = figure.value.Abs();
  Decimal high = figure.high ? figure.high->Abs() : low;
  if (high < low) std::swap(low, high);
  Both both = ReadMagnitudes(figure, low, high);
  if (figure.parallel_to) WidenConverted(both, low, high);
  const bool negative = value.is_negative();
  Reading out;
  out.value = negative ? -low : low;
  if (figure.high) out.high = negative ? -high : high;
  out.mod = figure.mod;
  out.point = IsPoint(figure, low);
  out.entailed = negative ? Mirror(both.entailed) : both.entailed;
  out.implied = negative ? Mirror(both.implied) : both.implied;
  return out;
}

Reading GrowthAsMultiple(const Reading& reading) {
  return Mapped(reading, [](const Decimal& percent, Toward toward) {
    const Decimal multiple = Times(Add(percent, Decimal(100), toward), 1, -2, toward);
    return Decimal::FromParts(multiple.mantissa(), multiple.exponent(), percent.last_digit() - 2);
  });
}

Reading FallAsMultiple(const Reading& reading) {
  return Mapped(reading, [](const Decimal& part, Toward toward) {
    const Decimal multiple = Add(part, Decimal(1), toward);
    return Decimal::FromParts(multiple.mantissa(), multiple.exponent(), part.last_digit());
  });
}

Reading PercentAsFraction(const Reading& reading) {
  return Mapped(reading, [](const Decimal& percent, Toward) { return Shift(percent, -2); });
}

Reading CutToWhole(Reading reading) {
  const Decimal none;
  const Decimal whole(100);
  if (reading.value < none || std::max(reading.value, reading.high.value_or(reading.value)) > whole) return reading;
  for (Interval* interval : {&reading.entailed, &reading.implied}) {
    if (interval->low < none) interval->low = none;
    if (!interval->high || interval->high > whole) interval->high = whole, interval->high_open = false;
  }
  return reading;
}

}  // namespace newsgraph::compare
