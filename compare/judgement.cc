#include "compare/judgement.h"

#include "compare/slips.h"

namespace newsgraph::compare {

std::string ReasonOf(const Judgement& judgement) {
  if (judgement.power != 0) return Concat(judgement.reason, "; ", DescribePower(judgement.power));
  if (!judgement.facet.empty()) return Concat(judgement.reason, ", but ", judgement.facet, " differs");
  return std::string(judgement.reason);
}

}  // namespace newsgraph::compare
