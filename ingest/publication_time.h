// Text → when an article was published.
#pragma once

#include <chrono>
#include <string_view>

#include "model/status.h"

namespace newsgraph::ingest {

// Reads "2026-01-19", which stands for midnight UTC, or RFC 3339 with its zone:
// "2026-01-19T18:25:12+01:00", "2026-01-19 17:25:12.5Z"; fractions of a second
// are dropped. INVALID_ARGUMENT says what is wrong and what to write instead.
StatusOr<std::chrono::sys_seconds> ParsePublicationTime(std::string_view text);

}  // namespace newsgraph::ingest
