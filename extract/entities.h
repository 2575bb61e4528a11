// Document → the entities that it names.
#pragma once

#include <span>
#include <vector>

#include "extract/article_names.h"
#include "extract/document.h"
#include "extract/entity_names.h"
#include "extract/lexicon.h"
#include "extract/model_numbers.h"
#include "extract/name_cues.h"
#include "extract/offices.h"
#include "extract/pack.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// Immutable once its lexicon is built; any thread may call.
class EntityFinder {
 public:
  // Reads the `names` tables and `entities` sections of `packs`, asks `lexicon`
  // for their words, and reports what is wrong with them in `errors`.
  EntityFinder(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue, PackErrors& errors);

  // The entities by first mention, each with all its mentions in text order.
  std::vector<MentionedEntity> Find(const Document& document) const;

 private:
  const Entity& Chosen(const ArticleNames& article, std::span<const ArticleNames::KnownName> same) const;
  Mentions KnownNames(const ArticleNames& article) const;
  void AcceptWeakNames(ArticleNames& article) const;

  EntityNames names_;
  NameCues cues_;
  Offices offices_;
  ModelNumbers model_numbers_;
};

}  // namespace newsgraph::extract
