// Document → the quantities that it states.
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
class FigureFinder {
 public:
  // Reads the `figures` sections of `packs`, asks `lexicon` for their words,
  // and reports what is wrong with them in `errors`.
  FigureFinder(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue, PackErrors& errors);

  // The figures in text order, without overlap. `taken` are spans of names and
  // dates in text order: what lies in one is no figure.
  std::vector<Figure> Find(const Document& document, std::span<const TextSpan> taken) const;
};

}  // namespace newsgraph::extract
