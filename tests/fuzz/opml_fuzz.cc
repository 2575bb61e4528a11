// Any bytes make a list of feeds or an error, and a list comes back as it was written.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ingest/feed/opml.h"
#include "ingest/url.h"
#include "ingest/utf8.h"
#include "model/status.h"

using newsgraph::Check;
namespace ingest = newsgraph::ingest;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto feeds = ingest::ParseOpml(std::string(reinterpret_cast<const char*>(data), size));
  if (!feeds.ok()) return 0;
  Check(feeds->size() <= size, "a feed takes some bytes");
  for (const ingest::Subscription& feed : *feeds)
    Check(ingest::IsWebUrl(feed.url) && ingest::IsValidUtf8(feed.title), "feeds have addresses");
  const auto again = ingest::ParseOpml(ingest::WriteOpml("feeds", *feeds));
  Check(again.ok() && again->size() == feeds->size(), "all feeds come back");
  for (std::size_t i = 0; i < feeds->size(); ++i) {
    Check((*again)[i].url == (*feeds)[i].url, "at their addresses");
    Check((*again)[i].folders == (*feeds)[i].folders, "in their folders");
  }
  return 0;
}
