#include "extract/number_signs.h"

#include <unicode/dcfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

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

// "de-CH" for "de_CH": how tags are written most.
std::string TagOf(std::string locale) {
  std::replace(locale.begin(), locale.end(), '_', '-');
  return locale;
}

// The locale of a BCP 47 tag; empty where CLDR has none of that name.
std::string KnownLocale(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const auto locale =
      icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status);
  if (U_FAILURE(status)) return {};
  const std::string_view name = locale.getName();
  // By their names: ICU would make all its locales first.
  for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
    if (name == uloc_getAvailable(i)) return std::string(name);
  }
  return {};
}

}  // namespace

const NumberSigns& NumberSignTable::Of(std::string_view language) const {
  while (!language.empty()) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = signs_.find(language); known != signs_.end()) return known->second;
    }
    if (const std::string locale = KnownLocale(language); !locale.empty()) {
      NumberSigns signs = SignsOf(icu::Locale(locale.c_str()), root_);
      const std::lock_guard lock(mutex_);
      return signs_.try_emplace(TagOf(locale), std::move(signs)).first->second;
    }
    const std::size_t dash = language.rfind('-');
    language = dash == std::string_view::npos ? std::string_view() : language.substr(0, dash);
  }
  return root_;
}

}  // namespace newsgraph::extract
