#include "extract/number_signs.h"

#include <unicode/dcfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

std::string SymbolOf(const icu::DecimalFormatSymbols& symbols, icu::DecimalFormatSymbols::ENumberFormatSymbol which) {
  const icu::UnicodeString& symbol = symbols.getConstSymbol(which);
  if (u_isUWhiteSpace(symbol.char32At(0))) return " ";
  std::string text;
  return FoldPhrase(symbol.toUTF8String(text));
}

NumberSigns SignsOf(const icu::Locale& locale, const NumberSigns& otherwise) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) return otherwise;
  return {SymbolOf(symbols, icu::DecimalFormatSymbols::kDecimalSeparatorSymbol),
          SymbolOf(symbols, icu::DecimalFormatSymbols::kGroupingSeparatorSymbol)};
}

}  // namespace

NumberSignTable::NumberSignTable() {
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (std::int32_t i = 0; i < count; ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const auto tag = locales[i].toLanguageTag<std::string>(status);
    if (U_SUCCESS(status)) signs_[tag] = SignsOf(locales[i], root_);
  }
}

const NumberSigns& NumberSignTable::Of(std::string_view language) const {
  while (!language.empty()) {
    const auto known = signs_.find(language);
    if (known != signs_.end()) return known->second;
    const std::size_t dash = language.rfind('-');
    language = dash == std::string_view::npos ? std::string_view() : language.substr(0, dash);
  }
  return root_;
}

}  // namespace newsgraph::extract
