#include "graph/conflict_search.h"

#include <algorithm>
#include <utility>

#include "compare/find_conflicts.h"
#include "compare/sides_in_common.h"
#include "graph/disputed_claims.h"

namespace newsgraph::graph {
namespace {

// A stored conflict that is looked for again, with what its sides say.
struct Sought {
  const storage::v1::Conflict* stored = nullptr;
  std::vector<ConflictSide> sides;
};

// A stored conflict's sides with what they say; without claims that are filed no more.
std::vector<ConflictSide> SidesOf(const storage::v1::Conflict& stored, const Comparison& known) {
  std::vector<ConflictSide> sides;
  for (const auto& side : stored.sides()) {
    ConflictSide& out = sides.emplace_back();
    for (const auto& ref : side.claims()) {
      const FiledClaim* const claim = known.Find(ref.article(), ref.ordinal());
      if (claim != nullptr) out.evidence.push_back(claim->claim.evidence());
    }
  }
  return sides;
}

// Whether a decision on `former` is one on `found`: of the same kind, the same severity and the same values,
// whatever articles say so besides.
bool IsSameMatter(const Sought& former, const Conflict& found) {
  return former.stored->kind() == static_cast<std::uint32_t>(found.kind) &&
         former.stored->severity() == static_cast<std::uint32_t>(found.severity) &&
         former.sides.size() == found.sides.size() &&
         compare::SidesInCommon(found.sides, former.sides) == found.sides.size();
}

const Sought* FindById(const std::vector<Sought>& sought, const std::string& id) {
  const auto at = std::find_if(sought.begin(), sought.end(), [&](const Sought& one) { return one.stored->id() == id; });
  return at == sought.end() ? nullptr : &*at;
}

// An article that was published first but comes last gives a conflict another id: it keeps the one that it
// has, by which people know it.
void KeepIds(const std::vector<Sought>& sought, std::vector<Conflict>& found) {
  for (const Sought& former : sought) {
    const std::string& id = former.stored->id();
    if (std::any_of(found.begin(), found.end(), [&](const Conflict& conflict) { return conflict.id == id; })) continue;
    const auto same = std::find_if(found.begin(), found.end(), [&](const Conflict& conflict) {
      return FindById(sought, conflict.id) == nullptr && compare::SidesInCommon(conflict.sides, former.sides) >= 2;
    });
    if (same != found.end()) same->id = id;
  }
}

}  // namespace

ConflictsUnderKey FindConflictsUnder(std::string_view key, const Comparison& known,
                                     const std::set<std::uint64_t>& changed, const std::vector<FiledClaim>& fresh,
                                     const Catalogue& catalogue) {
  const DisputedClaims disputed = FindDisputed(key, known, changed, fresh, catalogue);
  ConflictsUnderKey out;
  std::vector<const compare::PreparedClaim*> claims;
  for (const FiledClaim* filed : disputed.claims) {
    claims.push_back(&filed->claim);
    out.articles.emplace(filed->claim.evidence().ref.article, filed->article);
  }
  std::vector<Sought> sought;
  for (const std::uint64_t number : disputed.conflicts) {
    const storage::v1::Conflict& stored = known.conflicts.at(number);
    sought.push_back({&stored, SidesOf(stored, known)});
    out.sought.push_back(number);
  }
  std::vector<Conflict> found = compare::GroupConflicts(key, claims, disputed.pairs, catalogue);
  KeepIds(sought, found);
  for (Conflict& conflict : found) {
    const Sought* const former = FindById(sought, conflict.id);
    const bool same_matter = former != nullptr && IsSameMatter(*former, conflict);
    out.found.push_back({std::move(conflict), same_matter});
  }
  return out;
}

}  // namespace newsgraph::graph
