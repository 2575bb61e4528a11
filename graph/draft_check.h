// A text that is not stored → the conflicts that it would be part of.
#pragma once

#include <vector>

#include "graph/database.h"
#include "graph/draft.h"
#include "graph/identities.h"
#include "graph/suppressions.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/status.h"

namespace newsgraph::graph {

// As Graph::CheckDraft(). Any thread may call.
StatusOr<std::vector<Conflict>> CheckDraft(const Database& database, const Catalogue& catalogue,
                                           const Identities& identities, const Suppressions& suppressions,
                                           const Draft& draft);

}  // namespace newsgraph::graph
