#include "extract/date_parts.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace newsgraph::extract {
namespace {

using Kind = DatePart::Kind;

struct Spelling {
  std::string_view name;
  DatePart part;
};

// "2025-77" is no range of years.
constexpr int kLongestShortRange = 40;

template <typename Enum>
DatePart Part(Kind kind, Enum value) {
  return {kind, static_cast<std::int32_t>(value)};
}

const std::array<Spelling, 17> kSpellings = {{
    {"day", Part(Kind::kUnit, DateUnit::kDay)},
    {"week", Part(Kind::kUnit, DateUnit::kWeek)},
    {"weekend", Part(Kind::kUnit, DateUnit::kWeekend)},
    {"month", Part(Kind::kUnit, DateUnit::kMonth)},
    {"quarter", Part(Kind::kUnit, DateUnit::kQuarter)},
    {"half", Part(Kind::kUnit, DateUnit::kHalf)},
    {"year", Part(Kind::kUnit, DateUnit::kYear)},
    {"decade", Part(Kind::kUnit, DateUnit::kDecade)},
    {"century", Part(Kind::kUnit, DateUnit::kCentury)},
    {"begin", Part(Kind::kEdge, DateEdge::kBegin)},
    {"middle", Part(Kind::kEdge, DateEdge::kMiddle)},
    {"end", Part(Kind::kEdge, DateEdge::kEnd)},
    {"ago", {Kind::kShift, -1}},
    {"ahead", {Kind::kShift, 1}},
    {"earlier", {Kind::kTextShift, -1}},
    {"later", {Kind::kTextShift, 1}},
    {"same", {Kind::kSame, 1}},
}};

constexpr std::array<std::pair<std::string_view, Season>, 4> kSeasons = {{{"spring", Season::kSpring},
                                                                          {"summer", Season::kSummer},
                                                                          {"autumn", Season::kAutumn},
                                                                          {"winter", Season::kWinter}}};

constexpr std::array<std::pair<std::string_view, Kind>, 8> kFields = {{{"month=", Kind::kMonth},
                                                                       {"weekday=", Kind::kWeekday},
                                                                       {"nth=", Kind::kNth},
                                                                       {"count=", Kind::kCount},
                                                                       {"day=", Kind::kDay},
                                                                       {"erayear=", Kind::kEraYear},
                                                                       {"lunar=", Kind::kLunar},
                                                                       {"year=", Kind::kYear}}};

std::optional<std::int32_t> Number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<DatePart> ParseWord(std::string_view word) {
  for (const auto& [name, part] : kSpellings) {
    if (name == word) return part;
  }
  for (const auto& [field, kind] : kFields) {
    if (!word.starts_with(field)) continue;
    const std::optional<std::int32_t> value = Number(word.substr(field.size()));
    return value ? std::optional(DatePart{kind, *value}) : std::nullopt;
  }
  for (const auto& [name, season] : kSeasons) {
    if (word.starts_with("season=") && word.substr(7) == name) return Part(Kind::kSeason, season);
  }
  return std::nullopt;
}

// "year-1", "-1", "+1", "0": the name of a unit may stand before the offset.
bool ParseOffset(std::string_view word, bool text, std::vector<DatePart>& parts) {
  const std::size_t at = word.find_first_of("+-0");
  const std::optional<std::int32_t> offset = at == std::string_view::npos ? std::nullopt : Number(word.substr(at));
  if (!offset) return false;
  if (word.starts_with("easter")) {
    parts.push_back({Kind::kEaster, *offset});
    return true;
  }
  // The offset stands before its unit, or that of a following "4분기" would claim it.
  parts.push_back({text ? Kind::kTextOffset : Kind::kOffset, *offset});
  if (at != 0) {
    const std::optional<DatePart> unit = ParseWord(word.substr(0, at));
    if (!unit || unit->kind != Kind::kUnit) return false;
    parts.push_back(*unit);
  }
  return true;
}

bool IsModifier(const DatePart& part) {
  return part.kind == Kind::kOffset || part.kind == Kind::kTextOffset || part.kind == Kind::kNth ||
         part.kind == Kind::kCount || part.kind == Kind::kShift || part.kind == Kind::kTextShift;
}

void Modify(const DatePart& part, DateReading::UnitUse& use) {
  switch (part.kind) {
    case Kind::kOffset:
    case Kind::kTextOffset:
      use.offset = part.value;
      use.offset_in_text = part.kind == Kind::kTextOffset;
      break;
    case Kind::kNth:
      use.nth = part.value;
      break;
    case Kind::kCount:
      use.count = part.value;
      break;
    case Kind::kShift:
    case Kind::kTextShift:
      use.shift = part.value;
      use.shift_in_text = part.kind == Kind::kTextShift;
      break;
    default:
      break;
  }
}

void SetField(const DatePart& part, DateReading& reading) {
  switch (part.kind) {
    case Kind::kYear:
      reading.year = part.value;
      break;
    case Kind::kShortYear:
      reading.year = part.value + (part.value < 70 ? 2000 : 1900);
      reading.short_year = true;
      break;
    case Kind::kEra:
      reading.year = reading.year.value_or(0) + part.value;
      break;
    case Kind::kEraYear:
      reading.year = reading.year.value_or(0) + part.value - 1;
      break;
    case Kind::kMonth:
      reading.month = part.value;
      break;
    case Kind::kDay:
      reading.day = part.value;
      break;
    case Kind::kSeason:
      reading.season = static_cast<Season>(part.value);
      break;
    case Kind::kEdge:
      reading.edge = static_cast<DateEdge>(part.value);
      break;
    case Kind::kSame:
      reading.same = true;
      break;
    case Kind::kEaster:
      reading.easter = part.value;
      break;
    case Kind::kLunar:
      reading.lunar = part.value;
      break;
    default:
      break;
  }
}

// The modifiers right after the unit at `at` that no further unit claims: none where they stand before
// a unit, unless that one has its own behind it and the first has none before ("الربع الأول من العام الماضي").
std::size_t EndOfModifiersAfter(const std::vector<DatePart>& parts, std::size_t at) {
  std::size_t end = at + 1;
  while (end < parts.size() && IsModifier(parts[end])) ++end;
  if (end >= parts.size() || parts[end].kind != Kind::kUnit) return end;
  const bool modified = at > 0 && IsModifier(parts[at - 1]);
  return !modified && end + 1 < parts.size() && IsModifier(parts[end + 1]) ? end : at + 1;
}

// "May twenty-third", "diez de octubre": an ordinal or count beside a month is its day.
void NumberToDay(DateReading::UnitUse& number, DateReading& reading) {
  constexpr int kMostDays = 31;
  std::optional<int>& spelled = number.nth ? number.nth : number.count;
  if (!spelled || *spelled < 1 || *spelled > kMostDays) return;
  reading.day = std::exchange(spelled, {});
}

// "the '60s" are not those to come.
void DecadeBehind(DateReading& reading) {
  constexpr int kFirstDecade = 1920;
  if (reading.short_year && reading.year && reading.unit(DateUnit::kDecade) && *reading.year - 100 >= kFirstDecade) {
    *reading.year -= 100;
  }
}

}  // namespace

