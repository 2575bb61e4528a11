// The words by which dates are spelled, sorted into classes that patterns name.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/calendar.h"
#include "extract/date_parts.h"
#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/pack.h"
#include "model/date.h"

namespace newsgraph::extract {

using DateClass = std::uint16_t;

// Classes that the code itself asks for; packs add words to these and others.
struct DateClasses {
  static constexpr DateClass kNone = 0;
  static constexpr DateClass kMonth = 1;
  static constexpr DateClass kWeekday = 2;
  static constexpr DateClass kEra = 3;
  static constexpr DateClass kNumeral = 4;   // one character that stands for a number
  static constexpr DateClass kCount = 5;     // "drei"
  static constexpr DateClass kNth = 6;       // "dritte"
  static constexpr DateClass kTo = 7;        // between the ends of a range: "bis"
  static constexpr DateClass kAnd = 8;       // the same after one of kBetween: "und"
  static constexpr DateClass kBetween = 9;   // "zwischen"
  static constexpr DateClass kCue = 10;      // before it a bare year is a date: "im Jahr"
  static constexpr DateClass kArticle = 11;  // may stand between "bis" and the date
  static constexpr DateClass kFuture = 12;   // tells tense: "wird"
  static constexpr DateClass kPast = 13;
  static constexpr DateClass kCounted = 14;  // after it a bare number is a figure: "Mal"
  static constexpr DateClass kNoDate = 15;   // after it a number is no date: "Seite"
  static constexpr DateClass kLiteral = 16;  // begins a pattern
  static constexpr DateClass kModBefore = 17;
  static constexpr DateClass kModAfter = 18;
  static constexpr DateClass kBetweenAfter = 19;  // the same as kBetween, after both: "之间"
  static constexpr DateClass kAlone = 20;         // no words: met where nothing else is in the sentence
  static constexpr DateClass kNoTense = 23;       // what looks like tense and is none: "than expected"
  static constexpr DateClass kPassive = 24;       // a participle after it tells no past: "be"
  static constexpr DateClass kOr = 22;            // parts dates of a list: "oder"
  static constexpr DateClass kListed = 21;        // no words: met where a date and a comma stand before
  static constexpr DateClass kFirst = 25;         // no words: met where the sentence begins
};

// One bit for each of the classes whose words only stand around dates.
inline constexpr std::uint32_t kContextClasses = [] {
  std::uint32_t bits = 0;
  for (const DateClass of :
       {DateClasses::kTo, DateClasses::kAnd, DateClasses::kBetween, DateClasses::kBetweenAfter, DateClasses::kOr,
        DateClasses::kCue, DateClasses::kArticle, DateClasses::kFuture, DateClasses::kPast, DateClasses::kNoTense,
        DateClasses::kPassive, DateClasses::kCounted, DateClasses::kNoDate, DateClasses::kLiteral,
        DateClasses::kModBefore, DateClasses::kModAfter}) {
    bits |= std::uint32_t{1} << of;
  }
  return bits;
}();

// Classes as one bit each.
class DateClassSet {
 public:
  void Insert(DateClass of) { bits_[(of / kBits) % bits_.size()] |= std::uint64_t{1} << (of % kBits); }
  // Packs have far fewer classes than fit; those beyond share bits, so that this may be true for nothing.
  bool Has(DateClass of) const { return ((bits_[(of / kBits) % bits_.size()] >> (of % kBits)) & 1U) != 0; }

 private:
  static constexpr unsigned kBits = 64;
  std::array<std::uint64_t, 4> bits_ = {};
};

struct DateWord {
  DateClass of = DateClasses::kNone;
  std::vector<DatePart> parts;
  DateMod mod = DateMod::kExact;  // of kModBefore and kModAfter
  std::uint32_t numeral = 0;      // of kNumeral: 0 to 9, 10, 20, 30, 100; of kLiteral: its number
  bool ambiguous = false;         // alone, it is a date only after a cue: "May", "Mar"
  bool homonym = false;           // in lower case it is another word: "may"
  bool capitalised = false;       // its language writes it with a capital: in lower case it is as good as ambiguous
  bool dotted = false;            // a full stop may follow: "Jan."
};

// Filled while packs are loaded, then immutable; any thread may read.
class DateWords {
 public:
  DateWords();

