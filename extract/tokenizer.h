// Text → tokens with their folded forms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/token.h"

namespace newsgraph::extract {

struct TokenizedText {
  std::vector<Token> tokens;
  std::string folded;  // the folded forms one after another, nothing between them
  // Which of the tokens begin with a capital, and which are numbers: stages that go through the text look at few
  // others.
  std::vector<std::uint32_t> capitalised;
  std::vector<std::uint32_t> numbers;
  // False if no word begins in the scripts without capitals of Hebrew to the languages of India, or in those of China,
  // Japan and Korea.
  bool may_have_caseless = false;
  bool may_have_east_asian = false;

  std::string_view Folded(const Token& token) const {
    return {folded.data() + token.folded_begin, token.folded_end - token.folded_begin};
  }
};

// Cuts `text` into tokens, in order and without overlap; only white space and
// invisible format characters lie between them. Folding makes letters lower
// case, full-width forms narrow and traditional Chinese characters simplified, so
// that "Ｈ１００" and "h100", "輝達" and "辉达" fold to the same.
// Bytes that are not valid UTF-8 become signs of one byte.
TokenizedText Tokenize(std::string_view text);

// The folded form of a whole phrase as the lexicon spells it: tokens joined by
// one space where white space stood between them, else by nothing.
std::string FoldPhrase(std::string_view phrase);
std::string FoldPhrase(const TokenizedText& phrase);

}  // namespace newsgraph::extract
