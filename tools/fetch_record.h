// What was read from a file or address → records and lines for people.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/feed/feed.h"
#include "ingest/page/page.h"

namespace newsgraph::tools {

// One feed, entry of a feed, or page.
struct FetchRecord {
  std::string file;  // the path or address as the user named it
  std::string_view kind;
  std::optional<std::size_t> index;  // of an entry in its feed, from 0
  std::string id;
  std::string title;
  std::string link;
  std::vector<std::string> authors;
  std::string publisher;
  std::string published;  // RFC 3339, with the zone where one is known; empty if unknown
  std::string updated;
  std::string language;
  std::string text;
  std::string description;
  bool free = true;                   // false for a page that says that it is paid for
  std::vector<ingest::CutPart> cuts;  // of a page
  std::vector<std::string> feeds;     // that a page names
};

// The feed itself and behind it its entries, in its order.
std::vector<FetchRecord> FeedRecords(const std::string& file, const ingest::Feed& feed);

FetchRecord PageRecord(const std::string& file, const ingest::Page& page);

// One JSON object, as docs/formats.md describes, without a line end.
// `with_cuts` tells whether to include what was left out of a page.
std::string FetchRecordJson(const FetchRecord& record, bool with_cuts);

// The same for people: a line with the title and one with all else but the text, then the text,
// then how much of the page was left out for which reason.
std::string FetchRecordText(const FetchRecord& record);

}  // namespace newsgraph::tools
