#include "compare/lint.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "compare/check_currency.h"
#include "compare/check_growth.h"
#include "compare/check_headline.h"
#include "compare/check_part.h"
#include "compare/check_plan.h"
#include "compare/check_range.h"
#include "compare/check_repeat.h"
#include "compare/check_share.h"
#include "compare/check_sum.h"
#include "compare/check_unit.h"

namespace newsgraph::compare {
namespace {

constexpr std::array kChecks = {
    LintCheck{"currency", "an amount in two currencies at a rate that the year did not have", &CheckCurrencies},
    LintCheck{"unit", "a measure in two units that are not equal", &CheckUnits},
    LintCheck{"impossible_date", "a day that no calendar has, or an end before its start", &CheckDates},
    LintCheck{"plan_in_the_past", "a plan for a time before the text was published", &CheckPlans},
    LintCheck{"part", "a part that exceeds its whole", &CheckParts},
    LintCheck{"sum", "a total that its parts do not add up to", &CheckSums},
    LintCheck{"product", "a total that is not number times price", &CheckProducts},
    LintCheck{"growth", "a growth that its two values do not have", &CheckGrowth},
    LintCheck{"share", "a share of over 100 percent", &CheckShares},
    LintCheck{"implausible", "a value beyond what is possible", &CheckRanges},
    LintCheck{"headline", "a headline with another figure than the text", &CheckHeadline},
    LintCheck{"repeat", "one statement with two values", &CheckRepeats},
};

bool ShareAFigure(const Finding& a, const Finding& b) {
  return std::any_of(a.places.begin(), a.places.end(), [&b](const ReadPlace& place) {
    return std::any_of(b.places.begin(), b.places.end(),
                       [&place](const ReadPlace& other) { return place.span == other.span; });
  });
}

// `into` takes up what `other` adds to it.
void Join(Finding& into, const Finding& other) {
  for (const ReadPlace& place : other.places) {
    const auto same = [&place](const ReadPlace& p) { return p.span == place.span; };
    if (std::none_of(into.places.begin(), into.places.end(), same)) into.places.push_back(place);
  }
  if (into.explanation != other.explanation) into.explanation += "; " + other.explanation;
  if (into.suggestion.empty()) into.suggestion = other.suggestion;
}

}  // namespace

std::span<const LintCheck> LintChecks() { return kChecks; }

std::vector<Finding> Lint(const Article& article, const ArticleReading& reading, const Catalogue& catalogue) {
  const Draft draft(article, reading, catalogue);
  std::vector<Finding> found;
  for (const LintCheck& check : kChecks) {
    std::vector<Finding> more = check.run(draft);
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  // The worst first, so that an item is called after it; checks in their order.
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.level > b.level; });
  std::vector<Finding> items;
  for (Finding& finding : found) {
    const auto item =
        std::find_if(items.begin(), items.end(), [&finding](const Finding& i) { return ShareAFigure(i, finding); });
    if (item == items.end()) {
      items.push_back(std::move(finding));
    } else {
      Join(*item, finding);
    }
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Finding& a, const Finding& b) { return a.places.front().span < b.places.front().span; });
  return items;
}

}  // namespace newsgraph::compare
