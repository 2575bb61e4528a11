// A change under one comparison key → what its conflicts are then.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/comparisons.h"
#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::graph {

struct FoundConflict {
  Conflict conflict;         // under the id that it has, where it is stored; without state and revisions
  bool same_matter = false;  // what was decided on the stored one holds for it
};

struct ConflictsUnderKey {
  std::vector<FoundConflict> found;
  std::vector<std::uint64_t> sought;  // stored ones, by number, that were looked for: those not found are gone
  std::map<std::string, std::uint64_t> articles;  // the numbers of the articles that found conflicts name, by id
};

// `known` is what is filed under `key` before the change; `changed` are the numbers of the articles that it
// changes, `fresh` their claims after it. Conflicts that the change cannot alter are left out.
ConflictsUnderKey FindConflictsUnder(std::string_view key, const Comparison& known,
                                     const std::set<std::uint64_t>& changed, const std::vector<FiledClaim>& fresh,
                                     const Catalogue& catalogue);

}  // namespace newsgraph::graph
