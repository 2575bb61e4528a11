// Claims that share a comparison key → conflicts with sides.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::compare {

struct Statement;

// A claim with what comparing needs of it worked out once, to be compared with many others. Immutable.
class PreparedClaim {
 public:
  // `catalogue` must outlive it.
  PreparedClaim(Evidence evidence, const Catalogue& catalogue);
  ~PreparedClaim();
  PreparedClaim(PreparedClaim&&) noexcept;
  PreparedClaim& operator=(PreparedClaim&&) noexcept;

  const Evidence& evidence() const { return *evidence_; }
  const Statement& statement() const { return *statement_; }

 private:
  std::unique_ptr<const Evidence> evidence_;
  std::unique_ptr<const Statement> statement_;  // points to the evidence
};

// Whether two claims filed under `key`, taken by themselves, disagree by at least `least` under it. Symmetric.
bool Contradict(std::string_view key, const PreparedClaim& a, const PreparedClaim& b, const Catalogue& catalogue,
                Severity least = Severity::kSoft);

// Two claims by their places in a list.
using ClaimPair = std::pair<std::size_t, std::size_t>;

// The conflicts that contradictions make: one per thing disputed, with its sides. Every claim of a side
// disagrees with every claim of every other side; claims that contradict nobody are left out, and so are pairs
// that their own articles tell apart ("11 million", and "1.8 million in China"). `claims` has all claims under the
// key of every article that it has one of, `pairs` once each all of them that contradict each other; more do no
// harm. Both may come in any order; the result is the same for every order. Claims that no chain of
// contradictions and common articles connects do not influence each other, so that conflicts can be worked out for
// some of the claims under a key. `state` and the revisions of the conflicts are left at their defaults.
std::vector<Conflict> GroupConflicts(std::string_view key, const std::vector<const PreparedClaim*>& claims,
                                     const std::vector<ClaimPair>& pairs, const Catalogue& catalogue,
                                     Severity least = Severity::kSoft);

// All conflicts among claims that share the comparison key `key`: each is compared with each.
// Disagreements below `least` are left out. Two claims that share several keys are compared under the
// least of them only, so that nothing is found twice.
std::vector<Conflict> FindConflicts(std::string_view key, const std::vector<Evidence>& claims,
                                    const Catalogue& catalogue, Severity least = Severity::kSoft);

}  // namespace newsgraph::compare
