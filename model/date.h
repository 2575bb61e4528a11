// What an article says of calendar time.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/text_span.h"

namespace newsgraph {

// A calendar day of the proleptic Gregorian calendar, without time zone.
using Day = std::chrono::sys_days;

// "2026-01-19". Years below 0 or above 9999 are written with a sign.
std::string ToString(Day day);
// Reads "2026-01-19"; nothing for other text or a day that does not exist.
std::optional<Day> ParseDay(std::string_view text);

// Days from `first` to `last`, both included; first <= last.
struct DateInterval {
  Day first;
  Day last;

  bool Overlaps(const DateInterval& other) const { return first <= other.last && other.first <= last; }
  bool Covers(const DateInterval& other) const { return first <= other.first && other.last <= last; }
  // How many days it has; at least 1.
  std::int64_t days() const { return (last - first).count() + 1; }
  friend auto operator<=>(const DateInterval&, const DateInterval&) = default;
};

// How far a date commits beyond naming its days.
enum class DateMod : std::uint8_t { kExact, kAbout, kBy, kBefore, kAfter, kSince };

enum class DatePrecision : std::uint8_t {
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kHalf,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kPeriod
};

// What a date was resolved against.
enum class DateAnchor : std::uint8_t {
  kNone,         // it names its own year: "19.01.2026"
  kPublication,  // the article's publication time: "nächstes Jahr", "am Mittwoch"
  kText,         // another date of the same text: "zwei Jahre später"
};

// An expression that names calendar time.
struct Date {
  // Without preposition and approximator.
  TextSpan span;
  // Nothing while unresolved: the anchor is unknown, or no such day exists.
  std::optional<DateInterval> interval;
  DatePrecision precision = DatePrecision::kDay;
  DateMod mod = DateMod::kExact;
  DateAnchor anchor = DateAnchor::kNone;
  // A day that no calendar has ("31.02.2026"); then `interval` is nothing.
  bool impossible = false;
  // The pack rule or built-in reading that made it, for the trace.
  std::string rule;

  friend bool operator==(const Date&, const Date&) = default;
};

}  // namespace newsgraph
