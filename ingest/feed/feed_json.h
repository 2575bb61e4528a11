// JSON Feed.
#pragma once

#include <string_view>

#include "ingest/feed/feed.h"
#include "model/status.h"

namespace newsgraph::ingest {

// Reads valid UTF-8. Fields of other types than the standard says are taken where
// they make sense (numbers as ids), else left out. INVALID_ARGUMENT for what is no
// JSON object with items.
StatusOr<Feed> ParseJsonFeed(std::string_view text, std::string_view base);

}  // namespace newsgraph::ingest
