// What it costs to read feeds and archives.
#include <benchmark/benchmark.h>

#include <sstream>
#include <string>
#include <string_view>

#include "ingest/feed/feed.h"
#include "ingest/http_message.h"
#include "ingest/warc/warc_reader.h"
#include "tests/support/gzip.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kFeedBytes = std::size_t{256} << 10;

// Text of a news agency's kind: escaped HTML of some kilobytes an entry.
std::string Entry(std::size_t number) {
  const std::string id = std::to_string(number);
  std::string paragraphs;
  for (int i = 0; i < 6; ++i) {
    paragraphs +=
        "<p>The carmaker sold 4.6 million cars in 2025, <a href=\"https://paper.example/topic/cars?page=1\">up 7.7 "
        "percent</a>, it said on "
        "Thursday; exports doubled to &euro;1.2 billion &ndash; more than analysts had expected for the whole of the "
        "year.</p>\n";
  }
  return "<item><title>Carmaker sells more &amp; exports double " + id + "</title><link>https://paper.example/a/" + id +
         "?utm_source=rss</link><guid isPermaLink=\"false\">" + id +
         "</guid><pubDate>Mon, 19 Jan 2026 08:05:00 +0100</pubDate><dc:creator>Jane "
         "Doe</dc:creator><category>Cars</category>"
         "<description>The carmaker sold more.</description><content:encoded><![CDATA[" +
         paragraphs +
         "]]></content:encoded><media:content url=\"https://paper.example/i.jpg\" medium=\"image\"/></item>\n";
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
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(SampleFeed().size()));
}
BENCHMARK(ParseFeed);

// As if all entries were new.
void ParseFeedAndTexts(benchmark::State& state) {
  for (auto _ : state) {
    const auto feed = ingest::ParseFeed(SampleFeed());
    for (const FeedEntry& entry : feed->entries) benchmark::DoNotOptimize(ArticleOf(entry, *feed));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(SampleFeed().size()));
}
BENCHMARK(ParseFeedAndTexts);

// An archive of pages, one member a record, and how much it holds.
struct Archive {
  std::string bytes;
  std::size_t content = 0;
};

const Archive& SampleArchive() {
  static const Archive* const archive = [] {
    auto* out = new Archive;
    for (std::size_t i = 0; i < 100; ++i) {
      const std::string page = SampleFeed().substr(i * 1000, 60'000);
      const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
      const std::string record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/" +
                                 std::to_string(i) + "\r\nContent-Length: " + std::to_string(block.size()) +
                                 "\r\n\r\n" + block + "\r\n\r\n";
      out->content += record.size();
      out->bytes += Gzip(record);
    }
    return out;
  }();
  return *archive;
}

// Up to the bodies of the answers; what the pages in them cost comes on top.
void ReadWarcGz(benchmark::State& state) {
  for (auto _ : state) {
    std::istringstream in(SampleArchive().bytes);
    WarcReader reader(in, std::size_t{64} << 20);
    while (const auto record = reader.Next()) {
      const auto response = ParseHttpResponse((*record)->block);
      benchmark::DoNotOptimize(DecodeBody(response->headers, response->body, std::size_t{64} << 20));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(SampleArchive().content));
}
BENCHMARK(ReadWarcGz);

}  // namespace
}  // namespace newsgraph::ingest
