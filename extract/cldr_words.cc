#include "extract/cldr_words.h"

#include <unicode/dcfmtsym.h>
#include <unicode/locid.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

namespace newsgraph::extract {
namespace {

using Bundle = std::unique_ptr<UResourceBundle, decltype(&ures_close)>;

// ICU's own tables are read, not its formatters: those would take a hundred
// times as long to yield the same words.
Bundle OpenBundle(const char* package, std::string_view locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale parsed = icu::Locale::forLanguageTag(std::string(locale), status);
  Bundle bundle(ures_open(package, parsed.getName(), &status), &ures_close);
  // The root locale's names are English or codes, not this language's.
  const bool known = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
  return known ? std::move(bundle) : Bundle(nullptr, &ures_close);
}

Bundle Child(const Bundle& parent, const char* key) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle child(parent ? ures_getByKey(parent.get(), key, nullptr, &status) : nullptr, &ures_close);
  return U_SUCCESS(status) ? std::move(child) : Bundle(nullptr, &ures_close);
}

template <typename Visit>
void ForEachChild(const Bundle& parent, Visit visit) {
  if (!parent) return;
  const std::int32_t size = ures_getSize(parent.get());
  for (std::int32_t i = 0; i < size; ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const Bundle child(ures_getByIndex(parent.get(), i, nullptr, &status), &ures_close);
    if (U_SUCCESS(status)) visit(child);
  }
}

std::string KeyOf(const Bundle& bundle) {
  const char* key = ures_getKey(bundle.get());
  return key == nullptr ? "" : key;
}

// Its text; empty where it holds no string.
std::string TextOf(const Bundle& bundle) {
  if (!bundle || ures_getType(bundle.get()) != URES_STRING) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = icu::ures_getUnicodeString(bundle.get(), &status);
  std::string out;
  return U_SUCCESS(status) ? text.toUTF8String(out) : out;
}

// "{0} Stunden" → "Stunden": what is left of a pattern around the number.
std::string WithoutNumber(std::string pattern) {
  const std::size_t at = pattern.find("{0}");
  if (at == std::string::npos) return {};
  const bool inside = at != 0 && at + 3 != pattern.size();
  pattern.erase(at, 3);
  if (inside) return {};
  static constexpr std::array<std::string_view, 3> kSpaces = {" ", "\u00A0", "\u202F"};
  for (const std::string_view space : kSpaces) {
    while (pattern.starts_with(space)) pattern.erase(0, space.size());
    while (pattern.ends_with(space)) pattern.resize(pattern.size() - space.size());
  }
  return pattern;
}

void AddUnits(const Bundle& width, bool symbol, const std::map<std::string, std::string>& wanted,
              std::vector<CldrWord>& out) {
  ForEachChild(width, [&](const Bundle& family) {
    ForEachChild(family, [&](const Bundle& unit) {
      const std::string code = KeyOf(family) + "/" + KeyOf(unit);
      if (!wanted.contains(code)) return;
      ForEachChild(unit, [&](const Bundle& form) {
        // "per month" is a rate. ICU takes a text for a table that holds itself.
        if (KeyOf(form) == "per") return;
        std::string word = WithoutNumber(TextOf(form));
        if (!word.empty()) out.push_back({std::move(word), code, symbol});
        // Languages with cases keep those in a table below the plural forms.
        ForEachChild(form, [&](const Bundle& cases) {
          std::string inflected = WithoutNumber(TextOf(cases));
          if (!inflected.empty()) out.push_back({std::move(inflected), code, symbol});
          ForEachChild(cases, [&](const Bundle& plural) {
            std::string last = WithoutNumber(TextOf(plural));
            if (!last.empty()) out.push_back({std::move(last), code, symbol});
          });
        });
      });
    });
  });
}

}  // namespace

std::vector<CldrWord> CurrencyWords(std::string_view locale) {
  std::vector<CldrWord> out;
  const Bundle bundle = OpenBundle(U_ICUDATA_NAME "-curr", locale);
  ForEachChild(Child(bundle, "CurrencyPlurals"), [&](const Bundle& currency) {
    ForEachChild(currency, [&](const Bundle& form) { out.push_back({TextOf(form), KeyOf(currency)}); });
  });
  ForEachChild(Child(bundle, "Currencies"), [&](const Bundle& currency) {
    bool symbol = true;  // the symbol comes first, then the name
    ForEachChild(currency, [&](const Bundle& item) {
      std::string text = TextOf(item);
      if (!text.empty() && text != KeyOf(currency)) out.push_back({std::move(text), KeyOf(currency), symbol});
      symbol = false;
    });
  });
  return out;
}

std::vector<CldrWord> UnitWords(std::string_view locale, const std::map<std::string, std::string>& wanted) {
  std::vector<CldrWord> out;
  const Bundle bundle = OpenBundle(U_ICUDATA_NAME "-unit", locale);
  AddUnits(Child(bundle, "units"), false, wanted, out);
  AddUnits(Child(bundle, "unitsShort"), true, wanted, out);
  return out;
}

