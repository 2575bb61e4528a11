// Listing links.
#pragma once

#include <cstddef>
#include <cstdint>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "model/catalogue.h"
#include "model/link.h"
#include "model/status.h"

namespace newsgraph::graph {

// As Graph::ListLinks(); `acknowledged` is the newest revision to be shown.
StatusOr<Page<Link>> ListLinks(const Database& database, const Identities& identities, const Catalogue& catalogue,
                               std::uint64_t acknowledged, const LinkFilter& filter, std::size_t page_size,
                               const PageToken& token);

}  // namespace newsgraph::graph
