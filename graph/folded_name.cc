#include "graph/folded_name.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

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

bool JoinsWords(std::string_view text, std::size_t at) { return text[at] == ' ' || text[at] == '-'; }

}  // namespace

std::string FoldName(std::string_view name) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  Folding().transliterate(text);
  text.trim();
  std::string folded;
  return text.toUTF8String(folded);
}

std::vector<std::size_t> LaterWords(std::string_view folded) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 1; i < folded.size(); ++i) {
    if (JoinsWords(folded, i - 1) && !JoinsWords(folded, i)) starts.push_back(i);
  }
  return starts;
}

}  // namespace newsgraph::graph
