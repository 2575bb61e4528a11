// Document → the expressions that the packs' patterns find, not yet resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/date_patterns.h"
#include "extract/date_words.h"
#include "extract/document.h"
#include "model/date.h"

namespace newsgraph::extract {

// What a pattern of the packs, or of CLDR, stands for and where it may stand.
struct DateRule {
  std::string id;
  std::vector<DatePart> means;  // besides what its slots say
  std::optional<DateMod> mod;
  std::vector<DateClass> after;  // one of these stands before it, if any are named
  std::vector<DateClass> not_after;
  std::vector<DateClass> before;
  std::vector<DateClass> not_before;
  // Not where what follows is counted ("2025 Roboter"), as the lexicon knows it,
  // or as any word seems to be.
  // kUnlessFollowed: not where any word or number follows.
  enum class Counted : std::uint8_t { kAllowed, kUnlessKnown, kUnlessLikely, kUnlessFollowed };
  Counted counted = Counted::kAllowed;
  bool range_begin_only = false;  // "the ninth" of "the ninth to the seventeenth of April"
  bool range_end_only = false;    // "now" of "from 2019 until now"
  bool unlike_fraction = false;   // not "1/3"
  bool unlike_years = false;      // not "2003/04", a year and the next
  bool no_date = false;           // what it matches is passed over: "24/7"
};

// Where an expression stands: by itself, or as an end of a range, which lifts
// what its rule and its neighbours ask for on the side of the other end.
enum class DatePlace : std::uint8_t { kAlone, kRangeBegin, kRangeEnd };

// Where an expression is looked for: at `token`, within the sentence.
struct DateSearch {
  const Document& document;
  std::uint32_t token;
  std::uint32_t sentence_begin;
  std::uint32_t sentence_end;
  DatePlace place = DatePlace::kAlone;
  bool listed = false;  // a date and a comma or "and" stand before
};

struct DateMatch {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  TextSpan span;
  std::string_view ending;  // that the last word carries: "까지"
  const DateRule* rule = nullptr;
  std::uint32_t rule_index = 0;
  bool stands_alone = false;  // found as the beginning of a range, it is as good alone
  bool ambiguous = false;     // a single word that may be another one: "Mai", "Di"
  std::vector<DatePart> from;
  std::vector<DatePart> to;  // the end of a range; else empty
};

// The rules of one language, or of none. Immutable once filled.
class DateMatcher {
 public:
  // `nouns_capitalised`: an upper-case word after a number is what it counts; `verb_last`: verbs end sentences.
  DateMatcher(const DateWords& words, bool nouns_capitalised, bool verb_last)
      : words_(words), nouns_capitalised_(nouns_capitalised), verb_last_(verb_last) {}

  bool nouns_capitalised() const { return nouns_capitalised_; }
  bool verb_last() const { return verb_last_; }

  // The rule's index, for the sequences that it matches.
  std::uint32_t Add(DateRule rule);
  void Add(std::uint32_t rule, const std::vector<DateSequence>& sequences);

  // Call after the last Add.
  void Close();

  // Whether a pattern begins with a word of class `of`.
  bool Begins(DateClass of) const { return begins_.Has(of); }
  // How many tokens behind a literal that begins a pattern the first number or word of
  // a class may stand; all, where a pattern consists of literals.
  std::uint32_t most_to_word() const { return most_to_word_; }
  // Whether one may begin with the literal of that number at `token`, as what follows it tells.
  bool BeginsWithLiteral(const Document& document, std::uint32_t token, std::uint32_t number) const;
  // Whether the number at `token` and what follows it may begin one.
  bool BeginsWithNumber(const Document& document, std::uint32_t token) const;
  // The words, in folded form, with which a pattern begins; they are numbered from `first` on.
  std::vector<std::string> NumberLiterals(std::uint32_t first);

  // The longest expression that begins there; of equal ones, that of the rule added first.
  std::optional<DateMatch> Match(const DateSearch& search) const;

 private:
  class Walk;
  const DateWords& words_;
  bool nouns_capitalised_;
  bool verb_last_;
  std::vector<DateRule> rules_;
  DateTrie trie_;
  DateClassSet begins_;
  // What follows a literal with which patterns begin.
  struct AfterLiteral {
    std::uint32_t most_literals = 0;  // in a row, itself included
    bool nothing = false;             // a pattern of literals alone
    bool number = false;
    DateClassSet words;
  };
  AfterLiteral After(std::uint32_t node) const;
  std::vector<AfterLiteral> after_literals_;
  std::uint32_t most_to_word_ = 0;
  std::uint32_t first_literal_ = 0;                 // the number of the first of them
  std::vector<std::string> literals_after_number_;  // sorted
  std::uint64_t marks_after_number_ = 0;
  DateClassSet words_after_number_;
  bool number_after_number_ = false;
};

}  // namespace newsgraph::extract
