// What a number counts: the noun in its noun phrase.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
  // Not in the plural, in a language that marks it: "a 12 member panel".
  bool single = false;
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

  // Whether a noun of the packs begins at `token`.
  bool IsNoun(const Document& document, std::uint32_t token) const { return NounAt(document, token) != nullptr; }
  // The same, or a word that ends in one, whatever the language says of compounds.
  static bool IsKnown(const Document& document, std::uint32_t token);

  // Whether a counting word, or part of one, begins at `token`.
  bool IsCounter(const Document& document, std::uint32_t token) const {
    return token < document.tokens().size() && IsGeneric(NounAt(document, token));
  }

  const Nouns& nouns() const { return nouns_; }

  // Whether no noun phrase can go on at `token`.
  bool EndsPhrase(const Document& document, std::uint32_t token) const;

 private:
  // How a language builds the phrase that holds the noun: its table `noun_phrase`.
  struct Style {
    bool head_last = false;     // "data center projects" are projects
    bool capitalised = false;   // nouns begin with a capital letter
    bool noun_before = false;   // it may stand before the number
    bool adjacent = false;      // an unknown noun follows its number at once
    bool no_compounds = false;  // no noun is the end of a longer word: "downtown"
    // What an unknown noun ends in; else it is none, and in a chain of nouns only a
    // word that does so, or is one of `plural_words`, is counted.
    std::vector<std::string> plurals;
    std::vector<std::string> no_plurals;  // longer endings of other words
    // Of words that stand between number and noun where another word follows.
    std::vector<std::string> adjective_endings;
    // Of those behind which a comma may stand.
    std::vector<std::string> list_endings;
    // Of counting words behind which the noun may stand: "100대의 로봇", but not "100대를 만드는 공장". Empty: any.
    std::vector<std::string> counter_endings;
    // How an unknown noun is written when it is one: "ies" → "y".
    std::vector<std::pair<std::string, std::string>> singulars;

    // The last noun of a chain is the one that is marked as a plural.
    bool marks_plural() const { return head_last && !adjacent && !plurals.empty(); }
    // Whether a counting word with that ending is followed by what it counts.
    bool GoesOnBehind(std::string_view ending) const {
      const auto& some = counter_endings;
      return ending.empty() || some.empty() || std::find(some.begin(), some.end(), ending) != some.end();
    }
  };
  struct Phrase;  // one search

  bool IsGeneric(const Hit* noun) const { return noun != nullptr && nouns_.Of(*noun).generic; }
  static Style ReadStyle(const PackNode& node);
  const Style& StyleOf(LanguageSet languages) const;
  // The longest noun that is, or ends, the word at `token`.
  const Hit* NounAt(const Document& document, std::uint32_t token) const;
  std::optional<CountedNoun> JoinedNoun(Phrase& phrase) const;
  bool ReadToken(Phrase& phrase) const;
  bool ReadName(const TakenSpan& name, Phrase& phrase) const;
  bool ReadSign(Phrase& phrase) const;
  bool ReadBehindStop(const Hit& stop, Phrase& phrase) const;
  bool ReadNoun(const Hit& hit, Phrase& phrase) const;
  bool ReadUnknown(Phrase& phrase) const;
  bool ReadGuess(Phrase& phrase) const;
  std::string Singular(std::string_view word, const Style& style) const;
  std::string NamedBefore(const Phrase& phrase, const Noun* counter) const;

  const Nouns& nouns_;
  std::vector<Style> styles_;  // by bit
};

}  // namespace newsgraph::extract
