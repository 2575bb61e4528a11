#include "compare/check_currency.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

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
// How far outside the band a rate is surely wrong, and how far it may be another
// day's or an old amount in today's money.
constexpr double kSurelyOff = 1.5;
constexpr double kPerhapsOff = 1.15;

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

std::string Digits(double number) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.3g", number);
  const auto value = Decimal::Parse(text.data());
  return value ? Grouped(*value) : text.data();
}

std::string DescribeBand(const RateBand& band, const Figure& a, const Figure& b) {
  const bool inverse = band.high < 1;
  const double low = inverse ? 1 / band.high : band.low;
  const double high = inverse ? 1 / band.low : band.high;
  return Concat(Digits(low), " to ", Digits(high), " ", inverse ? a.unit : b.unit, " for one ",
                inverse ? b.unit : a.unit);
}

// What would be right: the amount of `b` that `a` makes at the rates of `band`.
std::string Suggest(const Figure& a, const Figure& b, const RateBand& band) {
  const double amount = a.value.ToDouble();
  return Concat(Describe(a), " is ", Digits(amount * band.low), " to ", Digits(amount * band.high), " ", b.unit);
}

class PairCheck {
 public:
  PairCheck(const Draft& draft, const Figure& a, const Figure& b) : draft_(draft), a_(a), b_(b) {}

  std::optional<Finding> Run() const {
    const std::size_t sentence = draft_.SentenceOf(b_.span);
    if (sentence == draft_.sentences().size()) return std::nullopt;
    const std::optional<Years> years = YearsOf(draft_, sentence);
    if (!years) return std::nullopt;
    const auto known = draft_.catalogue().exchange_rates().Find(a_.unit, b_.unit, years->first, years->last);
    const auto implied = ImpliedRate(a_, b_);
    if (!known || !implied) return std::nullopt;
    const double off = Off(*implied, Widened(*known));
    if (off <= 1) return std::nullopt;
    return Raise(*implied, *known, off);
  }

 private:
  Finding Raise(const RateBand& implied, const RateBand& known, double off) const {
    Finding finding{ConflictKind::kCurrency, Level::kNote, "currency", {draft_.Place(a_), draft_.Place(b_)}, "", ""};
    finding.explanation =
        Concat("the two amounts make ", DescribeBand(implied, a_, b_), "; the rate was ", DescribeBand(known, a_, b_));
    finding.suggestion = Suggest(a_, b_, known);
    finding.level = off >= kSurelyOff ? Level::kError : off >= kPerhapsOff ? Level::kWarning : Level::kNote;
    if (const std::optional<int> power = LostPower(implied, known)) {
      finding.kind = ConflictKind::kMagnitude;
      finding.level = Level::kError;
      finding.explanation += Concat("; ", DescribePower(*power));
    } else if (Off(RateBand{1 / implied.high, 1 / implied.low}, Widened(known)) <= 1) {
      finding.level = std::max(finding.level, Level::kWarning);
      finding.suggestion = "the two currencies look swapped";
    }
    return finding;
  }

  static std::optional<int> LostPower(const RateBand& implied, const RateBand& known) {
    for (const int power : kSlipPowers) {
      if (Off(Scaled(implied, power), Widened(known)) <= 1) return power;
      if (Off(Scaled(implied, -power), Widened(known)) <= 1) return power;
    }
    return std::nullopt;
  }

  const Draft& draft_;
  const Figure& a_;
  const Figure& b_;
};

}  // namespace

std::vector<Finding> CheckCurrencies(const Draft& draft) {
  std::vector<Finding> findings;
  const std::vector<Figure>& figures = draft.figures();
  for (const Figure& face : figures) {
    if (!face.parallel_to || face.kind != FigureKind::kMoney) continue;
    const Figure& primary = figures[*face.parallel_to];
    if (primary.kind != FigureKind::kMoney) continue;
    if (auto finding = PairCheck(draft, primary, face).Run()) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
