// Figures and dates → claims: whose they are, what they measure, when, who says so.
#pragma once

#include <optional>
#include <vector>

#include "extract/claim_frames.h"
#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/nouns.h"
#include "extract/pack.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// Immutable once its lexicon is built; any thread may call.
class ClaimFinder {
 public:
  // Reads the claim rules of `packs`, asks `lexicon` for their words, and reports
  // what is wrong with them. `catalogue` already holds the metrics, and must
  // outlive this like `nouns`.
  ClaimFinder(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue, const Nouns& nouns);

  // Gives `read`, which holds the entities, figures and dates of the document, its
  // claims in order of their sentences. A figure or date without a clear owner or
  // meaning makes no claim; what the price of one thing is per is said. A statement that is made
  // twice is one claim, with the other places as its echoes. What lies after
  // `published`, where it is known, has not happened yet.
  void Find(const Document& document, Extraction& read, std::optional<Day> published) const;

 private:
  const Catalogue& catalogue_;
  const Nouns& nouns_;
  ClaimRules rules_;
};

}  // namespace newsgraph::extract