std::optional<std::vector<DatePart>> ParseDateParts(std::string_view text) {
  std::vector<DatePart> parts;
  bool in_text = false;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word.empty()) continue;
    if (word == "text") {
      in_text = true;
    } else if (const std::optional<DatePart> part = ParseWord(word)) {
      parts.push_back(*part);
    } else if (!ParseOffset(word, in_text, parts)) {
      return std::nullopt;
    }
  }
  return parts;
}

DateReading Interpret(const std::vector<DatePart>& parts) {
  DateReading reading;
  DateReading::UnitUse waiting;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind == Kind::kUnit) {
      const std::size_t modifiers_end = EndOfModifiersAfter(parts, i);
      std::optional<DateReading::UnitUse>& use = reading.units[static_cast<std::size_t>(parts[i].value)];
      use = std::exchange(waiting, {});
      while (i + 1 < modifiers_end) Modify(parts[++i], *use);
    } else if (IsModifier(parts[i])) {
      Modify(parts[i], waiting);
    } else if (parts[i].kind == Kind::kWeekday) {
      reading.weekday = parts[i].value;
      if (waiting.nth) reading.weekday_nth = std::exchange(waiting.nth, {});
    } else {
      SetField(parts[i], reading);
    }
  }
  if (reading.month && !reading.day) NumberToDay(waiting, reading);
  // "last September": of months by name, the last is the one before.
  if (reading.month && !reading.day && waiting.nth == -1 && !waiting.offset) {
    waiting.offset = -1;
    waiting.nth.reset();
  }
  DecadeBehind(reading);
  for (std::optional<DateReading::UnitUse>& use : reading.units) {  // "16 days from 2 January"
    if (!use || !use->count || waiting.shift == 0) continue;
    use->shift = std::exchange(waiting.shift, 0);
    use->shift_in_text = waiting.shift_in_text;
  }
  reading.loose = waiting;
  return reading;
}

void CompleteRange(DateReading& from, DateReading& to) {
  if (to.short_year && from.year && to.year && !from.short_year) {
    int year = *from.year / 100 * 100 + *to.year % 100;
    if (year < *from.year) year += 100;
    to.year = year > *from.year + kLongestShortRange ? 0 : year;
    to.short_year = false;
  }
  if (to.day && to.month && !from.month && !from.day) NumberToDay(from.loose, from);
  if (from.day && from.month && !to.month && !to.day) NumberToDay(to.loose, to);
  if (from.day && !from.month) from.month = to.month;
  if (to.day && !to.month) to.month = from.month;
  const auto year_use = static_cast<std::size_t>(DateUnit::kYear);
  // "this May" knows its year.
  const bool from_has_year = from.year || from.units[year_use] || (from.month && from.loose.offset);
  const bool to_has_year = to.year || to.units[year_use] || (to.month && to.loose.offset);
  if (!from_has_year) {
    from.year = to.year;
    from.units[year_use] = to.units[year_use];
  } else if (!to_has_year) {
    to.year = from.year;
    to.units[year_use] = from.units[year_use];
  }
  const auto decade_use = static_cast<std::size_t>(DateUnit::kDecade);
  if (from.year && to.year && from.units[decade_use] && !to.units[decade_use]) {  // "the 1980s and '90s"
    to.units[decade_use] = from.units[decade_use];
    DecadeBehind(to);
  }
  if (from.loose.nth) {  // "first to third quarter"
    for (std::size_t unit = 0; unit < kDateUnitCount; ++unit) {
      if (unit == year_use || !to.units[unit] || !to.units[unit]->nth || from.units[unit]) continue;
      from.units[unit] = DateReading::UnitUse{};
      from.units[unit]->nth = from.loose.nth;
    }
  }
}

}  // namespace newsgraph::extract
