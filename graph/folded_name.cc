#include "graph/folded_name.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "model/status.h"

namespace newsgraph::graph {
namespace {

// Marks of Latin, Greek and Cyrillic letters go; those of other scripts are letters.
constexpr const char* kRules =
    ":: NFKC; :: Lower; :: NFD; [\\u0300-\\u036F] > ; ß > ss; ı > i; :: NFC; :: Traditional-Simplified; "
    "[[:Z:][:C:]]+ > ' ';";

std::unique_ptr<icu::Transliterator> MakeFolding() {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createFromRules(
      "NewsgraphFold", icu::UnicodeString::fromUTF8(kRules), UTRANS_FORWARD, where, status));
  Check(U_SUCCESS(status) && made != nullptr, "the rules that fold names are sound");
  return made;
}

// Transliterators are not for several threads at a time.
const icu::Transliterator& Folding() {
  static thread_local const std::unique_ptr<icu::Transliterator> folding = MakeFolding();
  return *folding;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// What the rules make of ASCII, without the cost of them.
std::string FoldAscii(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    const bool blank = c <= ' ' || c == '\x7F';
    if (!blank) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (blank && !folded.empty() && folded.back() != ' ') folded += ' ';
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

icu::UnicodeString FromUtf8(std::string_view name) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
}

bool JoinsWords(std::string_view text, std::size_t at) { return text[at] == ' ' || text[at] == '-'; }

}  // namespace

std::string FoldName(std::string_view name) {
  if (IsAscii(name)) return FoldAscii(name);
  icu::UnicodeString text = FromUtf8(name);
  Folding().transliterate(text);
  text.trim();
  std::string folded;
  return text.toUTF8String(folded);
}

LetterCase CaseOf(std::string_view name) {
  bool capitals = false;
  bool small = false;
  const icu::UnicodeString text = FromUtf8(name);
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    capitals = capitals || u_isupper(text.char32At(at)) != 0;
    small = small || u_islower(text.char32At(at)) != 0;
  }
  if (capitals == small) return LetterCase::kMixed;
  return capitals ? LetterCase::kCapitals : LetterCase::kSmall;
}

std::vector<std::size_t> LaterWords(std::string_view folded) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 1; i < folded.size(); ++i) {
    if (JoinsWords(folded, i - 1) && !JoinsWords(folded, i)) starts.push_back(i);
  }
  return starts;
}

}  // namespace newsgraph::graph
