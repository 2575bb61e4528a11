#include "extract/spellings.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

namespace newsgraph::extract {
namespace {

constexpr std::int32_t kLeastLettersWithoutAccents = 3;

bool IsLatinWithMarks(UChar32 c) { return (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00); }

// The letter under the marks of a Latin letter; any other as it is.
UChar32 WithoutAccents(const icu::Normalizer2& decomposer, UChar32 c) {
  icu::UnicodeString parts;
  return IsLatinWithMarks(c) && decomposer.getDecomposition(c, parts) ? parts.char32At(0) : c;
}

}  // namespace

std::string WithoutAccents(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(word);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(word);
  const icu::UnicodeString whole =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  if (whole.countChar32() < kLeastLettersWithoutAccents) return std::string(word);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1))
    bare.append(WithoutAccents(*decomposer, whole.char32At(i)));
  std::string out;
  return bare.toUTF8String(out);
}

std::vector<std::string> JoinedForms(const std::string& word) {
  const std::size_t space = word.find(' ');
  const bool katakana = word.starts_with("\xE3\x82") || word.starts_with("\xE3\x83");
  if (space == std::string::npos || !katakana) return {};
  return {std::string(word).erase(space, 1), std::string(word).replace(space, 1, "・")};
}

}  // namespace newsgraph::extract
