#include "compare/conflict_side.h"

#include <algorithm>
#include <utility>

#include "compare/origins.h"

namespace newsgraph::compare {

ConflictSide MakeSide(std::vector<Evidence> claims) {
  ConflictSide side;
  side.claim_count = claims.size();
  side.origin_count = OriginCount(claims);
  claims.resize(std::min(claims.size(), kShownClaims));
  side.evidence = std::move(claims);
  return side;
}

}  // namespace newsgraph::compare
