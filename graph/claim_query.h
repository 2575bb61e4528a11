// Listing claims.
#pragma once

#include <cstddef>
#include <cstdint>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "model/status.h"

namespace newsgraph::graph {

// As Graph::ListClaims(); `acknowledged` is the newest revision to be shown.
StatusOr<Page<Evidence>> ListClaims(const Database& database, const Identities& identities, std::uint64_t acknowledged,
                                    const ClaimFilter& filter, std::size_t page_size, const PageToken& token);

}  // namespace newsgraph::graph
