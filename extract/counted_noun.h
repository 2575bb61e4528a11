// What a number counts: the noun in its noun phrase.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/amount_reader.h"
#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/nouns.h"
#include "extract/pack.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// A name or date of the document: number phrases do not begin in one.
struct TakenSpan {
  TextSpan span;
  // What kind of thing the name is, where that can be counted: "chip".
  std::string_view concept_id;
  bool is_date = false;
  bool is_person = false;

  friend auto operator<=>(const TakenSpan& a, const TakenSpan& b) { return a.span <=> b.span; }
  friend bool operator==(const TakenSpan& a, const TakenSpan& b) { return a.span == b.span; }
};

struct CountedNoun {
  // The concept, or the noun as written where no pack knows it.
  std::string unit;
  TextSpan span;
  // One past the last token of the phrase.
  std::uint32_t end_token = 0;
  // The noun is a mere counting word; `unit` is what the text named before.
  bool generic = false;
  // A pack knows it.
  bool known = true;
};

// Immutable once its lexicon is built; any thread may call.
class CountedNounFinder {
 public:
  // Reads the `noun_phrase` tables of `packs`: how their languages build one.
  // `nouns` must outlive this.
  CountedNounFinder(const PackSet& packs, const Nouns& nouns, Lexicon::Builder& lexicon);

  // What the number counts whose tokens are `first_token` to `end_token`; nothing
  // if its phrase has no noun. `taken` is sorted.
  std::optional<CountedNoun> Find(const Document& document, std::uint32_t first_token, std::uint32_t end_token,
                                  std::span<const TakenSpan> taken) const;

  // Whether the language writes nouns with a capital letter.
  bool NounsAreCapitalised(LanguageSet languages) const { return StyleOf(languages).capitalised; }

  // Whether a counting word, or part of one, begins at `token`.
  bool IsCounter(const Document& document, std::uint32_t token) const;

 private:
  struct Style {
    bool head_last = false;               // "data center projects" are projects
    bool capitalised = false;             // nouns begin with a capital letter
    bool noun_before = false;             // it may stand before the number
    bool adjacent = false;                // an unknown noun follows its number at once
    std::vector<std::string> plurals;     // else it is known by its ending
    std::vector<std::string> no_plurals;  // longer endings of other words
  };
  struct Phrase;  // one search

  const Style& StyleOf(LanguageSet languages) const;
  const Hit* NounAt(const Document& document, std::uint32_t token) const;
  std::optional<CountedNoun> JoinedNoun(const Phrase& phrase) const;
  bool ReadToken(Phrase& phrase) const;
  bool ReadBehindStop(const Hit& stop, Phrase& phrase) const;
  bool ReadNoun(const Hit& hit, Phrase& phrase) const;
  bool ReadUnknown(Phrase& phrase) const;
  std::string NamedBefore(const Phrase& phrase, const Noun* counter) const;

  const Nouns& nouns_;
  std::vector<Style> styles_;  // by bit
};

// Of any language, opening or closing.
bool IsQuotationMark(std::string_view sign);

}  // namespace newsgraph::extract
