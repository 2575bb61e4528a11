// How the camps under a comparison key change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "compare/sides.h"
#include "graph/comparisons.h"
#include "graph/dispute.h"

namespace newsgraph::graph {

// Moves claims between camps so that each side of a group is one camp, as few as possible. The dispute's conflicts are
// no longer in the comparison.
class CampChange {
 public:
  CampChange(const std::vector<compare::Group>& groups, const Dispute& dispute, Comparison& comparison);

  // The claims that have come to stand in another camp, or in none.
  const std::map<ClaimPlace, std::uint32_t>& moved() const { return moved_; }
  // The camps of a group, in the order of its sides.
  const std::vector<std::uint32_t>& sides(std::size_t group) const { return sides_[group]; }

  // The articles that have a claim in one of the camps `now`, and had none in those of `before`; and the other way
  // round.
  void CompareArticles(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& now,
                       std::set<std::uint64_t>& joined, std::set<std::uint64_t>& left) const;

 private:
  struct Move {
    std::uint64_t article = 0;
    const FiledClaim* claim = nullptr;
    std::uint32_t from = kNoCamp;
  };

  std::vector<std::uint32_t> Targets(const std::vector<compare::Group>& groups);
  void TakeLeaving();
  void File();
  std::uint32_t CampFor(const compare::Side& side);
  void Put(FiledClaim* claim, std::uint32_t camp);

  const Dispute& dispute_;
  Comparison& comparison_;
  std::map<std::uint32_t, std::size_t> heirs_;  // the unit with most claims of each camp
  std::vector<std::vector<std::uint32_t>> sides_;
  std::map<ClaimPlace, std::uint32_t> moved_;
  std::vector<Move> moves_;
  std::set<const FiledClaim*> movers_;
};

}  // namespace newsgraph::graph
