// Document → the quantities that it states.
#pragma once

#include <span>
#include <vector>

#include "extract/counted_noun.h"
#include "extract/document.h"
#include "extract/figure_words.h"
#include "extract/lexicon.h"
#include "extract/nouns.h"
#include "extract/number_signs.h"
#include "extract/pack.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// Immutable once its lexicon is built; any thread may call.
class FigureFinder {
 public:
  // Reads the `figures` sections of `packs`, their nouns and noun phrases, and
  // asks `lexicon` for their words; adds the concepts of nouns to `catalogue`.
  FigureFinder(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue);

  // The figures in text order, without overlap. What lies in a name or date is
  // no figure.
  std::vector<Figure> Find(const Document& document, std::span<const MentionedEntity> names,
                           std::span<const Date> dates) const;

  // What the packs' nouns mean, for the stages behind.
  const Nouns& nouns() const { return nouns_; }

 private:
  NumberSignTable signs_;
  FigureWords words_;
  Nouns nouns_;
  CountedNounFinder counted_;
};

}  // namespace newsgraph::extract
