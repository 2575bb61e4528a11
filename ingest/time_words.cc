#include "ingest/time_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/timezone.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  std::string_view name;
  int minutes;
};

// Where a name has several meanings, that of RFC 822 or the most people.
constexpr Zone kZones[] = {
    {"ut", 0},     {"utc", 0},    {"gmt", 0},     {"z", 0},       {"wet", 0},    {"west", 60},  {"bst", 60},
    {"cet", 60},   {"met", 60},   {"mez", 60},    {"cest", 120},  {"mest", 120}, {"mesz", 120}, {"eet", 120},
    {"sast", 120}, {"eest", 180}, {"msk", 180},   {"eat", 180},   {"trt", 180},  {"gst", 240},  {"pkt", 300},
    {"ist", 330},  {"npt", 345},  {"wib", 420},   {"ict", 420},   {"sgt", 480},  {"hkt", 480},  {"awst", 480},
    {"wita", 480}, {"jst", 540},  {"kst", 540},   {"wit", 540},   {"acst", 570}, {"aest", 600}, {"acdt", 630},
    {"aedt", 660}, {"nzst", 720}, {"nzdt", 780},  {"nst", -210},  {"ndt", -150}, {"brt", -180}, {"art", -180},
    {"adt", -180}, {"ast", -240}, {"at", -240},   {"clt", -240},  {"edt", -240}, {"est", -300}, {"et", -300},
    {"cdt", -300}, {"cst", -360}, {"ct", -360},   {"mdt", -360},  {"mst", -420}, {"mt", -420},  {"pdt", -420},
    {"pst", -480}, {"pt", -480},  {"akdt", -480}, {"akst", -540}, {"hst", -600}, {"a", -60},    {"m", -720},
    {"n", 60},     {"y", 720},
};

// Lower case, without accents and full stops.
std::string Folded(icu::UnicodeString word) {
  UErrorCode error = U_ZERO_ERROR;
  word.foldCase();
  const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(error)->normalize(word, error);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK && u_isalnum(c) != 0) kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

struct Words {
  std::map<std::string, unsigned> months;  // 0 for several
  std::map<std::string, bool> after_noon;
  std::set<std::string> weekdays;
};

// Numbers, as some languages have for names, say nothing.
bool IsWord(const std::string& name) { return !name.empty() && std::none_of(name.begin(), name.end(), IsAsciiDigit); }

void AddMonths(const icu::UnicodeString* names, std::int32_t count, Words& words) {
  for (std::int32_t i = 0; i < std::min(count, 12); ++i) {
    const std::string name = Folded(names[i]);
    const auto month = static_cast<unsigned>(i) + 1;
    if (!IsWord(name) || names[i].countChar32() < 2) continue;
    const auto [known, added] = words.months.emplace(name, month);
    if (!added && known->second != month) known->second = 0;
  }
}

// CLDR's words of all languages; takes a tenth of a second, so only when asked for.
const Words& AllWords() {
  static const Words* const words = [] {
    auto* all = new Words;
    std::int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    for (std::int32_t i = 0; i < count; ++i) {
      if (*locales[i].getCountry() != 0 || *locales[i].getVariant() != 0) continue;
      UErrorCode error = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(locales[i], "gregorian", error);
      if (U_FAILURE(error)) continue;
      std::int32_t names = 0;
      for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
          const icu::UnicodeString* months = symbols.getMonths(names, context, width);
          AddMonths(months, names, *all);
        }
        const icu::UnicodeString* weekdays = symbols.getWeekdays(names, context, icu::DateFormatSymbols::WIDE);
        for (std::int32_t day = 1; day < names; ++day) all->weekdays.insert(Folded(weekdays[day]));
      }
      const icu::UnicodeString* halves = symbols.getAmPmStrings(names);
      for (std::int32_t half = 0; half < std::min(names, 2); ++half)
        all->after_noon.emplace(Folded(halves[half]), half == 1);
    }
    return all;
  }();
  return *words;
}

// The month of all names that go on as `word` does, or that it goes on from.
std::optional<unsigned> MonthOfBeginning(const std::string& word) {
  constexpr std::size_t kShortest = 3;
  if (word.size() < kShortest) return std::nullopt;
  const std::map<std::string, unsigned>& months = AllWords().months;
  unsigned found = 0;
  for (auto at = months.lower_bound(word); at != months.end() && at->first.starts_with(word); ++at) {
    if (at->second == 0 || (found != 0 && found != at->second)) return std::nullopt;
    found = at->second;
  }
  for (std::size_t size = kShortest; size < word.size(); ++size) {
    const auto at = months.find(word.substr(0, size));
    if (at == months.end()) continue;
    if (at->second == 0 || (found != 0 && found != at->second)) return std::nullopt;
    found = at->second;
  }
  return found != 0 ? std::optional(found) : std::nullopt;
}

bool IsAsciiWord(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::optional<unsigned> MonthOfName(std::string_view name) {
  if (name.size() >= 3 && IsAsciiWord(name)) {
    const std::string lower = AsciiLower(name);
    const auto* const known = std::find_if(std::begin(kMonths), std::end(kMonths),
                                           [&](std::string_view month) { return lower.starts_with(month); });
    if (known != std::end(kMonths)) return static_cast<unsigned>(known - std::begin(kMonths)) + 1;
  }
  constexpr std::size_t kLongest = 64;
  if (name.size() > kLongest || name.empty()) return std::nullopt;
  const std::string word =
      Folded(icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size()))));
  const auto known = AllWords().months.find(word);
  if (known != AllWords().months.end() && known->second != 0) return known->second;
  return MonthOfBeginning(word);
}

bool IsWeekdayName(std::string_view name) {
  return AllWords().weekdays.contains(
      Folded(icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())))));
}

std::optional<bool> AfterNoon(std::string_view word) {
  const std::string lower = AsciiLower(word);
  if (lower == "am" || lower == "a.m.") return false;
  if (lower == "pm" || lower == "p.m.") return true;
  if (IsAsciiWord(word)) return std::nullopt;
  const std::string folded = Folded(icu::UnicodeString::fromUTF8(lower));
  const auto known = AllWords().after_noon.find(folded);
  return known != AllWords().after_noon.end() ? std::optional(known->second) : std::nullopt;
}

std::optional<std::chrono::seconds> ZoneOfName(std::string_view name, std::chrono::local_seconds at) {
  for (const Zone& zone : kZones) {
    if (EqualsIgnoringCase(name, zone.name)) return std::chrono::minutes(zone.minutes);
  }
  if (name.find('/') == std::string_view::npos) return std::nullopt;
  const std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(std::string(name))));
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode error = U_ZERO_ERROR;
  zone->getOffset(static_cast<double>(at.time_since_epoch().count()) * 1000, true, raw, saving, error);
  return std::chrono::seconds((raw + saving) / 1000);
}

}  // namespace newsgraph::ingest
