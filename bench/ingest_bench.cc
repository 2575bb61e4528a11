// What it costs to read feeds.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "ingest/feed/feed.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kFeedBytes = std::size_t{256} << 10;

// Text of a news agency's kind: escaped HTML of some kilobytes an entry.
std::string Entry(std::size_t number) {
  const std::string id = std::to_string(number);
  std::string paragraphs;
  for (int i = 0; i < 6; ++i) {
    paragraphs +=
        "<p>The carmaker sold 4.6 million cars in 2025, <a href=\"https://paper.example/topic/cars?page=1\">up 7.7 percent</a>, it said on "
        "Thursday; exports doubled to &euro;1.2 billion &ndash; more than analysts had expected for the whole of the year.</p>\n";
  }
  return "<item><title>Carmaker sells more &amp; exports double " + id + "</title><link>https://paper.example/a/" + id +
         "?utm_source=rss</link><guid isPermaLink=\"false\">" + id +
         "</guid><pubDate>Mon, 19 Jan 2026 08:05:00 +0100</pubDate><dc:creator>Jane Doe</dc:creator><category>Cars</category>"
         "<description>The carmaker sold more.</description><content:encoded><![CDATA[" +
         paragraphs + "]]></content:encoded><media:content url=\"https://paper.example/i.jpg\" medium=\"image\"/></item>\n";
}

const std::string& SampleFeed() {
  static const std::string* const feed = [] {
    auto* out = new std::string(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:media=\"http://search.yahoo.com/mrss/\">"
        "<channel><title>Paper</title>\n");
    for (std::size_t i = 0; out->size() < kFeedBytes; ++i) *out += Entry(i);
    return &(*out += "</channel></rss>");
  }();
  return *feed;
}

void ParseFeed(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(ingest::ParseFeed(SampleFeed()));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * SampleFeed().size()));
}
BENCHMARK(ParseFeed);

// As if all entries were new.
void ParseFeedAndTexts(benchmark::State& state) {
  for (auto _ : state) {
    const auto feed = ingest::ParseFeed(SampleFeed());
    for (const FeedEntry& entry : feed->entries) benchmark::DoNotOptimize(ArticleOf(entry, *feed));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * SampleFeed().size()));
}
BENCHMARK(ParseFeedAndTexts);

}  // namespace
}  // namespace newsgraph::ingest
