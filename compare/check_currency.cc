#include "compare/check_currency.h"

#include <algorithm>
#include <string>
#include <utility>

#include "compare/rate_gap.h"
#include "compare/slips.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// How far outside the band a rate is surely wrong, and how far it may be another
// day's or an old amount in today's money.
constexpr double kSurelyOff = 1.5;
constexpr double kPerhapsOff = 1.15;

std::string DescribeBand(const RateBand& band, const Figure& a, const Figure& b) {
  const bool inverse = band.high < 1;
  const double low = inverse ? 1 / band.high : band.low;
  const double high = inverse ? 1 / band.low : band.high;
  return Concat(ToThreeDigits(low), " to ", ToThreeDigits(high), " ", inverse ? a.unit : b.unit, " for one ",
                inverse ? b.unit : a.unit);
}

Finding Raise(const Draft& draft, const Figure& a, const Figure& b, const RateGap& gap) {
  Finding finding{ConflictKind::kCurrency, Level::kNote, "currency", {draft.Place(a), draft.Place(b)}, "", ""};
  finding.explanation = Concat("the two amounts make ", DescribeBand(gap.implied, a, b), "; the rate was ",
                               DescribeBand(gap.known, a, b));
  finding.suggestion = Concat(Describe(a), " is ", DescribeAmount(a, gap), " ", b.unit);
  finding.level = gap.off >= kSurelyOff ? Level::kError : gap.off >= kPerhapsOff ? Level::kWarning : Level::kNote;
  if (gap.lost_power) {
    finding.kind = ConflictKind::kMagnitude;
    finding.level = Level::kError;
    finding.explanation += Concat("; ", DescribePower(*gap.lost_power));
  } else if (gap.swapped) {
    finding.level = std::max(finding.level, Level::kWarning);
    finding.suggestion = "the two currencies look swapped";
  }
  return finding;
}

}  // namespace

std::vector<Finding> CheckCurrencies(const Draft& draft) {
  std::vector<Finding> findings;
  const std::vector<Figure>& figures = draft.figures();
  for (const Figure& face : figures) {
    if (!face.parallel_to || face.kind != FigureKind::kMoney) continue;
    const Figure& primary = figures[*face.parallel_to];
    if (primary.kind != FigureKind::kMoney) continue;
    const std::size_t sentence = draft.SentenceOf(face.span);
    if (sentence == draft.sentences().size()) continue;
    const std::optional<RateGap> gap = GapOf(draft, primary, face, sentence);
    if (gap && gap->off > 1) findings.push_back(Raise(draft, primary, face, *gap));
  }
  return findings;
}

}  // namespace newsgraph::compare