  // The number of class `name`, made if new.
  DateClass Class(std::string_view name);
  // The same without making it; kNone for an unknown name.
  DateClass Find(std::string_view name) const;

  // Words added later that are spelled `surface` are ambiguous in `languages`.
  void MarkAmbiguous(std::string_view surface, LanguageSet languages);

  // Words added later that are spelled `surface` must be written just so.
  void MarkExactCase(std::string_view surface, LanguageSet languages);

  // Makes `surface` a word, registered with `lexicon` for `languages`.
  // `inflects`: it may carry the endings of its language.
  void Add(std::string_view surface, const DateWord& word, LanguageSet languages, bool inflects,
           Lexicon::Builder& lexicon);

  // The date word that `hit` found; null for a hit of another stage, or for a
  // homonym in lower case that its language writes with a capital, unless a
  // sign ties it to a number: "5-may".
  const DateWord* WordOf(const Hit& hit, const Document& document) const;

  // The class of a date word, though it may be another word here; kNone for hits of other stages.
  DateClass ClassOf(const Hit& hit) const {
    const bool of_dates = hit.sense.kind == SenseKind::kDateWord || hit.sense.kind == SenseKind::kDateContext ||
                          hit.sense.kind == SenseKind::kDateMod || hit.sense.kind == SenseKind::kDateLiteral;
    return of_dates ? word_classes_[hit.sense.entry] : DateClasses::kNone;
  }

  // Says that patterns have words of the class; call before any are added. Words of
  // other classes only stand around dates, as do those of OfContext.
  void MarkSlot(std::string_view of) { slots_.emplace(of); }
  // Whether the class is one of those that no pattern may begin with.
  static bool OfContext(DateClass of) { return of < 32 && ((kContextClasses >> of) & 1U) != 0; }
  // Whether a word of dates, or one that stands around them, begins at `token`.
  static bool AnyAt(const Document& document, std::uint32_t token) {
    return document.HasHitOf(token, Document::KindBit(SenseKind::kDateWord) |
                                        Document::KindBit(SenseKind::kDateContext) |
                                        Document::KindBit(SenseKind::kDateMod));
  }

  // What an ending such as "까지" says of the date that carries it.
  std::optional<DateMod> ModOfEnding(std::string_view ending, LanguageSet languages) const;

  // What the ending of a verb tells: "retrouveront".
  void AddTenseEnding(std::string_view ending, Tense tense, LanguageSet languages);
  struct TenseEnding {
    std::string ending;
    Tense tense = Tense::kUnknown;
    LanguageSet languages = 0;
  };
  // The endings of `languages`, as long as this lives; and what the first that `word` has tells.
  std::vector<const TenseEnding*> TenseEndingsOf(LanguageSet languages) const;
  static Tense TenseOfEnding(std::string_view word, std::span<const TenseEnding* const> endings);

  // Whether an ending such as "부터" opens a range.
  bool OpensRange(std::string_view ending, LanguageSet languages) const;

  // The longest word of class `of` that ends right before `token`; null if there is none.
  const Hit* Before(const Document& document, std::uint32_t token, DateClass of) const;
  // The longest word of class `of` at `token`; null if there is none.
  const Hit* At(const Document& document, std::uint32_t token, DateClass of) const;

 private:
  std::set<std::string, std::less<>> slots_;
  std::map<std::string, DateClass, std::less<>> classes_;
  std::vector<std::string> class_names_;
  std::map<std::string, LanguageSet, std::less<>> ambiguous_;  // by folded form
  std::map<std::string, LanguageSet, std::less<>> exact_case_;
  std::map<std::string, std::pair<LanguageSet, DateMod>, std::less<>> ending_mods_;
  std::map<std::string, LanguageSet, std::less<>> range_endings_;
  std::vector<DateWord> words_;
  std::vector<DateClass> word_classes_;  // of each of the words: all that most of them are asked for
  std::vector<TenseEnding> tense_endings_;
};

// Reads `ambiguous`, `exact_case`, `words`, `mods` and `tense_endings` of a `dates` section.
void ReadDateWords(const Pack& pack, const PackNode& section, DateWords& words, Lexicon::Builder& lexicon);

}  // namespace newsgraph::extract
