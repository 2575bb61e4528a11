// Figures and dates → claims: whose they are, what they measure, when, who says so.
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
class ClaimFinder {
 public:
  // Reads the `claims` sections of `packs`, asks `lexicon` for their words,
  // and reports what is wrong with them in `errors`.
  ClaimFinder(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue, PackErrors& errors);

  // The claims in order of their values. `read` holds the entities, figures and
  // dates of the document; its claims are not looked at.
  std::vector<Claim> Find(const Document& document, std::optional<Day> published, const Extraction& read) const;
};

}  // namespace newsgraph::extract
