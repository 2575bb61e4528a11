#include "compare/rate_gap.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "compare/explain.h"
#include "compare/intervals.h"
#include "compare/slips.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr int kFirstYear = 2015;
constexpr int kLastYear = 2100;
// The band is of closing rates; a contract or a bank has others.
constexpr double kSlack = 0.05;

struct Years {
  int first = kFirstYear;
  int last = kLastYear;
};

int YearOf(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

// The years whose rates may have been used; nothing where some are not known.
std::optional<Years> YearsOf(const Draft& draft, std::size_t sentence) {
  Years years;
  const bool dated = draft.published().has_value();
  if (dated) years = {YearOf(*draft.published()) - 1, YearOf(*draft.published())};
  if (years.last < kFirstYear) return std::nullopt;
  const IndexRange dates = draft.DatesIn(sentence);
  for (std::size_t i = dates.begin; i < dates.end; ++i) {
    const Date& date = draft.dates()[i];
    if (!date.interval) continue;
    const int first = YearOf(date.interval->first);
    if (first < kFirstYear) return std::nullopt;
    years.first = std::min(years.first, first);
    if (dated) years.last = std::max(years.last, std::min(YearOf(date.interval->last), years.last));
  }
  return years;
}

RateBand Widened(const RateBand& band) { return {band.low * (1 - kSlack), band.high * (1 + kSlack)}; }

// How far `implied` lies outside `band`, as a factor; 1 where they meet.
double Off(const RateBand& implied, const RateBand& band) {
  if (implied.high < band.low) return band.low / implied.high;
  if (implied.low > band.high) return implied.low / band.high;
  return 1;
}

RateBand Scaled(const RateBand& band, int power) {
  const double factor = std::pow(10.0, power);
  return {band.low * factor, band.high * factor};
}

// What `b` of `a` the figures imply, as their digits allow; nothing for zero.
std::optional<RateBand> ImpliedRate(const Figure& a, const Figure& b) {
  const auto ends = [](Figure figure) -> std::optional<RateBand> {
    figure.mod = Mod::kExact;
    figure.parallel_to.reset();
    const Reading reading = ReadFigure(figure);
    if (!reading.entailed.low || !reading.entailed.high) return std::nullopt;
    const RateBand band{reading.entailed.low->ToDouble(), reading.entailed.high->ToDouble()};
    return band.low > 0 ? std::optional(band) : std::nullopt;
  };
  const auto of = ends(a);
  const auto is = ends(b);
  if (!of || !is) return std::nullopt;
  // The ends of two ranges belong together: the low to the low, the high to the high.
  if (a.high && b.high) {
    const double low = is->low / of->low;
    const double high = is->high / of->high;
    return RateBand{std::min(low, high) * (1 - kSlack), std::max(low, high) * (1 + kSlack)};
  }
  return RateBand{is->low / of->high, is->high / of->low};
}

std::optional<int> LostPower(const RateBand& implied, const RateBand& known) {
  for (const int power : kSlipPowers) {
    if (Off(Scaled(implied, power), Widened(known)) <= 1) return power;
    if (Off(Scaled(implied, -power), Widened(known)) <= 1) return power;
  }
  return std::nullopt;
}

}  // namespace

std::optional<RateGap> GapOf(const Draft& draft, const Figure& a, const Figure& b, std::size_t sentence) {
  const std::optional<Years> years = YearsOf(draft, sentence);
  if (!years) return std::nullopt;
  const auto known = draft.catalogue().exchange_rates().Find(a.unit, b.unit, years->first, years->last);
  const auto implied = ImpliedRate(a, b);
  if (!known || !implied) return std::nullopt;
  RateGap gap{*implied, *known, Off(*implied, Widened(*known)), std::nullopt, false};
  if (gap.off <= 1) return gap;
  gap.lost_power = LostPower(*implied, *known);
  gap.swapped = Off(RateBand{1 / implied->high, 1 / implied->low}, Widened(*known)) <= 1;
  return gap;
}

std::string DescribeAmount(const Figure& a, const RateGap& gap) {
  const double amount = a.value.ToDouble();
  return Concat(ToThreeDigits(amount * gap.known.low), " to ", ToThreeDigits(amount * gap.known.high));
}

std::string ToThreeDigits(double number) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.3g", number);
  const auto value = Decimal::Parse(text.data());
  return value ? Grouped(*value) : text.data();
}

}  // namespace newsgraph::compare
