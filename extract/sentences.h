// Article text → sentences.
#pragma once

#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/pack.h"
#include "extract/tokenizer.h"

namespace newsgraph::extract {

// Immutable; any thread may call.
class SentenceSplitter {
 public:
  // Reads the abbreviations of the `text` sections of `packs`.
  SentenceSplitter(const PackSet& packs, PackErrors& errors);

  // The sentences in order and without overlap; white space between sentences
  // belongs to none, and neither does masked text. A blank line always ends one.
  std::vector<Sentence> Split(std::string_view text, const TokenizedText& tokenized, LanguageSet languages) const;
};

}  // namespace newsgraph::extract
