// The smallest pieces of a text: words, runs of digits, ideographs, signs.
#pragma once

#include <cstdint>

#include "model/text_span.h"

namespace newsgraph::extract {

enum class TokenKind : std::uint8_t {
  kWord,       // a run of letters of one kind; katakana and hangul too
  kNumber,     // a run of decimal digits of any script, without separators
  kIdeograph,  // one Han or hiragana character
  kSign,       // one code point of anything else that is not white space
};

struct Token {
  TextSpan span;
  // Where its folded form stands in the document's folded text.
  std::uint32_t folded_begin = 0;
  std::uint32_t folded_end = 0;
  TokenKind kind = TokenKind::kSign;
  bool space_before = false;  // white space, or the start of the text, stands before it
  bool line_start = false;    // the first of its line
  bool capitalised = false;   // begins with an upper-case letter
  bool all_capitals = false;  // a word of upper-case letters alone
  bool masked = false;        // lies in masked text: no stage reads it
};

}  // namespace newsgraph::extract
