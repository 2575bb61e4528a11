// A change under one comparison key → the claims whose conflicts it can alter.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "compare/find_conflicts.h"
#include "graph/comparisons.h"
#include "model/catalogue.h"

namespace newsgraph::graph {

// Closed under contradiction and common articles: no claim outside contradicts one of these or is of the same
// article, so their conflicts are found without looking at the others.
struct DisputedClaims {
  std::vector<const FiledClaim*> claims;
  std::vector<compare::ClaimPair> pairs;  // which of them contradict each other
  std::vector<std::uint64_t> conflicts;   // stored, by number: these are found again, altered or gone
};

// `known` is what is filed under `key` before the change; `changed` are the numbers of the articles that it
// changes, `fresh` their claims after it, by articles. Compares each fresh claim with every other once; which of the
// others contradict each other is known from their conflicts. Points into `known` and `fresh`.
DisputedClaims FindDisputed(std::string_view key, const Comparison& known, const std::set<std::uint64_t>& changed,
                            const std::vector<FiledClaim>& fresh, const Catalogue& catalogue);

}  // namespace newsgraph::graph
