#include "ingest/stated_time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/time_words.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t kLongest = 128;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

// What stands behind a number in East Asia, and for which part of the time.
enum class Part { kYear, kMonth, kDay, kHour, kMinute, kSecond };
struct Counter {
  std::string_view mark;
  Part part;
};
constexpr Counter kCounters[] = {
    {"년", Part::kYear},   {"월", Part::kMonth},  {"일", Part::kDay},    {"시", Part::kHour}, {"분", Part::kMinute},
    {"초", Part::kSecond}, {"年", Part::kYear},   {"月", Part::kMonth},  {"日", Part::kDay},  {"時", Part::kHour},
    {"时", Part::kHour},   {"分", Part::kMinute}, {"秒", Part::kSecond},
};

// The zone of those who write so, where all of them share one: of Hangul Korea's.
std::optional<seconds> UsualZone(std::string_view text) {
  constexpr std::string_view kFirst = "\uAC00";
  constexpr std::string_view kLast = "\uD7A3";
  for (std::size_t i = 0; i + kFirst.size() <= text.size(); ++i) {
    const std::string_view character = text.substr(i, kFirst.size());
    if (kFirst <= character && character <= kLast) return hours(9);
  }
  return std::nullopt;
}

// The names that RFC 822 has, which are nearly all that come.
bool IsStandardWeekday(std::string_view word) {
  constexpr std::string_view kNames[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [word](std::string_view name) { return StartsWithIgnoringCase(word, name); });
}

bool AreDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsAsciiDigit); }

// Up to 18 digits.
long long Number(std::string_view digits) {
  long long value = 0;
  for (const char c : digits.substr(0, 18)) value = value * 10 + (c - '0');
  return value;
}

int SmallNumber(std::string_view digits) { return static_cast<int>(std::min(Number(digits), 99999LL)); }

std::vector<std::string_view> Split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

