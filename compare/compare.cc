#include "compare/compare.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "compare/explain.h"
#include "compare/judge_pair.h"
#include "compare/same_number.h"
#include "compare/statement.h"

namespace newsgraph::compare {

std::vector<std::string> ComparisonKeys(const Evidence& claim, const Catalogue& catalogue) {
  Statement statement = Prepare(claim, catalogue);
  std::move(statement.number_keys.begin(), statement.number_keys.end(), std::back_inserter(statement.keys));
  return std::move(statement.keys);
}

std::optional<Disagreement> Compare(const Evidence& a, const Evidence& b, const Catalogue& catalogue) {
  const Statement x = Prepare(a, catalogue);
  const Statement y = Prepare(b, catalogue);
  std::optional<Judgement> judgement;
  if (LeastCommon(x.keys, y.keys)) judgement = JudgePair(x, y, catalogue);
  if (!judgement && LeastCommon(x.number_keys, y.number_keys)) judgement = JudgeSameNumber(x, y, catalogue);
  if (!judgement) return std::nullopt;
  return Disagreement{judgement->kind, judgement->severity, Explain(x, y, *judgement)};
}

}  // namespace newsgraph::compare
