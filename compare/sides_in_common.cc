#include "compare/sides_in_common.h"

#include <algorithm>
#include <tuple>
#include <variant>

namespace newsgraph::compare {
namespace {

bool GiveOneValue(const Figure& a, const Figure& b) {
  return std::tie(a.kind, a.value, a.high, a.unit, a.per, a.mod) ==
         std::tie(b.kind, b.value, b.high, b.unit, b.per, b.mod);
}

bool GiveOneValue(const Date& a, const Date& b) { return a.interval == b.interval && a.mod == b.mod; }

bool SayTheSame(const Evidence& a, const Evidence& b) {
  const auto facets = [](const Claim& claim) {
    return std::tie(claim.signed_value, claim.time, claim.object, claim.place, claim.status);
  };
  if (a.value.index() != b.value.index() || facets(a.claim) != facets(b.claim)) return false;
  if (const auto* figure = std::get_if<Figure>(&a.value)) return GiveOneValue(*figure, std::get<Figure>(b.value));
  return GiveOneValue(std::get<Date>(a.value), std::get<Date>(b.value));
}

bool SayTheSame(const ConflictSide& a, const ConflictSide& b) {
  return std::any_of(a.evidence.begin(), a.evidence.end(), [&](const Evidence& one) {
    return std::any_of(b.evidence.begin(), b.evidence.end(),
                       [&](const Evidence& other) { return SayTheSame(one, other); });
  });
}

}  // namespace

std::size_t SidesInCommon(const std::vector<ConflictSide>& a, const std::vector<ConflictSide>& b) {
  std::vector<bool> taken(b.size());
  std::size_t count = 0;
  for (const ConflictSide& side : a) {
    for (std::size_t at = 0; at < b.size(); ++at) {
      if (taken[at] || !SayTheSame(side, b[at])) continue;
      taken[at] = true;
      ++count;
      break;
    }
  }
  return count;
}

}  // namespace newsgraph::compare
