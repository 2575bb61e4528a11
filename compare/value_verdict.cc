#include "compare/value_verdict.h"

namespace newsgraph::compare {

Verdict JudgeValues(const Statement& a, const Statement& b) {
  if (a.is_date()) return Judge(a.date(), b.date());
  if (a.kind == b.kind) return Judge(a.reading(), b.reading());
  // In one form: a growth of 195 percent meets "tripled" as a multiple.
  const auto as_multiple = [](const Statement& s) {
    const bool change = s.metric().kind == MetricKind::kChange;
    if (s.kind == FigureKind::kPercent) return change ? GrowthAsMultiple(s.reading()) : PercentAsFraction(s.reading());
    return change && s.reading().value.is_negative() ? FallAsMultiple(s.reading()) : s.reading();
  };
  return Judge(as_multiple(a), as_multiple(b));
}

}  // namespace newsgraph::compare
