// Which parts of a page's text are not the article: advertisements, navigation,
// credits, contact blocks.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/pack.h"
#include "extract/tokenizer.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// Immutable once its lexicon is built; any thread may call.
class Boilerplate {
 public:
  // Reads the `text` sections of `packs`.
  Boilerplate(const PackSet& packs, Lexicon::Builder& lexicon, PackErrors& errors);

  // The masked spans in text order, without overlap; whole lines each.
  std::vector<MaskedText> Find(std::string_view text, const TokenizedText& tokenized, std::span<const Hit> hits) const;
};

}  // namespace newsgraph::extract
