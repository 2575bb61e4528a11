#include "ingest/page/page_time.h"

#include <algorithm>
#include <cstdio>

#include "ingest/ascii.h"
#include "ingest/feed/time_words.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::minutes;

// Reads from the front of a text.
struct Cursor {
  std::string_view text;

  bool Take(char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
  }
  void Spaces() {
    while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '\t')) text.remove_prefix(1);
  }
  // A number of `least` to `most` digits.
  std::optional<int> Number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    while (size < most && size < text.size() && IsAsciiDigit(text[size])) value = value * 10 + (text[size++] - '0');
    if (size < least) return std::nullopt;
    text.remove_prefix(size);
    return value;
  }
  std::string_view Word() {
    std::size_t size = 0;
    while (size < text.size() && (IsAsciiLetter(text[size]) || static_cast<unsigned char>(text[size]) >= 0x80)) ++size;
    const std::string_view word = text.substr(0, size);
    text.remove_prefix(size);
    return word;
  }
};

std::optional<std::chrono::sys_days> DayOf(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1900 || year > 2200) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::optional<minutes> Zone(Cursor& at) {
  at.Spaces();
  if (at.Take('Z') || at.Take('z')) return minutes(0);
  const std::string_view word = at.Word();
  if (word == "GMT" || word == "UTC" || word == "UT") {
    if (at.text.empty() || (at.text.front() != '+' && at.text.front() != '-')) return minutes(0);
  } else if (!word.empty()) {
    const auto zone = ZoneOfName(word, std::chrono::local_seconds());
    if (zone) return std::chrono::duration_cast<minutes>(*zone);
    return std::nullopt;
  }
  const bool west = !at.text.empty() && at.text.front() == '-';
  if (!west && (at.text.empty() || at.text.front() != '+')) return std::nullopt;
  at.text.remove_prefix(1);
  const std::optional<int> hour = at.Number(1, 2);
  if (!hour) return std::nullopt;
  at.Take(':');
  const int minute = at.Number(2, 2).value_or(0);
  if (*hour > 14 || minute > 59) return std::nullopt;
  return minutes((west ? -1 : 1) * (*hour * 60 + minute));
}

// What follows the day: a time and a zone, or nothing.
PageTime TimeOf(std::chrono::sys_days day, Cursor at) {
  PageTime out{day, std::nullopt, true};
  at.Spaces();
  if (at.Take('T') || at.Take('t')) at.Spaces();
  const bool compact = at.text.size() >= 4 && std::all_of(at.text.begin(), at.text.begin() + 4, IsAsciiDigit);
  const std::optional<int> hour = at.Number(1, 2);
  if (!hour || *hour > 24 || (!compact && !at.Take(':'))) return out;
  const std::optional<int> minute = at.Number(2, 2);
  if (!minute || *minute > 59) return out;
  int second = 0;
  if (at.Take(':') || (compact && !at.text.empty() && IsAsciiDigit(at.text.front())))
    second = std::min(at.Number(1, 2).value_or(0), 59);
  if (at.Take('.') || at.Take(',')) {
    while (!at.text.empty() && IsAsciiDigit(at.text.front())) at.text.remove_prefix(1);
  }
  int hours = *hour;
  Cursor half = at;
  half.Spaces();
  if (const std::string_view word = half.Word(); word.size() == 2 && (word[1] | 0x20) == 'm' && hours <= 12) {
    if ((word[0] | 0x20) == 'p') hours = hours % 12 + 12;
    if ((word[0] | 0x20) == 'a') hours = hours % 12;
    at = half;
  }
  out.time = day + std::chrono::hours(hours) + minutes(*minute) + std::chrono::seconds(second);
  out.zone = Zone(at);
  if (out.zone) out.time -= *out.zone;
  out.day_only = false;
  return out;
}

std::optional<PageTime> YearFirst(Cursor at) {
  const std::optional<int> year = at.Number(4, 4);
  if (!year) return std::nullopt;
  const char mark = at.text.empty() ? '\0' : at.text.front();
  const bool marked = mark == '-' || mark == '/' || mark == '.';
  if (marked) at.text.remove_prefix(1);
  const std::optional<int> month = at.Number(marked ? 1 : 2, 2);
  if (!month || (marked && !at.Take(mark))) return std::nullopt;
  const std::optional<int> day = at.Number(marked ? 1 : 2, 2);
  if (!day) return std::nullopt;
  const auto date = DayOf(*year, *month, *day);
  if (!date) return std::nullopt;
  return TimeOf(*date, at);
}

