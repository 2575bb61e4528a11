// Document → the entities that it names.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/pack.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// Immutable once its lexicon is built; any thread may call.
class EntityFinder {
 public:
  // Reads the `entities` sections of `packs`, asks `lexicon` for their words,
  // and reports what is wrong with them in `errors`.
  EntityFinder(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue, PackErrors& errors);

  // The entities by first mention, each with all its mentions in text order.
  std::vector<MentionedEntity> Find(const Document& document) const;
};

}  // namespace newsgraph::extract