int FullYear(std::string_view digits) {
  const int year = SmallNumber(digits);
  return digits.size() > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

// Takes the words of a time one by one; any that cannot be is the end of it.
class TimeReader {
 public:
  // `whole`: whether all of the text has to be a time.
  std::optional<StatedTime> Read(std::string_view text, bool whole) {
    usual_zone_ = UsualZone(text);
    const std::string spaced = Spaced(text);
    for (const std::string_view word : Split(spaced, " \t\r\n,;()[]\"")) {
      if (word.empty() || word == "-" || Take(word)) continue;
      if (whole || !has_date() || !day_) return std::nullopt;
      break;
    }
    if (!whole && !since_epoch_ && !IsPlainDay()) return std::nullopt;
    return Moment();
  }

 private:
  // With a space behind every counter.
  std::string Spaced(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      out += text[i];
      for (const Counter& counter : kCounters) {
        if (i + 1 < counter.mark.size() || !std::string_view(out).ends_with(counter.mark)) continue;
        out += ' ';
        break;
      }
    }
    return out;
  }

  bool Take(std::string_view word) {
    for (const Counter& counter : kCounters) {
      if (word.ends_with(counter.mark) && AreDigits(word.substr(0, word.size() - counter.mark.size())))
        return TakeCounted(SmallNumber(word.substr(0, word.size() - counter.mark.size())), counter);
    }
    const bool dated = has_date();
    if (dated && (word.front() == '+' || word.front() == '-')) return TakeOffset(word);
    if (word.find(':') < word.size() - 1) return TakeDateAndTime(word);
    if (IsAsciiDigit(word.front()) || word.front() == '-') return TakeNumber(word);
    return TakeWord(word);
  }

  bool TakeCounted(int value, const Counter& counter) {
    const std::array<std::optional<int>*, 6> parts = {&year_, &month_, &day_, &hour_, &minute_, &second_};
    *parts[static_cast<std::size_t>(counter.part)] = value;
    return true;
  }

  // "10:14:55", also behind a date and before a zone: "2003-12-31T10:14:55-08:00".
  bool TakeDateAndTime(std::string_view word) {
    const std::size_t colon = word.find(':');
    std::size_t begin = colon;
    while (begin > 0 && IsAsciiDigit(word[begin - 1])) --begin;
    if (begin > 0 && !has_date()) {
      const char before = word[begin - 1];
      if (before != 'T' && before != 't' && before != '-' && before != '/') return false;
      if (!TakeNumber(word.substr(0, begin - 1))) return false;
    } else if (begin > 0) {
      const std::string_view name = word.substr(0, begin - 1);  // "GMT+01:00"
      return !name.empty() && (word[begin - 1] == '+' || word[begin - 1] == '-') && TakeOffset(word.substr(begin - 1));
    }
    const std::string_view time = word.substr(begin);
    const std::size_t end = std::min(time.find_first_not_of("0123456789:."), time.size());
    return TakeTime(time.substr(0, end)) && (end == time.size() || TakeBehindTime(time.substr(end)));
  }

  bool TakeTime(std::string_view time) {
    if (hour_) return false;
    const std::size_t fraction = time.find('.');
    if (fraction != std::string_view::npos && std::count(time.begin(), time.end(), ':') == 2)
      time = time.substr(0, fraction);
    const std::vector<std::string_view> parts = Split(time, ":.");
    if (parts.size() < 2 || parts.size() > 3) return false;
    for (const std::string_view part : parts) {
      if (!AreDigits(part) || part.size() > 2) return false;
    }
    hour_ = SmallNumber(parts[0]);
    minute_ = SmallNumber(parts[1]);
    second_ = parts.size() > 2 ? SmallNumber(parts[2]) : 0;
    return true;
  }

  bool TakeBehindTime(std::string_view rest) {
    if (rest.front() == ',') return true;  // a fraction as ISO has it too
    if (rest.front() == '+' || rest.front() == '-') return TakeOffset(rest);
    if (const std::optional<bool> half = AfterNoon(rest)) {
      after_noon_ = half;
      return true;
    }
    zone_name_ = rest;
    return std::all_of(rest.begin(), rest.end(), IsAsciiLetter);
  }

  // "+0100", "-08:00", "+1"; the time itself may not go beyond a day.
  bool TakeOffset(std::string_view word) {
    std::string digits;
    for (const char c : word.substr(1)) {
      if (c != ':') digits += c;
    }
    if (!AreDigits(digits) || digits.size() > 4) return false;
    const int number = SmallNumber(digits);
    const int in_minutes = digits.size() <= 2 ? number * 60 : number / 100 * 60 + number % 100;
    if (in_minutes > 24 * 60 || number % 100 > 59 * (digits.size() > 2 ? 1 : 2)) return false;
    zone_ = word.front() == '-' ? -minutes(in_minutes) : minutes(in_minutes);
    return true;
  }

  bool TakeNumber(std::string_view word) {
    if (word.size() > 1 && word.front() == '-') return TakeShort(word.substr(1));
    std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == word.size()) return TakeDigits(word);
    const char separator = word[digits];
    if (separator == '.' && digits <= 2 && word.size() == digits + 1) return TakeDigits(word.substr(0, digits));
    if (separator == '-' || separator == '/' || separator == '.') return TakeParts(Split(word, "-/."), separator);
    if (separator == 'T' || separator == 't')
      return TakeNumber(word.substr(0, digits)) && TakeBasicTime(word.substr(digits + 1));
    // "1st", "22nd"
    return digits <= 2 && word.size() == digits + 2 && TakeDigits(word.substr(0, digits));
  }

  bool TakeBasicTime(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if ((digits != 6 && digits != 4) || hour_) return false;
    hour_ = SmallNumber(text.substr(0, 2));
    minute_ = SmallNumber(text.substr(2, 2));
    second_ = digits == 6 ? SmallNumber(text.substr(4, 2)) : 0;
    return digits == text.size() || TakeBehindTime(text.substr(digits));
  }

  // ISO's "-0312" and "-03-12": a year without its century, and a month.
  bool TakeShort(std::string_view rest) {
    const bool parted = rest.size() == 5 && rest[2] == '-';
    const std::string digits =
        parted ? std::string(rest.substr(0, 2)) + std::string(rest.substr(3)) : std::string(rest);
    if (has_date() || digits.size() != 4 || !AreDigits(digits)) return false;
    year_ = FullYear(std::string_view(digits).substr(0, 2));
    month_ = SmallNumber(std::string_view(digits).substr(2));
    return true;
  }

  bool TakeDigits(std::string_view digits) {
    const auto at = [digits](std::size_t begin, std::size_t size) { return SmallNumber(digits.substr(begin, size)); };
    const std::size_t size = digits.size();
    if (size <= 2) {
      if (!day_) return SetPart(day_, SmallNumber(digits));
      return size == 2 && SetPart(year_, FullYear(digits));
    }
    if (size == 4) return SetPart(year_, SmallNumber(digits));
    if (has_date()) return false;
    if (size == 6) return SetDate(FullYear(digits.substr(0, 2)), at(2, 2), at(4, 2));
    if (size == 7) return SetOrdinal(at(0, 4), at(4, 3));
    if (size == 8 || size == 14) {
      return SetDate(at(0, 4), at(4, 2), at(6, 2)) && (size == 8 || TakeBasicTime(digits.substr(8)));
    }
    if (size != 10 && size != 13) return false;
    since_epoch_ = seconds(Number(digits) / (size == 13 ? 1000 : 1));
    return true;
  }

  bool TakeParts(const std::vector<std::string_view>& parts, char separator) {
    if (has_date()) return false;
    if (parts.size() == 2 && AreDigits(parts[0]) && AreDigits(parts[1])) {
      const int year = FullYear(parts[0]);
      if (parts[1].size() == 3) return SetOrdinal(year, SmallNumber(parts[1]));
      if (parts[0].size() != 4 || parts[1].size() > 2) return false;
      year_ = year;
      month_ = SmallNumber(parts[1]);
      return true;
    }
    if (parts.size() != 3 || !AreDigits(parts[0]) || !AreDigits(parts[2])) return false;
    const bool year_first = parts[0].size() == 4 || (separator == '-' && parts[2].size() <= 2 && AreDigits(parts[1]));
    const std::string_view year = year_first ? parts[0] : parts[2];
    const std::string_view last = year_first ? parts[2] : parts[0];
    if (!AreDigits(parts[1])) {
      const std::optional<unsigned> month = MonthOfName(parts[1]);
      return month && SetDate(FullYear(year), static_cast<int>(*month), SmallNumber(last));
    }
    const int middle = SmallNumber(parts[1]);
    const int other = SmallNumber(last);
    // With slashes and the year behind, the month comes first where it can.
    const bool month_first = !year_first && separator == '/' && other <= 12;
    order_unclear_ = month_first && middle <= 12 && middle != other;
    return month_first ? SetDate(FullYear(year), other, middle) : SetDate(FullYear(year), middle, other);
  }

  bool TakeWord(std::string_view word) {
    if (const std::optional<bool> half = AfterNoon(word)) {
      after_noon_ = half;
      return true;
    }
    if (hour_ && !zone_ && zone_name_.empty()) {
      const std::size_t sign = word.find_first_of("+-");
      if (sign != std::string_view::npos && sign + 1 < word.size() && IsAsciiDigit(word[sign + 1]) &&
          word.find('/') == std::string_view::npos)
        return TakeOffset(word.substr(sign));
      if (month_) {
        zone_name_ = word;
        return true;
      }
    }
    // The first word may be a day of the week that is called as some month is.
    const bool first = !std::exchange(any_word_, true);
    if (first && IsStandardWeekday(word)) return true;
    const std::optional<unsigned> month = month_ && !month_doubtful_ ? std::nullopt : MonthOfName(word);
    if (month) month_ = static_cast<int>(*month);
    month_doubtful_ = month && first && !day_;
    return word.find('-') == std::string_view::npos;
  }

  static bool SetPart(std::optional<int>& part, int value) {
    if (part) return false;
    part = value;
    return true;
  }

  bool SetDate(int year, int month, int day) {
    year_ = year;
    month_ = month;
    day_ = day;
    return true;
  }

  bool SetOrdinal(int year, int day_of_year) {
    if (day_of_year < 1 || day_of_year > 366) return false;
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::year(year) / 1 / 1) +
                                          std::chrono::days(day_of_year - 1)};
    return SetDate(year, static_cast<int>(static_cast<unsigned>(day.month())),
                   static_cast<int>(static_cast<unsigned>(day.day())));
  }

  bool IsPlainDay() const {
    return has_date() && day_ && !order_unclear_ && kFirstYear <= *year_ && *year_ <= kLastYear;
  }

  bool has_date() const { return year_.has_value() && month_.has_value(); }

  std::optional<seconds> TimeOfDay() const {
    if (!hour_) return seconds(0);  // minutes alone say nothing
    int hour = *hour_;
    if (after_noon_ && 1 <= hour && hour <= 12) hour = hour % 12 + (*after_noon_ ? 12 : 0);
    const bool midnight = hour == 24 && minute_.value_or(0) == 0 && second_.value_or(0) == 0;
    if ((hour > 23 && !midnight) || minute_.value_or(0) > 59 || second_.value_or(0) > 60) return std::nullopt;
    return hours(hour) + minutes(minute_.value_or(0)) + seconds(second_.value_or(0));
  }

  std::optional<StatedTime> Moment() const {
    if (since_epoch_) return StatedTime{std::chrono::sys_seconds(*since_epoch_), minutes(0), TimePrecision::kSecond};
    if (!year_ || (!month_ && day_) || (!day_ && hour_)) return std::nullopt;
    if (month_.value_or(1) < 1 || day_.value_or(1) < 1) return std::nullopt;
    const std::chrono::year_month_day day = std::chrono::year(*year_) /
                                            static_cast<std::chrono::month>(static_cast<unsigned>(month_.value_or(1))) /
                                            std::chrono::day(static_cast<unsigned>(day_.value_or(1)));
    const std::optional<seconds> time = TimeOfDay();
    if (!day.ok() || !time) return std::nullopt;
    const std::chrono::local_seconds local = std::chrono::local_days(day) + *time;
    StatedTime out{std::chrono::sys_seconds(local.time_since_epoch()), std::nullopt, TimePrecision::kSecond};
    if (!hour_) {
      out.precision = day_ ? TimePrecision::kDay : month_ ? TimePrecision::kMonth : TimePrecision::kYear;
      return out;
    }
    std::optional<seconds> zone = zone_;
    if (!zone && !zone_name_.empty()) zone = ZoneOfName(zone_name_, local);
    if (!zone) zone = usual_zone_;
    if (!zone) return out;
    out.zone = std::chrono::floor<minutes>(*zone);
    out.time -= *zone;
    return out;
  }

  std::optional<int> year_, month_, day_, hour_, minute_, second_;
  std::optional<bool> after_noon_;
  std::optional<seconds> zone_, since_epoch_;
  std::optional<seconds> usual_zone_;  // where no zone is written
  std::string_view zone_name_;
  bool any_word_ = false;
  bool month_doubtful_ = false;
  bool order_unclear_ = false;  // of day and month
};

}  // namespace

std::optional<StatedTime> ParseStatedTime(std::string_view text) {
  text = Trimmed(text);
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  return TimeReader().Read(text, true);
}

std::optional<StatedTime> FindStatedTime(std::string_view line) {
  line = Trimmed(line);
  if (line.empty() || line.size() > kLongest) return std::nullopt;
  return TimeReader().Read(line, false);
}

std::string ToString(const StatedTime& time) {
  const auto local = time.time + time.zone.value_or(minutes(0));
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(local - day);
  char buffer[64];
  int size = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                           static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  std::string out(buffer, static_cast<std::size_t>(size));
  if (time.precision != TimePrecision::kSecond) return out;
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
