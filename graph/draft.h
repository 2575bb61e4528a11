// A commit as far as it can be prepared outside the writer's turn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/revision.h"
#include "graph/conflict_update.h"
#include "graph/identities.h"
#include "graph/storage/record.pb.h"
#include "model/article.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/extraction.h"
#include "model/reading.h"

namespace newsgraph::graph {

struct Draft {
  std::string text;
  // Without the numbers that the graph gives; with the ids that were read.
  storage::v1::Record record;
  // Without the article's revision; of the entities that stood when `identity_count` changes were made.
  ClaimsByKey claims;
  std::uint64_t identity_count = 0;
  // What the text says against itself; and whether it says that it was corrected, where it was looked at.
  std::vector<Conflict> own;
  std::optional<compare::Correction> correction;
};

// The article and extraction must be valid.
Draft MakeDraft(const Article& article, const Extraction& extraction, const Catalogue& catalogue,
                const Identities& identities);

// Fills in what the checks of one text tell of the draft's article.
void CheckText(const Article& article, const ArticleReading& reading, const Catalogue& catalogue, Draft& draft);

// All claims of a record by ordinals, of the entities that stand now. Nothing where it is damaged.
std::optional<std::vector<Evidence>> ClaimsOf(const storage::v1::Record& record, const Identities& identities);

// The claims of a record as they are to be filed now; the record's keys are set to theirs.
// Nothing where it is damaged.
std::optional<ClaimsByKey> FileClaims(storage::v1::Record& record, const Catalogue& catalogue,
                                      const Identities& identities);

}  // namespace newsgraph::graph
