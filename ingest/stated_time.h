// A time as feeds, pages and servers write it → the moment.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph::ingest {

enum class TimePrecision : std::uint8_t { kYear, kMonth, kDay, kSecond };

struct StatedTime {
  // Of a time without a zone: as if it were UTC; of a day, month or year: its first
  // midnight in UTC.
  std::chrono::sys_seconds time;
  std::optional<std::chrono::minutes> zone;  // east of Greenwich; nothing if not stated
  TimePrecision precision = TimePrecision::kSecond;

  friend bool operator==(const StatedTime&, const StatedTime&) = default;
};

// Reads every form met in feeds and pages: those of RFC 822, asctime and JavaScript
// with their sloppy relatives, ISO 8601 with its short and basic ones, seconds and
// milliseconds since 1970, dates with slashes, with names of months in any language
// that CLDR knows, and those of East Asia. Words that say nothing of a time are passed
// over. Where no zone is written, the writing may leave one only. Nothing if it is no
// time, or an impossible one.
std::optional<StatedTime> ParseStatedTime(std::string_view text);

// The same for a line of a page, which may go on after the time ("19 January 2026,
// 18:25 | 5 minutes to read"): what cannot belong to it ends it. Nothing without a
// whole day from 1900 to 2200, or where it is unclear which number is the month ("5/1/2026").
std::optional<StatedTime> FindStatedTime(std::string_view line);

// RFC 3339 with its zone, UTC where none is known; the bare day where only that is.
std::string ToString(const StatedTime& time);

}  // namespace newsgraph::ingest
