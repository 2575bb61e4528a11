// A time as feeds write it → the moment.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace newsgraph::ingest {

// Reads every form met in feeds: those of RFC 822 and asctime with their sloppy
// relatives, ISO 8601 with its short and basic ones, seconds since 1970, dates with slashes, with
// names of months in any language that CLDR knows, and those of East Asia. Without a
// day it is the first, without a time midnight, without a zone UTC, unless the
// writing leaves one zone only. Nothing if it is no time, or an impossible one.
std::optional<std::chrono::sys_seconds> ParseFeedTime(std::string_view text);

}  // namespace newsgraph::ingest