// "Thu, 18 Jul 2024 08:01:58 +0200", "Tue Nov 19 2019 10:00:00 GMT+0100", "November 19, 2019".
std::optional<PageTime> MonthByName(Cursor at) {
  std::optional<int> day;
  int month = 0;
  for (int i = 0; i < 4 && !(day && month != 0); ++i) {
    at.Spaces();
    at.Take('.');
    at.Spaces();
    if (!at.text.empty() && IsAsciiDigit(at.text.front())) {
      if (day) return std::nullopt;
      day = at.Number(1, 2);
      at.Take('-');
    } else {
      const std::string_view word = at.Word();
      if (word.empty()) return std::nullopt;
      if (const std::optional<unsigned> named = MonthOfName(word); named && word.size() > 2)
        month = static_cast<int>(*named);
      at.Take('.');
      at.Take('-');
    }
  }
  at.Spaces();
  if (!day || month == 0) return std::nullopt;
  Cursor time{{}};
  std::optional<int> year = at.Number(4, 4);
  if (!year) {  // asctime: the year comes last
    time = at;
    const std::size_t last = at.text.find_last_of(' ');
    if (last == std::string_view::npos) return std::nullopt;
    Cursor tail{at.text.substr(last + 1)};
    year = tail.Number(4, 4);
    if (!year) return std::nullopt;
    time.text = at.text.substr(0, last);
  } else {
    time = at;
  }
  const auto date = DayOf(*year, month, *day);
  if (!date) return std::nullopt;
  return TimeOf(*date, time);
}

std::optional<PageTime> DayFirst(Cursor at) {
  const std::optional<int> day = at.Number(1, 2);
  if (!day || at.text.empty() || at.text.front() != '.') return std::nullopt;
  at.Take('.');
  const std::optional<int> month = at.Number(1, 2);
  if (!month || !at.Take('.')) return std::nullopt;
  const std::optional<int> year = at.Number(4, 4);
  if (!year) return std::nullopt;
  const auto date = DayOf(*year, *month, *day);
  if (!date) return std::nullopt;
  return TimeOf(*date, at);
}

std::optional<PageTime> SinceEpoch(std::string_view text) {
  if ((text.size() != 10 && text.size() != 13) || !std::all_of(text.begin(), text.end(), IsAsciiDigit))
    return std::nullopt;
  long long value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  if (text.size() == 13) value /= 1000;
  return PageTime{std::chrono::sys_seconds(std::chrono::seconds(value)), minutes(0), false};
}

}  // namespace

std::optional<PageTime> ParsePageTime(std::string_view text) {
  while (!text.empty() && (static_cast<unsigned char>(text.front()) <= ' ' || text.front() == '"'))
    text.remove_prefix(1);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) <= ' ' || text.back() == '"')) text.remove_suffix(1);
  if (text.size() < 6 || text.size() > 80) return std::nullopt;
  if (const auto time = SinceEpoch(text)) return time;
  if (const auto time = YearFirst({text})) return time;
  if (const auto time = DayFirst({text})) return time;
  return MonthByName({text});
}

std::string ToString(const PageTime& time) {
  const auto local = time.time + time.zone.value_or(minutes(0));
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(local - day);
  char buffer[64];
  int size = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                           static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  std::string out(buffer, static_cast<std::size_t>(size));
  if (time.day_only) return out;
  size = std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d", static_cast<int>(clock.hours().count()),
                       static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  out.append(buffer, static_cast<std::size_t>(size));
  const long zone = static_cast<long>(time.zone.value_or(minutes(0)).count());
  if (zone == 0) return out + "Z";
  size = std::snprintf(buffer, sizeof buffer, "%c%02ld:%02ld", zone < 0 ? '-' : '+', std::abs(zone) / 60,
                       std::abs(zone) % 60);
  return out.append(buffer, static_cast<std::size_t>(size));
}

}  // namespace newsgraph::ingest
