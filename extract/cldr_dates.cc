#include "extract/cldr_dates.h"

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <memory>

namespace newsgraph::extract {
namespace {

using icu::DateFormatSymbols;
using icu::Locale;
using icu::UnicodeString;

std::string Utf8(const UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// One letter or less is no name: "M", "J".
bool TooShort(const UnicodeString& name) { return name.countChar32() < 2; }

void AddNames(const UnicodeString* names, int first, int count, DatePart::Kind kind, bool abbreviated,
              std::vector<CldrName>& out) {
  for (int i = 0; i < count; ++i) {
    UnicodeString name = names[first + i];
    if (name.endsWith(UnicodeString("."))) name.truncate(name.length() - 1);
    if (TooShort(name) || u_isdigit(name.char32At(0))) continue;
    out.push_back({Utf8(name), {kind, i + 1}, abbreviated});
  }
}

void AddSymbols(const Locale& locale, CldrDates& out) {
  UErrorCode status = U_ZERO_ERROR;
  const DateFormatSymbols symbols(locale, "gregorian", status);
  if (U_FAILURE(status)) return;
  for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
    for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
      const bool abbreviated = width == DateFormatSymbols::ABBREVIATED;
      std::int32_t count = 0;
      const UnicodeString* const months = symbols.getMonths(count, context, width);
      AddNames(months, 0, std::min(count, 12), DatePart::Kind::kMonth, abbreviated, out.months);
      const UnicodeString* const days = symbols.getWeekdays(count, context, width);
      if (count < 8) continue;
      AddNames(days, 2, 6, DatePart::Kind::kWeekday, abbreviated,
               out.weekdays);  // ICU begins with an unused one and Sunday
      if (!TooShort(days[1])) out.weekdays.push_back({Utf8(days[1]), {DatePart::Kind::kWeekday, 7}, abbreviated});
    }
  }
}

// The Gregorian year of year 1 of each era, where the calendar's months are ours.
void AddEras(const Locale& locale, const char* calendar_name, std::vector<CldrName>& out) {
  UErrorCode status = U_ZERO_ERROR;
  Locale with_calendar = locale;
  with_calendar.setKeywordValue("calendar", calendar_name, status);
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(with_calendar, status));
  const DateFormatSymbols symbols(locale, calendar_name, status);
  if (U_FAILURE(status)) return;
  std::int32_t count = 0;
  const UnicodeString* const names = symbols.getEras(count);
  for (std::int32_t era = 0; era < count; ++era) {
    if (TooShort(names[era])) continue;
    calendar->clear();
    calendar->set(UCAL_ERA, era);
    calendar->set(UCAL_YEAR, 2);
    calendar->set(UCAL_MONTH, 5);
    calendar->set(UCAL_DATE, 15);
    icu::GregorianCalendar gregorian(locale, status);
    gregorian.setTime(calendar->getTime(status), status);
    const std::int32_t year = gregorian.get(UCAL_EXTENDED_YEAR, status) - 1;
    // Eras that count backwards, and those long gone, name no news.
    if (U_SUCCESS(status) && year > 1800) out.push_back({Utf8(names[era]), {DatePart::Kind::kEra, year}, false});
  }
}

constexpr std::array<const char*, 2> kEraCalendars = {"japanese", "roc"};

bool Uses(const Locale& locale, const char* calendar) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> used(
      icu::Calendar::getKeywordValuesForLocale("calendar", locale, true, status));
  if (U_FAILURE(status)) return false;
  for (const char* name = used->next(nullptr, status); name != nullptr; name = used->next(nullptr, status)) {
    if (std::string_view(name) == calendar) return true;
  }
  return false;
}

void AddSpelled(const Locale& locale, CldrDates& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, status);
  if (U_FAILURE(status)) return;
  const auto spell = [&](const UnicodeString& set, int number) {
    UnicodeString text;
    icu::FieldPosition position;
    UErrorCode failed = U_ZERO_ERROR;
    format.format(static_cast<std::int64_t>(number), set, text, position, failed);
    return U_SUCCESS(failed) ? Utf8(text) : std::string();
  };
  // The press writes "twenty-second" with and without the hyphen.
  const auto add = [](const std::string& name, DatePart part, std::vector<CldrName>& names) {
    names.push_back({name, part, false});
    if (name.find('-') == std::string::npos) return;
    names.push_back(names.back());
    std::replace(names.back().name.begin(), names.back().name.end(), '-', ' ');
  };
  for (std::int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
    const UnicodeString set = format.getRuleSetName(i);
    if (set.startsWith(UnicodeString("%spellout-cardinal"))) {
      for (int n = 2; n < 100; ++n) add(spell(set, n), {DatePart::Kind::kCount, n}, out.counts);
    } else if (set.startsWith(UnicodeString("%spellout-ordinal"))) {
      for (int n = 1; n < 32; ++n) add(spell(set, n), {DatePart::Kind::kNth, n}, out.ordinals);
    }
  }
}

