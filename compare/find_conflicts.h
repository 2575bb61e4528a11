// Claims that share a comparison key → conflicts with sides.
#pragma once

#include <string_view>
#include <vector>

#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::compare {

// All conflicts among claims that share the comparison key `key`, one per thing disputed, with its sides: each claim
// is compared with each. Every claim of a side disagrees with every claim of every other side; claims that contradict
// nobody are left out, and so are pairs that their own articles tell apart ("11 million, and 1.8 million in China").
// Disagreements below `least` are left out. Two claims that share several keys are compared under the least of them
// only, so that nothing is found twice. The result is the same for every order of the claims. `state` and the
// revisions of the conflicts are left at their defaults. What a graph finds from commit to commit is this, without
// comparing everything again.
std::vector<Conflict> FindConflicts(std::string_view key, const std::vector<Evidence>& claims,
                                    const Catalogue& catalogue, Severity least = Severity::kSoft);

}  // namespace newsgraph::compare
