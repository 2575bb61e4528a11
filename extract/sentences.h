// Article text → sentences.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lines.h"
#include "extract/pack.h"
#include "extract/text_hash.h"
#include "extract/tokenizer.h"

namespace newsgraph::extract {

// Immutable; any thread may call.
class SentenceSplitter {
 public:
  // Reads the `sentences` tables of the language packs: abbreviations, and the
  // words that begin sentences.
  SentenceSplitter(const PackSet& packs, PackErrors& errors);

  // The sentences of a text with these tokens and lines, in order and without overlap; white space between sentences
  // belongs to none, and neither does masked text. A blank line always ends one;
  // so does the end of a line, unless the text is wrapped at a fixed width there.
  // None has more than some hundred tokens: what goes on for longer is cut.
  std::vector<Sentence> Split(std::string_view text, const TokenizedText& tokenized, std::span<const Line> lines,
                              LanguageSet languages) const;

 private:
  struct Run;
  // What a word of the packs does to the full stop after or before it.
  enum class Word : std::uint8_t { kAbbreviation, kTitle, kBeforeNumber, kStarter };
  using WordSet = unsigned;
  static constexpr WordSet Bit(Word word) { return WordSet{1} << static_cast<unsigned>(word); }
  struct Entry {
    Word word;
    LanguageSet languages;
  };

  void Add(const PackNode& list, Word word, LanguageSet languages);
  WordSet WordsOf(std::string_view folded, LanguageSet languages) const;

  TextTable<std::vector<Entry>> words_;
  LanguageSet ordinal_stops_ = 0;  // languages that write "15." for "15th"
};

}  // namespace newsgraph::extract
