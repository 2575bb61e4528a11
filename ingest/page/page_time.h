// Times as pages state them for programs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph::ingest {

struct PageTime {
  std::chrono::sys_seconds time;             // of a time without a zone: as if it were UTC
  std::optional<std::chrono::minutes> zone;  // east of Greenwich; nothing if not stated
  bool day_only = false;

  friend bool operator==(const PageTime&, const PageTime&) = default;
};

// Reads ISO 8601 in its forms ("2026-01-19T18:25:12.5+0100", "20260119T182512Z",
// "2026/01/19 18:25"), RFC 2822 and what JavaScript prints, and seconds or
// milliseconds since 1970. Nothing for other text, days that do not exist, and
// years before 1900.
std::optional<PageTime> ParsePageTime(std::string_view text);

// RFC 3339 with its zone, UTC where none is known; the bare day where only that is.
std::string ToString(const PageTime& time);

}  // namespace newsgraph::ingest
