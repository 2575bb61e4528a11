// Text → one number, in digits, in words, or in both.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "extract/document.h"
#include "extract/number_signs.h"
#include "extract/number_words.h"
#include "model/decimal.h"

namespace newsgraph::extract {

struct ReadNumber {
  Decimal value;
  // Without its scale words: 2.7 of 2.7萬, so that a range can share the scale.
  Decimal unscaled;
  // The factor of the scale words; 1 without any, 0 where they can't be shared.
  std::int64_t scale = 1;
  std::uint32_t first_token = 0;
  // One past the last token of which the number takes at least a part.
  std::uint32_t end_token = 0;
  // Where it ends; inside the last token where `inside_token`.
  std::uint32_t end = 0;
  bool inside_token = false;
  // The same place, for other readers of words.
  WordPlace end_place;
  // Where the last "and" within it stands as a word of its own; 0 if none does.
  std::uint32_t glue_token = 0;
  // Part of a whole: "two thirds", "3/4"; "five and a quarter" is a number.
  bool fraction = false;
  // What must, or must not, stand behind a fraction whose words have other meanings.
  enum class Needs : std::uint8_t {
    kNothing,
    kNoNoun,   // "one fifth", which is an ordinal as well
    kNoUnit,   // "one in five"
    kNoCount,  // "un Français sur cinq": neither a unit nor a noun
    kEnd,      // "1 over 21": no word at all
  };
  Needs needs = Needs::kNothing;
  // Dozens.
  bool bundled = false;
  // No digit stands in it.
  bool spelled = false;
  bool grouped = false;
  // The sign before the first token belongs to the number: ".5".
  bool pointed = false;
  // Somewhat more than it says: 30多.
  bool vague = false;
  // A vague mark that belongs to the words around the number follows: 30 of 30多.
  std::uint32_t vague_end_token = 0;
  int digits = 0;
  // What it may be more, 0 if it is no range by itself: 10 of 二三十.
  std::int64_t step = 0;
  // Its first letter is a scale word: 千万.
  bool opens_with_scale = false;
  // How many words or ideographs a spelled number has.
  int atoms = 0;
  // A word that is a number only in longer ones: 십.
  bool only_inside = false;
  // Digits that are a code, such as "2.0.1"; nothing but `end_token` counts.
  bool code = false;
};

// Where a number stands, for words that count only there.
struct NumberPlace {
  bool money = false;   // right behind a currency
  bool inside = false;  // a part of a longer number: words count that do not alone
  std::uint32_t stop_token = std::numeric_limits<std::uint32_t>::max();  // it ends before
};

// The place behind one that stands at the end of its token; a hyphen that joins two
// words is passed over, with or without spaces on both sides.
WordPlace BehindJoint(const Document& document, WordPlace place);

// Reads the number that begins at `token`; nothing if none does. `words` may be
// null: digits alone are read then.
std::optional<ReadNumber> ReadNumberAt(const Document& document, std::uint32_t token, const NumberSigns& signs,
                                       const NumberWords* words, NumberPlace place = {});

}  // namespace newsgraph::extract