namespace {

// The word behind the last space of a name, or before its first.
std::string_view EndWord(std::string_view name, bool last) {
  return last ? name.substr(name.rfind(' ') + 1) : name.substr(0, name.find(' '));
}

// By which words of their names currencies are told from others: their end is the
// noun in "Swedish kronor", their beginning in "coroas suecas".
using CodesByWord = std::map<std::string, std::set<std::string>, std::less<>>;

CodesByWord NounsOf(const std::vector<CldrWord>& currencies, const std::set<std::string>& in_use, bool last) {
  CodesByWord codes;
  for (const CldrWord& each : currencies) {
    if (each.symbol || !in_use.contains(each.code) || each.word.find(' ') == std::string::npos) continue;
    codes[std::string(EndWord(each.word, last))].insert(each.code);
  }
  return codes;
}

std::size_t SharedWords(const CodesByWord& words) {
  std::size_t shared = 0;
  for (const auto& [word, codes] : words) shared += codes.size() > 1 ? codes.size() : 0;
  return shared;
}

// The currency of the territory where most speak the language of `locale`.
std::string CurrencyAtHome(std::string_view locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale home = icu::Locale::forLanguageTag(std::string(locale), status);
  home.addLikelySubtags(status);
  std::array<UChar, 4> code = {};
  const std::int32_t size =
      ucurr_forLocale(home.getName(), code.data(), static_cast<std::int32_t>(code.size()), &status);
  std::string out;
  return U_SUCCESS(status) ? icu::UnicodeString(code.data(), size).toUTF8String(out) : out;
}

}  // namespace

std::vector<CldrWord> BareCurrencyWords(std::string_view locale, const std::vector<CldrWord>& currencies) {
  const std::vector<std::string> all = CurrencyCodes();
  const std::set<std::string> in_use(all.begin(), all.end());
  const CodesByWord ends = NounsOf(currencies, in_use, true);
  const CodesByWord beginnings = NounsOf(currencies, in_use, false);
  const bool last = SharedWords(ends) >= SharedWords(beginnings);
  const std::string home = CurrencyAtHome(locale);
  std::vector<CldrWord> out;
  for (const auto& [word, codes] : last ? ends : beginnings) {
    // The most traded may be named in another way: "долари США" beside "канадські долари".
    std::set<std::string> meant = codes;
    for (const CldrWord& each : currencies) {
      if (!each.symbol && each.word.find(word) != std::string::npos) meant.insert(each.code);
    }
    std::string code = codes.size() == 1 ? *codes.begin() : std::string();
    for (const std::string_view traded : {"CNY", "JPY", "GBP", "EUR", "USD"}) {
      if (meant.contains(std::string(traded))) code = traded;
    }
    if (meant.contains(home)) code = home;
    if (!code.empty() && word.size() > 2) out.push_back({word, code});
  }
  return out;
}

std::vector<CldrScale> CompactScales(std::string_view locale) {
  std::vector<CldrScale> out;
  const Bundle numbers = Child(Child(OpenBundle(nullptr, locale), "NumberElements"), "latn");
  for (const char* const width : {"patternsLong", "patternsShort"}) {
    ForEachChild(Child(Child(numbers, width), "decimalFormat"), [&](const Bundle& power) {
      ForEachChild(power, [&](const Bundle& form) {
        std::string word = TextOf(form);
        const auto digits = static_cast<int>(std::count(word.begin(), word.end(), '0'));
        std::erase_if(word, [](char c) { return c == '0' || c == '\''; });
        word = WithoutNumber("{0}" + word);
        // One letter is a unit or a model as well.
        const bool letter = word.size() < 2 || word.find_first_of("{}") != std::string::npos;
        const auto zeros = static_cast<int>(KeyOf(power).size()) - digits;
        std::int64_t factor = 1;
        for (int i = 0; i < zeros; ++i) factor *= 10;
        if (!letter && digits > 0 && factor > 1) out.push_back({std::move(word), factor});
      });
    });
  }
  return out;
}

// An ISO code begins with that of the territory.
std::string GroupingAtHome(const std::string& code) {
  if (code.size() != 3 || code.starts_with("EU") || code.starts_with("X")) return {};
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale home("und", code.substr(0, 2).c_str());
  home.addLikelySubtags(status);
  const icu::DecimalFormatSymbols symbols(home, status);
  std::string sign;
  if (U_FAILURE(status)) return sign;
  return symbols.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol).toUTF8String(sign);
}

std::vector<std::string> CurrencyCodes() {
  std::vector<std::string> codes;
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* list = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  while (const char* code = uenum_next(list, nullptr, &status)) codes.emplace_back(code);
  uenum_close(list);
  return codes;
}

}  // namespace newsgraph::extract
