// A change under one comparison key → what its conflicts are then.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/comparisons.h"
#include "graph/dispute.h"
#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::graph {

struct FoundSide {
  std::uint32_t camp = kNoCamp;
  std::vector<const FiledClaim*> shown;  // the first of its claims
  std::size_t claim_count = 0;
  std::size_t origin_count = 0;
};

// A conflict that a change made, altered or left as it was.
struct FoundConflict {
  std::string id;  // that it has, where it is stored
  ConflictKind kind = ConflictKind::kValue;
  Severity severity = Severity::kSoft;
  std::string subject;
  std::string metric;
  std::string object;
  std::string explanation;
  const FiledClaim* worst_a = nullptr;
  const FiledClaim* worst_b = nullptr;
  std::vector<FoundSide> sides;
  bool same_matter = false;        // what was decided on the stored one holds for it
  std::set<std::uint64_t> joined;  // articles, by number, that take part and did not before
  std::set<std::uint64_t> left;    // and the other way round
};

// A stored conflict that a change may alter: one that is not found again is gone.
struct SoughtConflict {
  std::uint64_t number = 0;
  storage::v1::Conflict version;
  std::set<std::uint64_t> left;  // of one that is gone: articles that it does not show
};

struct ConflictsUnderKey {
  std::vector<FoundConflict> found;
  std::vector<SoughtConflict> sought;
  std::map<ClaimPlace, std::uint32_t> camps;  // which claims have come to stand in another camp, or in none
  std::size_t judged_count = 0;               // how often two claims were judged
};

// Makes `fresh` the claims of the articles `changed`, by numbers, under `key`, and finds what that alters. The work
// follows what is fresh and what that contradicts: of claims that agree with it, only the forms are looked at, and of
// conflicts that it touches, the camps. The sought conflicts are taken out of `comparison`: who stores what is found
// adds it again. What is found points into `comparison` until that changes again. The result is that of
// compare::FindConflicts() over all claims, but for conflicts that the change cannot alter, which are left out.
ConflictsUnderKey ChangeClaims(const std::string& key, const std::set<std::uint64_t>& changed,
                               const std::vector<FreshRow>& fresh, Comparison& comparison, const Catalogue& catalogue);

}  // namespace newsgraph::graph
