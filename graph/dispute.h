// What a change under one comparison key touches, as claims that contradict the same others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/sides.h"
#include "graph/comparisons.h"
#include "model/catalogue.h"

namespace newsgraph::graph {

// An article's claims under a key, as they are stored (MakeRow()).
struct FreshRow {
  std::uint64_t article = 0;  // number
  std::string_view row;
};

// Claims that contradict the same others after the change.
struct DisputedClaims {
  std::uint32_t camp = kNoCamp;     // in which all of them stood before
  bool rest = false;                // all of the camp that are in no other unit; then none is listed
  std::vector<FiledClaim*> claims;  // those listed
  std::size_t count = 0;
  const FiledClaim* first = nullptr;  // printed first
  std::vector<std::size_t> against;   // which fresh claims
};

// A fresh claim and the first printed of a unit with which its contradiction is worst.
struct FreshPair {
  const FiledClaim* a = nullptr;
  const FiledClaim* b = nullptr;
  Severity severity = Severity::kSoft;
};

// A change in the making. The comparison has the fresh claims and no longer those that leave, but its camps and
// conflicts are as they were.
class Dispute {
 public:
  Dispute(const std::string& key, const std::set<std::uint64_t>& changed, const std::vector<FreshRow>& fresh,
          Comparison& comparison, const Catalogue& catalogue);

  const std::vector<DisputedClaims>& units() const { return units_; }
  const std::vector<FreshPair>& pairs() const { return pairs_; }
  // The conflicts and camps that a chain of contradictions connects with the change.
  const std::set<std::uint64_t>& conflicts() const { return conflicts_; }
  const std::set<std::uint32_t>& camps() const { return camps_; }
  // Claims that were there before and are not after.
  const std::pmr::map<ClaimPlace, FiledClaim>& leaving() const { return leaving_; }
  // The unit of a claim that stays and is disputed; nothing for others.
  std::optional<std::size_t> UnitOf(const FiledClaim* claim) const;
  // All claims of a unit.
  std::vector<FiledClaim*> ClaimsOf(const DisputedClaims& unit) const;
  // Which units contradict each other.
  compare::Disagreements Contradictions() const;

 private:
  // A claim that a fresh one contradicts.
  struct Meeting {
    FiledClaim* claim = nullptr;
    std::size_t fresh = 0;
    Severity severity = Severity::kSoft;
  };
  using Meetings = std::vector<Meeting>::const_iterator;
  // A unit in the making, and with each fresh claim that it is against, the meeting that is worst.
  struct Marked {
    // The meetings of one claim.
    void Add(Meetings begin, Meetings end);

    DisputedClaims unit;
    std::vector<Meeting> worst;
  };

  void Replace(const std::set<std::uint64_t>& changed, const std::vector<FreshRow>& fresh);
  void Compare(const Catalogue& catalogue);
  void CompareWithOthers(std::size_t fresh, const Catalogue& catalogue);
  void CompareWithin(std::size_t fresh, const Catalogue& catalogue);
  void Meet(std::size_t fresh, FiledClaim* other, Severity severity);
  std::vector<const compare::Statement*> OfArticle(const FiledClaim& claim) const;
  void Close();
  void Split();
  void SplitCamp(std::uint32_t camp, Meetings begin, Meetings end);
  void AddFresh();
  std::size_t CountOf(std::uint32_t camp) const;
  const FiledClaim* FirstOfRest(std::uint32_t camp, Meetings begin, Meetings end) const;
  bool Leaves(const FiledClaim& claim) const;

  const std::string& key_;
  Comparison& comparison_;
  std::pmr::map<ClaimPlace, FiledClaim> leaving_;
  std::vector<FiledClaim*> fresh_;
  std::unordered_map<const FiledClaim*, std::size_t> fresh_at_;
  std::vector<Meeting> meetings_;  // by camps, claims and fresh claims, once they are split
  std::vector<FreshPair> pairs_;
  std::set<std::uint64_t> conflicts_;
  std::set<std::uint32_t> camps_;
  std::vector<DisputedClaims> units_;  // in order of their first claims
  std::unordered_map<const FiledClaim*, std::size_t> unit_of_;
  std::map<std::uint32_t, std::size_t> rest_of_;  // the units of what is left of camps
};

}  // namespace newsgraph::graph
