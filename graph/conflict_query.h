// Listing conflicts and reading events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "model/status.h"

namespace newsgraph::graph {

// As the methods of Graph; `acknowledged` is the newest revision to be shown.
StatusOr<Page<Conflict>> ListConflicts(const Database& database, const Identities& identities,
                                       std::uint64_t acknowledged, const ConflictFilter& filter, std::size_t page_size,
                                       const PageToken& token);
StatusOr<Page<Conflict>> ListConflictVersions(const Database& database, const Identities& identities,
                                              std::uint64_t acknowledged, std::string_view id, std::size_t page_size,
                                              const PageToken& token);
StatusOr<Conflict> GetConflict(const Database& database, const Identities& identities, std::uint64_t acknowledged,
                               std::string_view id);
StatusOr<std::vector<Event>> ReadEvents(const Database& database, const Identities& identities,
                                        std::uint64_t acknowledged, std::uint64_t after_revision, std::size_t limit);

}  // namespace newsgraph::graph
