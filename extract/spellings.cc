#include "extract/spellings.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstdint>

namespace newsgraph::extract {
namespace {

constexpr std::int32_t kLeastLettersWithoutAccents = 3;

}  // namespace

std::string WithoutAccents(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(word);
  const icu::UnicodeString whole =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  const icu::UnicodeString parts = decompose->normalize(whole, status);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < parts.length(); ++i) {
    const bool mark = u_charType(parts[i]) == U_NON_SPACING_MARK;
    if (!mark && parts[i] >= 0x80) return std::string(word);
    if (!mark) bare.append(parts[i]);
  }
  std::string out;
  return bare.length() < kLeastLettersWithoutAccents ? std::string(word) : bare.toUTF8String(out);
}

std::vector<std::string> JoinedForms(const std::string& word) {
  const std::size_t space = word.find(' ');
  const bool katakana = word.starts_with("\xE3\x82") || word.starts_with("\xE3\x83");
  if (space == std::string::npos || !katakana) return {};
  return {std::string(word).erase(space, 1), std::string(word).replace(space, 1, "・")};
}

}  // namespace newsgraph::extract
