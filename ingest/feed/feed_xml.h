// Feeds in XML: RSS, Atom, CDF, sitemaps.
#pragma once

#include <string_view>

#include "ingest/feed/feed.h"
#include "model/status.h"

namespace newsgraph::ingest {

// Reads valid UTF-8. `base` is what relative addresses stand beside, unless the feed
// says otherwise. INVALID_ARGUMENT for a document that is no feed.
StatusOr<Feed> ParseXmlFeed(std::string_view text, std::string_view base);

}  // namespace newsgraph::ingest
