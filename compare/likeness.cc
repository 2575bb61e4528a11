#include "compare/likeness.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace newsgraph::compare {
namespace {

std::size_t CountCommon(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++count;
    const bool step_x = *x <= *y;
    const bool step_y = *y <= *x;
    if (step_x) ++x;
    if (step_y) ++y;
  }
  return count;
}

}  // namespace

Likeness Compare(const Draft& draft, std::size_t a, std::size_t b) {
  const std::vector<std::uint32_t>& x = draft.sentences()[a].words;
  const std::vector<std::uint32_t>& y = draft.sentences()[b].words;
  return {CountCommon(x, y), std::min(x.size(), y.size()), CountCommon(draft.EntitiesIn(a), draft.EntitiesIn(b))};
}

}  // namespace newsgraph::compare
