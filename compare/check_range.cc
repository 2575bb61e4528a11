#include "compare/check_range.h"

#include <algorithm>
#include <string_view>

#include "compare/explain.h"
#include "model/status.h"

namespace newsgraph::compare {

std::vector<Finding> CheckRanges(const Draft& draft) {
  std::vector<Finding> findings;
  std::vector<std::string_view> units;  // of the findings
  for (const Figure& figure : draft.figures()) {
    if (figure.unit.empty() || !figure.per.empty() || figure.spelled) continue;
    if (figure.kind != FigureKind::kCount && figure.kind != FigureKind::kMoney) continue;
    const PlausibleRange* range = draft.catalogue().FindRange(figure.unit);
    if (range == nullptr || figure.value.Abs() <= range->most) continue;
    const auto same = std::find(units.begin(), units.end(), figure.unit);
    if (same != units.end()) {
      findings[static_cast<std::size_t>(same - units.begin())].places.push_back(draft.Place(figure));
      continue;
    }
    units.push_back(figure.unit);
    findings.push_back({ConflictKind::kImplausible,
                        Level::kError,
                        "implausible",
                        {draft.Place(figure)},
                        Concat("no number of this is above ", Grouped(range->most), " ", range->unit),
                        "look at the scale word, and at what is counted"});
  }
  return findings;
}

}  // namespace newsgraph::compare
