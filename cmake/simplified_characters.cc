// Prints the traditional Chinese characters and their simplified forms, as ICU
// has them, for the tokenizer: asking ICU at every start would take longer than
// everything else there.
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <memory>

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
  for (UChar32 c = kFirst; c < kEnd; ++c) {
    const UChar32 simple = text[2 * (c - kFirst)];
    if (simple != c) std::printf("{0x%04X, 0x%04X},\n", static_cast<unsigned>(c), static_cast<unsigned>(simple));
  }
  return 0;
}
