#include "extract/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace newsgraph::extract {

CharacterClass ClassOfCharacter(std::int32_t c) {
  if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) return CharacterClass::kNewline;
  if (u_isUWhiteSpace(c)) return CharacterClass::kSpace;
  switch (u_charType(c)) {
    case U_FORMAT_CHAR:
      return CharacterClass::kFormat;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterClass::kDigit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharacterClass::kMark;
    default:
      break;
  }
  if (c == 0x3005 || c == 0x3006 || c == 0x3007) return CharacterClass::kIdeograph;  // 々 〆 〇
  if (c == 0x30FC) return CharacterClass::kKatakana;                                 // the long-vowel mark
  if (!u_isalpha(c)) return CharacterClass::kSign;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
      return CharacterClass::kIdeograph;
    case USCRIPT_KATAKANA:
      return CharacterClass::kKatakana;
    case USCRIPT_HANGUL:
      return CharacterClass::kHangul;
    default:
      return CharacterClass::kLetter;
  }
}

std::int32_t FoldOfCharacter(std::int32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == 0x2019 || c == 0x02BC) return '\'';
  if (c == 0x2010 || c == 0x2011) return '-';
  // The dotted capital folds to two code points in full, to none in the simple way.
  if (c == 0x0130) return 'i';
  return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

bool IsUpperCharacter(std::int32_t c) { return u_isupper(c) != 0; }

}  // namespace newsgraph::extract
