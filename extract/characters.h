// What characters are to the tokenizer.
#pragma once

#include <cstdint>

namespace newsgraph::extract {

// What a code point does to the token it stands in.
enum class CharacterClass : std::uint8_t {
  kSign,
  kSpace,
  kNewline,
  kFormat,
  kDigit,
  kLetter,
  kHangul,
  kKatakana,
  kIdeograph,
  kMark
};

// As ICU knows the code point `c`. What the tokenizer asks of most characters stands in a table that
// the build makes of these: asking ICU for it takes longer than reading an article.
CharacterClass ClassOfCharacter(std::int32_t c);
// Simple case folding of one code point, full-width forms made narrow.
std::int32_t FoldOfCharacter(std::int32_t c);
bool IsUpperCharacter(std::int32_t c);

}  // namespace newsgraph::extract
