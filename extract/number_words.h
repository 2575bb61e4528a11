// The words of one language that make up a number: "zwei", "hundert", "Mio.", "万".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/trie.h"

namespace newsgraph::extract {

// One word, or a phrase that a number grammar takes as one ("vingt-cinq").
struct NumberAtom {
  enum class Kind : std::uint8_t {
    kAddend,      // "zwei", "twenty-five", "doscientos"
    kMultiplier,  // "hundred", "Milliarden", "万"
    kGlue,        // "und" in "hundert und eins", 零
    kHalf,        // "einhalb" after a whole number
    kVague,       // 多 or 余 inside a number: somewhat more than it says
    kPoint,       // "Komma" in "zwei Komma drei"
  };
  enum class When : std::uint8_t {
    kAlways,
    kAttached,  // only behind digits: "60k", "60 k"
    kLetter,    // the same for an upper-case letter ("5M", "5 M"), else only in money: "$5m"
    kSpelled,   // only in numbers without digits: French "cents", which are coins as well
    kJoined,    // never a number by itself: Korean 이, which is "this" as well
  };
  Kind kind = Kind::kAddend;
  When when = When::kAlways;
  // May be read without a number before it: "hundert", not "Million".
  bool bare = false;
  // A scale word behind which digits may go on: 2만7천.
  bool joins_digits = false;
  std::int64_t value = 0;
};

// Where in a document's folded tokens a reader stands.
struct WordPlace {
  std::uint32_t token = 0;
  std::uint32_t byte = 0;  // within the folded token

  friend bool operator==(const WordPlace&, const WordPlace&) = default;
};

// Immutable; any thread may match.
class NumberWords {
 public:
  class Builder {
   public:
    // Begins with what CLDR's spelling rules for `locale` yield; an unknown locale
    // gives no words.
    explicit Builder(const std::string& locale);

    // The later of two meanings of a word stands.
    void Add(std::string_view word, const NumberAtom& atom);
    // Makes `word`, which is known, count only as a part of longer numbers.
    void OnlyJoined(std::string_view word) { Restrict(word, NumberAtom::When::kJoined); }
    // The same where no digits stand in the number.
    void OnlySpelled(std::string_view word) { Restrict(word, NumberAtom::When::kSpelled); }
    // Adds a second spelling of every word that has `from` in it: "ü" as "ue".
    void Respell(std::string_view from, std::string_view to);
    // A last digit means tenths of the factor before it: 一万二 is 12,000.
    void LastDigitIsTenths() { tenths_ = true; }
    // Leaves the builder empty.
    std::unique_ptr<const NumberWords> Build();

   private:
    friend class NumberWords;
    void AddFromCldr(const std::string& locale);
    void Restrict(std::string_view word, NumberAtom::When when);

    std::vector<std::pair<std::string, NumberAtom>> words_;
    bool joined_ = false;
    bool tenths_ = false;
  };

  // Whether numbers are written as one word: "zweihundertfünfzig".
  bool joined() const { return joined_; }
  bool last_digit_is_tenths() const { return tenths_; }

  // The longest atom at `place`; null if none. It ends where a token does, or
  // inside one in a language that joins. `place` moves behind it.
  const NumberAtom* Match(const Document& document, WordPlace& place) const;

 private:
  NumberWords(const std::vector<std::string>& keys, std::vector<NumberAtom> atoms, bool joined, bool tenths)
      : trie_(keys), atoms_(std::move(atoms)), joined_(joined), tenths_(tenths) {}

  Trie trie_;
  std::vector<NumberAtom> atoms_;
  bool joined_ = false;
  bool tenths_ = false;
};

}  // namespace newsgraph::extract
