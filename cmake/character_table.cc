// Prints what the tokenizer asks of the code points of the basic plane, a number for each: in its low
// 16 bits the folded one, with the simplified forms of traditional Chinese characters; then a bit for
// upper case; in the highest 8 the class. Asking ICU at every start would take longer than reading an article.
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <memory>

#include "extract/characters.h"

int main() {
  constexpr UChar32 kFirst = 0x4E00;
  constexpr UChar32 kEnd = 0xA000;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> simplify(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !simplify) {
    std::fprintf(stderr, "ICU has no Hant-Hans: %s\n", u_errorName(status));
    return 1;
  }
  icu::UnicodeString text;  // each on its own line: phrases have forms of their own
  for (UChar32 c = kFirst; c < kEnd; ++c) text.append(c).append(UChar32{'\n'});
  simplify->transliterate(text);
  if (text.length() != 2 * (kEnd - kFirst)) {
    std::fprintf(stderr, "ICU has characters whose simplified form is longer than one\n");
    return 1;
  }
  for (UChar32 c = 0; c < 0x10000; ++c) {
    const UChar32 simple = c >= kFirst && c < kEnd ? text[2 * (c - kFirst)] : c;
    const UChar32 fold = simple != c ? simple : newsgraph::extract::FoldOfCharacter(c);
    const unsigned upper = newsgraph::extract::IsUpperCharacter(c) ? 1 : 0;
    const auto of = static_cast<unsigned>(newsgraph::extract::ClassOfCharacter(c));
    std::printf("0x%08X,\n", of << 24U | upper << 16U | (static_cast<unsigned>(fold) & 0xFFFFU));
  }
  return 0;
}
