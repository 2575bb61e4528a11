// The words in times: months, days of the week, halves of the day, zones.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace newsgraph::ingest {

// The month, 1 to 12, that a name or its beginning stands for in any language,
// whatever its case and accents; nothing for one that is none or stands for several.
std::optional<unsigned> MonthOfName(std::string_view name);

// Whether a word is the whole name of a day of the week in any language.
bool IsWeekdayName(std::string_view name);

// Whether a word says after noon (true) or before (false).
std::optional<bool> AfterNoon(std::string_view word);

// East of UTC: "EST", "CEST", "Z", "Europe/Paris" at the local time given.
std::optional<std::chrono::seconds> ZoneOfName(std::string_view name, std::chrono::local_seconds at);

}  // namespace newsgraph::ingest
