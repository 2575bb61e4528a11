// Which index lists a conflict stands in, and where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/identities.h"
#include "graph/posting_lists.h"
#include "graph/storage/index.pb.h"

namespace newsgraph::graph {

// A version's place in every list: the one changed last first, then by number.
struct ConflictPosition {
  std::uint64_t changed_revision = 0;
  std::uint64_t conflict = 0;

  std::string Key() const;
  // Nothing for other bytes.
  static std::optional<ConflictPosition> Parse(std::string_view key);
};

// The keys of all index entries of one version.
std::vector<std::string> ConflictIndexKeys(const storage::v1::Conflict& version, std::uint64_t conflict);

// The lists in all of which a conflict stands if `filter` takes it; at least
// one. The article is not looked at, and of an entity that others became all that may be meant:
// Takes() decides on the rest.
std::vector<AnyOf> ConflictLists(const ConflictFilter& filter, const Identities& identities, std::uint64_t as_of);

// Whether the filter's fields other than subject and article take it.
bool Takes(const ConflictFilter& filter, const storage::v1::Conflict& version);

}  // namespace newsgraph::graph
