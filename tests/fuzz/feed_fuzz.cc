// Any bytes make a feed or an error; its texts are UTF-8 and no larger than what they come from.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/feed/feed.h"
#include "ingest/utf8.h"
#include "model/status.h"

namespace {

using newsgraph::Check;
using newsgraph::ingest::IsValidUtf8;

void CheckEntry(const newsgraph::ingest::FeedEntry& entry) {
  for (const std::string* text :
       {&entry.id, &entry.title, &entry.link, &entry.publisher, &entry.language, &entry.summary.source})
    Check(IsValidUtf8(*text), "texts are UTF-8");
  Check(IsValidUtf8(entry.content.Plain()), "content is UTF-8");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = newsgraph::ingest::ParseFeed(bytes, {"http://example.org/feed", "text/xml", ""});
  (void)newsgraph::ingest::LooksLikeFeed(bytes);
  if (!feed.ok()) return 0;
  Check(IsValidUtf8(feed->title) && IsValidUtf8(feed->description), "texts are UTF-8");
  Check(feed->entries.size() <= size, "an entry takes some bytes");
  for (const newsgraph::ingest::FeedEntry& entry : feed->entries) CheckEntry(entry);
  return 0;
}
