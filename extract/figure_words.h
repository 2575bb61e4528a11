// The words of the packs that make a number a figure: units, currencies,
// bounds, ranges, multiples, rates, and what makes it none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/number_words.h"
#include "extract/pack.h"
#include "model/decimal.h"
#include "model/figure.h"

namespace newsgraph::extract {

enum class FigureRole : std::uint8_t {
  kPercent,
  kCurrency,
  kUnit,
  kMod,
  kTo,        // "bis" in "5 bis 7"
  kBetween,   // "zwischen", which an "und" follows
  kAnd,       // that "und", and what parts the items of a list
  kFrom,      // "rose from 5 to 7" are two figures
  kTimes,     // "mal", "fach", 倍 behind a number; "multiplied by" before it
  kMultiple,  // "verdoppeln"
  kFraction,  // "half": a part of a whole by itself
  kPer,
  kPerOf,     // "a kilogram of": what a sum behind it is per
  kNot,       // what stands beside it is no figure
  kLink,      // "de" in "millones de dólares"
  kSkip,      // may stand between an approximator and its number: "the"
  kMinus,     // "minus" before a number, "below zero" behind it
  kCountOf,   // "number of": what follows is what a later bare number counts
  kUnless,    // behind this word an approximator is none: "talks about"
  kPart,      // "inches" behind feet, 角 behind 元: `worth` of it are one of `code`
  kWith,      // between a sum and its cents: "con" in "25 euros con 50"
  kUnitNear,  // "pound": a unit, not a currency, where a word of the same rule is near
  kNear,      // that word: "weighs"
  kHalf,      // behind a unit: "two years and a half"
  kRanging,   // before a kFrom: "ranging from 5 to 7" is one range
  kAge,       // "aged": the number is somebody's years
  kOfTime,    // "for": behind it, "over two days" is more than two
};
inline constexpr std::size_t kFigureRoles = static_cast<std::size_t>(FigureRole::kOfTime) + 1;

struct FigureWord {
  FigureRole role = FigureRole::kUnit;
  // ISO 4217 code, unit symbol, or what a rate is per.
  std::string code = {};
  // What one of it is worth: a multiple, a fraction's denominator, the percentage
  // of a basis point, the dollars of a cent.
  Decimal worth = Decimal(1);
  Mod mod = Mod::kExact;
  // On which side of the number it may stand.
  bool before = false;
  bool after = true;
  // Only as a part of the scale or unit behind it: "halbe Million", "medio año".
  bool needs_whole = false;
  // Makes a multiple one of change, which adds what was there: 增加 in 增加两倍.
  bool adds = false;
  // Tells by itself that something changed: "pasó de 5 a 7", "rose $2 to $85".
  bool changes = false;
  // A mark that is a unit only where it touches the digits and closes no quotation: 5".
  bool touches = false;
  // The sign that groups digits where a currency is at home: "," of "$".
  std::string grouping = {};
  // An approximator that is a preposition before spans of time ("over two days")
  // unless a word of its rule as kOfTime stands before it.
  bool of_time = false;
  std::string rule = {};
};

// So many of one unit make another: 60 "min" one "h".
struct UnitPart {
  std::string whole;
  std::string part;
  std::int64_t count = 1;
};

// Where a number in words needs a unit or counting word behind it: Chinese 三.
struct LanguageWords {
  std::string language;
  std::unique_ptr<const NumberWords> numbers;
  bool words_need_unit = false;
  // One word alone does: without a pack nobody says what else it means (Vietnamese năm
  // is five and a year).
  bool one_word_needs_unit = false;
  // Its nouns are written with capitals, also behind "Mio."
  bool nouns_capitalised = false;
  // The endings of units are words of their own: particles, no part of a figure.
  bool endings_outside = false;
};

// Immutable once its lexicon is built; any thread may call.
class FigureWords {
 public:
  // Reads the `figures` sections of `packs` and asks `lexicon` for their words.
  FigureWords(const PackSet& packs, Lexicon::Builder& lexicon);

  // What a hit of a figure's kind means.
  const FigureWord& Of(const Hit& hit) const { return words_[hit.sense.entry]; }

  // What of it is asked for at every hit, kept together.
  struct Side {
    FigureRole role = FigureRole::kUnit;
    bool before = false;
    bool after = true;
  };
  Side SideOf(const Hit& hit) const { return sides_[hit.sense.entry]; }

  // How many of unit `part` make one `whole`; 0 where they do not belong together.
  std::int64_t PartsOf(std::string_view whole, std::string_view part) const;

  // The number words of a document's language; null where no pack speaks it.
  const LanguageWords* NumbersOf(LanguageSet languages) const;

 private:
  std::vector<FigureWord> words_;
  std::vector<Side> sides_;  // of the same words
  std::vector<UnitPart> unit_parts_;
  std::vector<LanguageWords> languages_;  // by bit
};

// The kind under which the lexicon holds the words of a role.
SenseKind SenseKindOf(FigureRole role);
// Whether some role has this kind.
bool IsFigureKind(SenseKind kind);

// The figure words of one document; it and the words must outlive this.
class FigureHits {
 public:
  FigureHits(const Document& document, const FigureWords& words);

  const FigureWord& Of(const Hit& hit) const { return words_.Of(hit); }
  std::int64_t PartsOf(std::string_view whole, std::string_view part) const { return words_.PartsOf(whole, part); }

  // Whether a word that is a figure by itself, or opens one, begins at `token`: a
  // multiple, a fraction, 百分之, 每股.
  bool MayBegin(std::uint32_t token) const {
    const std::uint32_t beginning = BitOf(FigureRole::kMultiple) | BitOf(FigureRole::kFraction);
    const std::uint32_t opening = BitOf(FigureRole::kPercent) | BitOf(FigureRole::kPer);
    return ((marks_[token].begins & beginning) | (marks_[token].opens & opening)) != 0;
  }

  // The longest word of `role` that begins at `token` and may stand behind a
  // number, or anywhere; null if none does.
  const Hit* At(std::uint32_t token, FigureRole role) const {
    return token < marks_.size() && (marks_[token].begins & BitOf(role)) != 0 ? Behind(token, role) : nullptr;
  }
  // The same of those that may stand before a number.
  const Hit* OpeningAt(std::uint32_t token, FigureRole role) const {
    return token < marks_.size() && (marks_[token].opens & BitOf(role)) != 0 ? Opening(token, role) : nullptr;
  }
  // The longest that ends right before `end_token` and may stand before a number.
  const Hit* Before(std::uint32_t end_token, FigureRole role) const {
    return end_token < marks_.size() && (marks_[end_token].ends & BitOf(role)) != 0 ? Ending(end_token, role) : nullptr;
  }

 private:
  static constexpr std::uint32_t BitOf(FigureRole role) { return std::uint32_t{1} << static_cast<unsigned>(role); }
  static_assert(kFigureRoles <= 32);

  // What of a role begins or ends at a token: one bit for each role.
  struct Marks {
    std::uint32_t begins = 0;
    std::uint32_t opens = 0;
    std::uint32_t ends = 0;
  };
  bool Is(const Hit& hit, FigureRole role) const;
  const Hit* Behind(std::uint32_t token, FigureRole role) const;
  const Hit* Opening(std::uint32_t token, FigureRole role) const;
  const Hit* Ending(std::uint32_t end_token, FigureRole role) const;

  const Document& document_;
  const FigureWords& words_;
  std::vector<Marks> marks_;
};

}  // namespace newsgraph::extract
