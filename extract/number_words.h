// The words of one language that make up a number: "zwei", "hundert", "Mio.", "万".
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/spelled_numbers.h"
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
    kPart,        // "fifth", "quintos": the denominator of the number before it
    kBundle,      // "dozen"
    kOver,        // 分之, between a denominator and its numerator
    kUnder,       // "sobre" in "uno sobre cien", "in" in "one in five"
    kWith,        // "con" or 又 between a whole number and its fraction, beside kGlue
    kArticle,     // "a" in "a trillionth": one, before a part alone
    kEvery,       // "jeder" in "jeder fünfte", which is one fifth
    kOrdinal,     // "fünfte" there
    kAmong,       // に in 5人に1人, 중 in 5명 중 1명
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
  // A zero that glues as well: 零.
  bool zero = false;
  // A word for a point that is a common word too takes two digits at least:
  // "siete con cincuenta".
  bool weak = false;
  // A part that follows one, or more than one: "fifth", "fifths".
  bool of_one = true;
  bool of_more = true;
  // A part that only an article stands before, and only in a longer number: "five
  // and a quarter".
  bool of_article = false;
  // A part that is spelled as the ordinal is, so that what follows decides.
  bool ordinal = false;
  // A part that digits may stand before: "2 thirds".
  bool with_digits = false;
  // A word under a numerator: of any two numbers ("over"), of usual ratios ("in").
  bool any_ratio = false;
  bool usual_ratio = false;
  // What is counted may stand before it: "sur" in "un Français sur cinq".
  bool apart = false;
  // Of the digits of `value`, how many are decimals: "anderthalb".
  int decimals = 0;
  std::int64_t value = 0;

  // Whether a number may begin with it: "und" and "Milliarden" begin none.
  bool MayOpen() const {
    return kind == Kind::kAddend || kind == Kind::kArticle || kind == Kind::kEvery || zero || bare ||
           when == When::kJoined;
  }
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
    // Adds the parts that are spelled as the ordinals, or the cardinals, of CLDR with
    // `ending` behind: "fifth" + "s", "onze" + "avos". `part` says what else holds.
    void AddOrdinalParts(std::string_view ending, std::int64_t from, const NumberAtom& part);
    void AddCardinalParts(std::string_view ending, const NumberAtom& part);
    // Adds the ordinals of CLDR, for kEvery to stand before.
    void AddOrdinals();
    // Makes `word`, which is known, count only as a part of longer numbers.
    void OnlyJoined(std::string_view word) { Restrict(word, NumberAtom::When::kJoined); }
    // The same where no digits stand in the number.
    void OnlySpelled(std::string_view word) { Restrict(word, NumberAtom::When::kSpelled); }
    // Adds a second spelling of every word that has `from` in it: "ü" as "ue".
    void Respell(std::string_view from, std::string_view to);
    // Makes `ending` one that a number may carry: "십육입니다".
    void AddEnding(std::string_view ending) { endings_.insert(std::string(ending)); }
    // A last digit means tenths of the factor before it: 一万二 is 12,000.
    void LastDigitIsTenths() { tenths_ = true; }
    // Two digits that follow each other are a range: 二三十 is 20 to 30.
    void PairDigits() { pairs_ = true; }
    // Leaves the builder empty.
    std::unique_ptr<const NumberWords> Build();

   private:
    friend class NumberWords;
    void AddFromCldr(const std::string& locale);
    void AddWithoutAccents();
    void Restrict(std::string_view word, NumberAtom::When when);

    SpelledNumbers spelled_;
    std::vector<std::pair<std::string, NumberAtom>> words_;
    std::set<std::string, std::less<>> endings_;
    bool joined_ = false;
    bool tenths_ = false;
    bool pairs_ = false;
  };

  // Whether numbers are written as one word: "zweihundertfünfzig".
  bool joined() const { return joined_; }
  bool last_digit_is_tenths() const { return tenths_; }
  bool pairs_digits() const { return pairs_; }
  // Whether some word of its kind is there: kUnder that stands apart, kAmong.
  bool has_apart() const { return has_apart_; }
  bool has_among() const { return has_among_; }
  // Whether a number may carry `rest`, which stands behind it in its word.
  bool IsEnding(std::string_view rest) const { return endings_.contains(rest); }

  // False where no number begins with the first bytes of `folded`, a token: what
  // nearly all words of a text are, for the price of one look.
  bool MayBegin(std::string_view folded) const { return opening_.Has(folded); }

  // The longest atom at `place`; null if none. It ends where a token does, or
  // inside one in a language that joins. `place` moves behind it.
  const NumberAtom* Match(const Document& document, WordPlace& place) const {
    if (place.token >= document.tokens().size()) return nullptr;
    const std::string_view rest = document.Folded(place.token).substr(place.byte);
    return rest.empty() || all_.Has(rest) ? MatchFrom(document, place) : nullptr;
  }

 private:
  // The first bytes of words, which tell most words apart; three are one ideograph or
  // syllable. May say yes for others, never no for these.
  class FirstBytes {
   public:
    // `goes_on`: the word may be the beginning of a token.
    void Add(std::string_view word, bool goes_on);
    bool Has(std::string_view token) const {
      return !token.empty() && (any_behind_[static_cast<unsigned char>(token[0])] || slots_[SlotOf(token)]);
    }

   private:
    static constexpr std::size_t kBytes = 3;
    static constexpr unsigned kSlotBits = 14;

    static std::size_t SlotOf(std::string_view token) {
      const auto byte = [token](std::size_t i) {
        return i < token.size() ? std::uint32_t{static_cast<unsigned char>(token[i])} : 0;
      };
      return (((byte(0) << 16) | (byte(1) << 8) | byte(2)) * 0x9E3779B1U) >> (32 - kSlotBits);
    }

    std::bitset<std::size_t{1} << kSlotBits> slots_;
    std::bitset<256> any_behind_;  // by first byte: a word of that byte alone
  };

  NumberWords(const std::vector<std::string>& keys, std::vector<NumberAtom> atoms, Builder& builder);

  const NumberAtom* MatchFrom(const Document& document, WordPlace& place) const;

  FirstBytes all_;
  FirstBytes opening_;  // of the atoms that a number may begin with
  Trie trie_;
  std::vector<NumberAtom> atoms_;
  std::set<std::string, std::less<>> endings_;
  bool joined_ = false;
  bool tenths_ = false;
  bool pairs_ = false;
  bool has_apart_ = false;
  bool has_among_ = false;
};

}  // namespace newsgraph::extract
