// A commit as far as it can be prepared outside the writer's turn.
#pragma once

#include <string>

#include "graph/conflict_update.h"
#include "graph/storage/record.pb.h"
#include "model/article.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::graph {

struct Draft {
  std::string text;
  // Without the numbers that the graph gives.
  storage::v1::Record record;
  // Without the article's revision.
  ClaimsByKey claims;
};

// The article and extraction must be valid.
Draft MakeDraft(const Article& article, const Extraction& extraction, const Catalogue& catalogue);

}  // namespace newsgraph::graph
