// A suppression that begins or ends → the conflicts that change their state by it.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "graph/reader.h"
#include "graph/storage/index.pb.h"
#include "graph/suppressions.h"
#include "model/status.h"
#include "model/suppression.h"

namespace newsgraph::graph {

// The next version of a conflict, with its number.
struct NumberedVersion {
  std::uint64_t number = 0;
  storage::v1::Conflict version;
};

// Conflicts that `changed` takes in and nobody has decided on, as they stand in the newest state, which differs from
// what `suppressions` now say: each with the state that they do say, under the revision of `head`.
StatusOr<std::vector<NumberedVersion>> FindResettled(const Reader& reader, const Identities& identities,
                                                     const Suppressions& suppressions,
                                                     const std::vector<Suppression>& changed,
                                                     const storage::v1::Head& head);

}  // namespace newsgraph::graph
