#include "compare/check_range.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "compare/explain.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr int kFirstRates = 2015;
constexpr int kLastRates = 2100;
// No unit of a currency is worth more; most sums need no rates then.
constexpr double kMostDollarsForOne = 4;
constexpr std::string_view kDollar = "USD";
constexpr std::string_view kPercent = "%";
constexpr std::string_view kAdvice = "look at the scale word, and at what is counted";

bool IsCounted(const Figure& figure) { return figure.kind == FigureKind::kCount || figure.kind == FigureKind::kMoney; }

// Beyond what any count of the thing, or sum in the currency, can be.
class AnyRange {
 public:
  explicit AnyRange(const Draft& draft) : draft_(draft) {}

  void Check(const Figure& figure, std::vector<Finding>& findings) {
    if (!IsCounted(figure)) return;
    const PlausibleRange* range = draft_.catalogue().FindRange(figure.unit);
    if (range == nullptr || figure.value.Abs() <= range->most) return;
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const auto& f) { return f.first == figure.unit; });
    if (same != found_.end()) {
      findings[same->second].places.push_back(draft_.Place(figure));
      return;
    }
    found_.emplace_back(figure.unit, findings.size());
    findings.push_back({ConflictKind::kImplausible,
                        Level::kError,
                        "implausible",
                        {draft_.Place(figure)},
                        Concat("no number of this is above ", Grouped(range->most), " ", range->unit),
                        std::string(kAdvice)});
  }

 private:
  const Draft& draft_;
  std::vector<std::pair<std::string_view, std::size_t>> found_;  // units, and which finding is of each
};

// Beyond what a company has in a metric, or in which range a share or measure lies.
class MetricRange {
 public:
  explicit MetricRange(const Draft& draft) : draft_(draft) {}

  std::optional<Finding> Check(const Figure& figure) const {
    const Claim* claim = draft_.ClaimOf(figure);
    if (claim == nullptr || (IsCounted(figure) && !IsOfCompany(*claim))) return std::nullopt;
    const bool money = figure.kind == FigureKind::kMoney;
    const std::string_view unit = figure.kind == FigureKind::kPercent ? kPercent : money ? kDollar : figure.unit;
    const PlausibleRange* range = draft_.catalogue().FindRange(unit, claim->metric);
    if (range == nullptr) return std::nullopt;
    const Decimal value = claim->signed_value.value_or(figure.value);
    if (range->least && value < *range->least) return Raise(figure, *claim, "under", *range->least, unit);
    const bool above = money ? IsAbove(figure, range->most) : value > range->most;
    return above ? std::optional(Raise(figure, *claim, "above", range->most, unit)) : std::nullopt;
  }

 private:
  bool IsOfCompany(const Claim& claim) const {
    const Entity* subject = draft_.catalogue().FindEntity(claim.subject);
    return subject != nullptr && subject->type == EntityType::kCompany;
  }

  // At the rate at which the sum is worth least.
  bool IsAbove(const Figure& figure, const Decimal& dollars) const {
    if (figure.unit == kDollar) return figure.value > dollars;
    if (figure.value.ToDouble() * kMostDollarsForOne < dollars.ToDouble()) return false;
    const auto band = draft_.catalogue().exchange_rates().Find(figure.unit, kDollar, kFirstRates, kLastRates);
    return band && figure.value.ToDouble() * band->low > dollars.ToDouble();
  }

  Finding Raise(const Figure& figure, const Claim& claim, std::string_view side, const Decimal& limit,
                std::string_view unit) const {
    std::string metric = claim.metric;
    std::replace(metric.begin(), metric.end(), '_', ' ');
    return {
        ConflictKind::kImplausible,
        Level::kWarning,
        "implausible",
        {draft_.Place(figure)},
        Concat("no ", metric, IsCounted(figure) ? " of a company" : "", " is ", side, " ", Grouped(limit), " ", unit),
        std::string(kAdvice)};
  }

  const Draft& draft_;
};

}  // namespace

std::vector<Finding> CheckRanges(const Draft& draft) {
  std::vector<Finding> findings;
  AnyRange any(draft);
  const MetricRange metric(draft);
  for (const Figure& figure : draft.figures()) {
    if ((figure.unit.empty() && figure.kind != FigureKind::kPercent) || !figure.per.empty() || figure.spelled) continue;
    const std::size_t known = findings.size();
    any.Check(figure, findings);
    if (findings.size() != known) continue;
    if (auto finding = metric.Check(figure)) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
