// What a word or name of the packs means, and to which stage.
#pragma once

#include <cstddef>
#include <cstdint>

namespace newsgraph::extract {

// One bit for each language pack, in load order; all bits: any language.
using LanguageSet = std::uint64_t;
inline constexpr LanguageSet kAnyLanguage = ~LanguageSet{0};
// No pack's bit: for texts whose language no pack speaks. Words of any language
// count in them too.
inline constexpr LanguageSet kNoLanguage = LanguageSet{1} << 63;

// Which stage asked for the word, and as what. A stage adds its own here.
enum class SenseKind : std::uint8_t {
  // text
  kBoilerplate,
  // names
  kEntity,
  kEntityCue,
  kNameWord,  // stands around names or in them, and tells of none what it is: the first of as many kinds as such words
  kLastNameWord = kNameWord + 14,
  // figures
  kScale,  // a hint to the other stages; figures read it by its language's number words
  kCurrency,
  kUnit,
  kPercent,
  kMod,
  kRange,
  kMultiple,
  kFraction,
  kPer,
  kNoun,
  kFront,        // a noun that begins a compound word: "Chip" in "Chipproduktion"
  kCountedNoun,  // a noun that figures count and no other stage reads
  kNotFigure,
  kFigureLink,
  kNounStop,
  // dates
  kDateWord,
  kDateMod,
  kDateContext,  // stands around dates, and begins none
  kDateLiteral,  // the first word of a pattern
  // claims
  kTrigger,
  kStatus,
  kAttribution,
  kSourcePhrase,
  kDemonym,
  kClauseMark,
  kComparison,
  kLocative,
  kFurther,
  kReference,
  kTopic,
  // checks
  kCue,
  // no words of the packs, and no hits: what else is known of a token
  kNumber,         // it is a number in digits
  kMayOpenFigure,  // a number word or a fraction may begin with it
};
inline constexpr std::size_t kSenseKinds = static_cast<std::size_t>(SenseKind::kMayOpenFigure) + 1;

// Kinds as one bit each.
using KindSet = std::uint64_t;
constexpr KindSet KindBit(SenseKind kind) { return KindSet{1} << static_cast<unsigned>(kind); }
static_assert(kSenseKinds <= 64);

// Those of which some stage goes through all hits of a text. The others, of which texts have most, are asked for at a
// token that is looked at anyway.
inline constexpr KindSet kListedKinds = [] {
  KindSet kinds = 0;
  for (const SenseKind each :
       {SenseKind::kEntity,      SenseKind::kEntityCue,   SenseKind::kCurrency,     SenseKind::kUnit,
        SenseKind::kPercent,     SenseKind::kMod,         SenseKind::kRange,        SenseKind::kMultiple,
        SenseKind::kFraction,    SenseKind::kPer,         SenseKind::kNoun,         SenseKind::kFront,
        SenseKind::kCountedNoun, SenseKind::kNotFigure,   SenseKind::kFigureLink,   SenseKind::kTrigger,
        SenseKind::kStatus,      SenseKind::kAttribution, SenseKind::kSourcePhrase, SenseKind::kDemonym,
        SenseKind::kClauseMark,  SenseKind::kComparison,  SenseKind::kFurther,      SenseKind::kReference,
        SenseKind::kTopic}) {
    kinds |= KindBit(each);
  }
  return kinds;
}();

// What a word means where it was found.
struct Meaning {
  SenseKind kind = SenseKind::kEntity;
  // Means something to the stage alone: an index into its tables.
  std::uint32_t entry = 0;
};

// What a word of the packs means, and how it may be written.
struct Sense {
  SenseKind kind = SenseKind::kEntity;
  // The word must be written just as in the pack: "US", not "us".
  bool exact_case = false;
  // May be the last part of a compound word ("Chipproduktion" for "Produktion").
  bool compound_head = false;
  // May carry an ending of its language ("Huaweis").
  bool inflects = true;
  std::uint32_t entry = 0;  // as in Meaning
  LanguageSet languages = kAnyLanguage;

  friend bool operator==(const Sense&, const Sense&) = default;
};

}  // namespace newsgraph::extract
