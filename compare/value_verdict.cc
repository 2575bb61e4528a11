#include "compare/value_verdict.h"

namespace newsgraph::compare {

Verdict JudgeValues(const Statement& a, const Statement& b) {
  if (a.is_date()) return Judge(a.date(), b.date());
  if (a.kind == b.kind) return Judge(a.reading(), b.reading());
  // In one form: a growth of 195 percent meets "tripled" as a multiple.
  const auto as_multiple = [](const Statement& s) {
    if (s.kind != FigureKind::kPercent) return s.reading();
    return s.metric().kind == MetricKind::kChange ? GrowthAsMultiple(s.reading()) : PercentAsFraction(s.reading());
  };
  return Judge(as_multiple(a), as_multiple(b));
}

}  // namespace newsgraph::compare