// One field of a CLDR pattern in our notation; empty for fields that are no date.
std::string Field(UChar letter, int length) {
  switch (letter) {
    case 'y':
    case 'u':
      return length == 2 ? "{yy}" : "{y}";
    case 'M':
    case 'L':
      return length > 2 ? "{month}" : "{m}";
    case 'd':
      return "{day}";
    case 'E':
    case 'c':
      return "{weekday}";
    default:
      return {};
  }
}

// Empty where the pattern has fields that we do not read.
std::string Notation(const UnicodeString& pattern) {
  UnicodeString literal;
  std::string out;
  bool quoted = false;
  for (std::int32_t i = 0; i < pattern.length(); ++i) {
    const UChar c = pattern[i];
    if (c == '\'') {
      quoted = !quoted;
    } else if (!quoted && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
      const std::int32_t begin = i;
      while (i + 1 < pattern.length() && pattern[i + 1] == c) ++i;
      const std::string field = Field(c, i - begin + 1);
      if (field.empty()) return {};
      out += Utf8(literal) + field;
      literal.remove();
    } else {
      if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
      if (u_strchr(u"(){}<>|?\\", c) != nullptr) literal += u'\\';
      literal += u_isUWhiteSpace(c) ? u' ' : c;
    }
  }
  return out + Utf8(literal);
}

// Month and day as numbers without a year are fractions and scores as often.
bool Definite(const std::string& pattern) {
  return pattern.find("{month}") != std::string::npos || pattern.find('y') != std::string::npos ||
         std::any_of(pattern.begin(), pattern.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
}

// "1/9", "9.1.": the order is the language's; where it puts the year first, a
// year behind day and month is foreign, and there the day comes first.
void AddOrder(icu::DateTimePatternGenerator& patterns, CldrDates& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string found = Notation(patterns.getBestPattern(UnicodeString("Md"), status));
  const std::string full = Notation(patterns.getBestPattern(UnicodeString("yMd"), status));
  const std::size_t month = found.find("{m}");
  const std::size_t day = found.find("{day}");
  if (U_FAILURE(status) || month == std::string::npos || day == std::string::npos) return;
  const bool month_first = month < day;
  out.day_and_month = {month_first ? "{m}/{d}" : "{d}/{m}"};
  if (found.find("}.") != std::string::npos && !month_first) out.day_and_month.emplace_back("{d}\\.{m}\\.");
  out.numeric = {month_first && !full.starts_with("{y}") ? "{m}/{d}" : "{d}/{m}"};
}

void AddFormats(const Locale& locale, CldrDates& out) {
  constexpr std::array<const char*, 12> kSkeletons = {"yMMMMEEEEd", "yMMMEd", "yMMMMd",    "yMMMd", "yMd",   "yyMd",
                                                      "yMMMM",      "yMMM",   "MMMMEEEEd", "MMMEd", "MMMMd", "MMMd"};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return;
  for (const char* skeleton : kSkeletons) {
    const std::string found = Notation(patterns->getBestPattern(UnicodeString(skeleton), status));
    if (U_SUCCESS(status) && !found.empty() && Definite(found)) out.formats.push_back(found);
  }
  AddOrder(*patterns, out);
}

template <typename T>
void SortUnique(std::vector<T>& values) {
  std::stable_sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// The locales of `language` that differ in script or region.
std::vector<Locale> LocalesOf(const Locale& language) {
  std::vector<Locale> out = {language};
  const std::string_view wanted = language.getLanguage();
  // By their names: ICU takes longer to make all locales than all of ours takes.
  for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
    const char* const name = uloc_getAvailable(i);
    if (std::string_view(name).starts_with(wanted) && Locale(name).getLanguage() == wanted) out.emplace_back(name);
  }
  return out;
}

}  // namespace

CldrDates ReadCldrDates(std::string_view language) {
  CldrDates out;
  UErrorCode status = U_ZERO_ERROR;
  const Locale locale = Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, status);
  if (U_FAILURE(status) || locale.isBogus()) return out;
  for (const Locale& region : LocalesOf(locale)) {
    AddSymbols(region, out);
    for (const char* calendar : kEraCalendars) {
      if (Uses(region, calendar)) AddEras(region, calendar, out.eras);
    }
  }
  AddSpelled(locale, out);
  AddFormats(locale, out);
  for (std::vector<CldrName>* names : {&out.months, &out.weekdays, &out.eras, &out.counts, &out.ordinals}) {
    SortUnique(*names);
    std::erase_if(*names, [](const CldrName& name) { return name.name.empty(); });
  }
  return out;
}

std::vector<CldrName> ReadNumerals() {
  std::vector<CldrName> out;
  for (UChar32 c = 0x3007; c < 0xA000; ++c) {
    const double value = u_getNumericValue(c);
    if (!u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || value < 0) continue;
    if (value > 10 && value != 20 && value != 30 && value != 100) continue;
    out.push_back({Utf8(UnicodeString(c)), {DatePart::Kind::kCount, static_cast<std::int32_t>(value)}, false});
  }
  return out;
}

}  // namespace newsgraph::extract
