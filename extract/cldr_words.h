// What CLDR calls currencies and units in a language.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::extract {

struct CldrWord {
  std::string word;
  std::string code;     // ISO 4217, or the CLDR unit as "energy/kilowatt-hour"
  bool symbol = false;  // "€", "kWh": not a word
};

// Names in every plural form, and symbols, of the currencies of `locale`. None
// for a locale that CLDR does not know.
std::vector<CldrWord> CurrencyWords(std::string_view locale);

// Names, plural forms and abbreviations of the units of `locale` whose codes are keys
// of `wanted`.
std::vector<CldrWord> UnitWords(std::string_view locale, const std::map<std::string, std::string>& wanted);

// The words of `currencies` by which one speaks of them without a country: "dollars",
// "korun". What several countries call so is the locale's own, else the most traded.
std::vector<CldrWord> BareCurrencyWords(std::string_view locale, const std::vector<CldrWord>& currencies);

struct CldrScale {
  std::string word;
  std::int64_t factor = 1;
};
// The abbreviations of long numbers in `locale`: "Mio.", "тис.", 万. None for a locale
// that CLDR does not know.
std::vector<CldrScale> CompactScales(std::string_view locale);

// The sign that groups digits where the currency `code` is at home: "," of USD. Empty
// where no single territory is its home.
std::string GroupingAtHome(const std::string& code);

// The ISO 4217 codes in use.
std::vector<std::string> CurrencyCodes();

}  // namespace newsgraph::extract
