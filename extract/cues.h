// Words that tie figures and dates together, and sentences by what they say: what
// the checks of one text need beside its extraction.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/pack.h"
#include "model/reading.h"

namespace newsgraph::extract {

// Immutable once its lexicon is built; any thread may call.
class CueFinder {
 public:
  // Reads the `cues` sections of `packs` and asks `lexicon` for their words.
  CueFinder(const PackSet& packs, Lexicon::Builder& lexicon);

  // The cues in text order; of those that overlap and are of one kind, the longest.
  std::vector<Cue> Find(const Document& document) const;

 private:
  std::vector<CueKind> kinds_;  // by a sense's entry
};

// The document's sentences with the words that carry meaning: those of five
// letters and more by their beginnings, Chinese and Japanese by pairs of characters.
std::vector<ReadSentence> ReadSentences(const Document& document, const Extraction& read);

}  // namespace newsgraph::extract
