// What a change under one comparison key touches, as claims that contradict the same others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/sides.h"
#include "graph/comparisons.h"
#include "model/catalogue.h"

namespace newsgraph::graph {

// Claims that contradict the same others after the change.
struct DisputedClaims {
  std::uint32_t camp = kNoCamp;     // in which all of them stood before
  bool rest = false;                // all of the camp that no fresh claim contradicts; then none is listed
  std::vector<FiledClaim*> claims;  // those listed
  std::size_t count = 0;
  const FiledClaim* first = nullptr;  // printed first
  std::vector<std::size_t> against;   // which of the contradictions' fresh claims
};

// Two claims that contradict each other, one of them fresh.
struct FreshPair {
  const FiledClaim* a = nullptr;
  const FiledClaim* b = nullptr;
  Severity severity = Severity::kSoft;
};

// A change in the making. The comparison has the fresh claims and no longer those that leave, but its camps and
// conflicts are as they were.
class Dispute {
 public:
  Dispute(const std::string& key, const std::set<std::uint64_t>& changed, std::vector<FiledClaim> fresh,
          Comparison& comparison, const Catalogue& catalogue);

  const std::vector<DisputedClaims>& units() const { return units_; }
  const std::vector<FreshPair>& pairs() const { return pairs_; }
  // The conflicts and camps that a chain of contradictions connects with the change.
  const std::set<std::uint64_t>& conflicts() const { return conflicts_; }
  const std::set<std::uint32_t>& camps() const { return camps_; }
  // Claims that were there before and are not after.
  const std::map<ClaimPlace, FiledClaim>& leaving() const { return leaving_; }
  // The unit of a claim that stays and is disputed; nothing for others.
  std::optional<std::size_t> UnitOf(const FiledClaim* claim) const;
  // All claims of a unit.
  std::vector<FiledClaim*> ClaimsOf(const DisputedClaims& unit) const;
  // Which units contradict each other.
  compare::Disagreements Contradictions() const;

 private:
  void Replace(const std::set<std::uint64_t>& changed, std::vector<FiledClaim> fresh);
  void Compare(const Catalogue& catalogue);
  void Meet(FiledClaim* claim, FiledClaim* other, const compare::Judgement& judgement, const Catalogue& catalogue);
  bool AreToldApart(const FiledClaim& a, const FiledClaim& b, const compare::Judgement& judgement,
                    const Catalogue& catalogue) const;
  std::vector<const compare::Statement*> OfArticle(std::uint64_t article) const;
  void Close();
  void Split();
  const FiledClaim* FirstOfRest(const Camp& camp) const;

  const std::string& key_;
  Comparison& comparison_;
  std::map<ClaimPlace, FiledClaim> leaving_;
  std::vector<FiledClaim*> fresh_;
  std::unordered_map<const FiledClaim*, std::size_t> fresh_at_;
  std::vector<FreshPair> pairs_;
  std::map<FiledClaim*, std::vector<std::size_t>> against_;  // which fresh claims contradict a claim
  std::set<std::uint64_t> conflicts_;
  std::set<std::uint32_t> camps_;
  std::vector<DisputedClaims> units_;  // in order of their first claims
  std::unordered_map<const FiledClaim*, std::size_t> unit_of_;
  std::map<std::uint32_t, std::size_t> rest_of_;  // the units of what is left of camps
};

}  // namespace newsgraph::graph
