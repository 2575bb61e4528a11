// The poller and the fetcher together, at a server on this machine that answers as
// busy, moved, gone and hostile ones do, by a clock that the test moves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "ingest/fetch/poller.h"
#include "tests/support/canned_fetcher.h"
#include "tests/support/gzip.h"
#include "tests/support/web_server.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

// The clock begins on 19 January 2026 at midnight.
std::vector<WebPiece> Play(const std::string& head) {
  const std::string path = head.substr(4, head.find(' ', 4) - 4);
  if (path == "/feed" && head.find("If-None-Match: W/\"a b\"") != std::string::npos) {
    return {{WebAnswer("304 Not Modified", "ETag: W/\"a b\"\r\n", "")}};
  }
  if (path == "/feed") return {{WebAnswer("200 OK", "ETag: W/\"a b\"\r\n", "news")}};
  if (path == "/moved") return {{WebAnswer("301 Moved Permanently", "Location: /kept\r\n", "")}};
  if (path == "/kept") return {{WebAnswer("308 Permanent Redirect", "Location: /feed\r\n", "")}};
  if (path == "/found") return {{WebAnswer("307 Temporary Redirect", "Location: /feed\r\n", "")}};
  if (path == "/gone") return {{WebAnswer("410 Gone", "", "")}};
  if (path == "/busy") return {{WebAnswer("429 Too Many Requests", "Retry-After: 5400\r\n", "")}};
  if (path == "/closed") {
    return {{WebAnswer("503 Service Unavailable", "Retry-After: Mon, 19 Jan 2026 03:00:00 GMT\r\n", "")}};
  }
  if (path == "/loop") return {{WebAnswer("302 Found", "Location: /pool\r\n", "")}};
  if (path == "/pool") return {{WebAnswer("302 Found", "Location: /loop\r\n", "")}};
  if (path == "/bomb") return {{WebAnswer("200 OK", "Content-Encoding: gzip\r\n", Gzip(std::string(20 << 20, 'x')))}};
  if (path == "/drip") return {{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"}, {"x", milliseconds(5000)}};
  if (path == "/cut") return {{"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf"}};
  return {{WebAnswer("404 Not Found", "", "")}};
}

class PolitenessTest : public testing::Test {
 protected:
  void Add(const std::string& path) {
    PolledSource source;
    source.id = path;
    source.url = server_.Url(path);
    source.added = std::chrono::floor<seconds>(clock_.now);
    poller_.Add(std::move(source));
  }

  // Lets time go by; answers take none of it.
  void RunFor(Clock::Time::duration time) {
    const Clock::Time end = clock_.now + time;
    while (clock_.now < end) {
      Clock::Time next = poller_.Run(milliseconds(0));
      while (fetcher_->pending_count() > 0) next = poller_.Run(milliseconds(10));
      clock_.now = std::min(end, std::max(next, clock_.now + milliseconds(1)));
    }
  }

  std::size_t Asked(const std::string& path) const {
    std::size_t count = 0;
    for (const std::string& head : server_.Requests()) count += head.starts_with("GET " + path + " ") ? 1 : 0;
    return count;
  }

  SourceState StateOf(const std::string& path) const {
    for (const PolledSource& source : poller_.Sources()) {
      if (source.id == path) return source.state;
    }
    return {};
  }

  static FetchLimits Limits() {
    FetchLimits limits;
    limits.timeout = milliseconds(700);
    limits.max_body_bytes = 100'000;
    limits.max_redirects = 5;
    limits.allow_private = true;
    return limits;
  }

  WebServer server_{&Play};
  CannedClock clock_;
  std::map<std::string, std::vector<PollEventKind>> kinds_;
  std::unique_ptr<Fetcher> fetcher_ = MakeFetcher(Limits());
  Poller poller_{*fetcher_,
                 clock_,
                 {},
                 [this](const PollEvent& event) { kinds_[event.source.id].push_back(event.kind); },
                 [] { return 0.5; }};
};

TEST_F(PolitenessTest, AsksForWhatChangedSinceOnly) {
  Add("/feed");
  RunFor(minutes(40));
  EXPECT_THAT(kinds_["/feed"],
              ElementsAre(PollEventKind::kContent, PollEventKind::kUnchanged, PollEventKind::kUnchanged));
  EXPECT_EQ(Asked("/feed"), 3u);
}

TEST_F(PolitenessTest, MovesForGoodWhereTheServerSaysSo) {
  Add("/moved");
  Add("/found");
  RunFor(minutes(20));
  EXPECT_EQ(StateOf("/moved").url, server_.Url("/feed"));
  EXPECT_EQ(Asked("/moved"), 1u) << "the new address is asked at once";
  EXPECT_EQ(Asked("/kept"), 1u);
  EXPECT_EQ(Asked("/found"), 2u) << "this one may come back";
}

TEST_F(PolitenessTest, EndsWhatIsGone) {
  Add("/gone");
  RunFor(hours(72));
  EXPECT_EQ(Asked("/gone"), 1u);
  EXPECT_THAT(kinds_["/gone"], ElementsAre(PollEventKind::kGone));
}

TEST_F(PolitenessTest, WaitsAsBusyServersAsk) {
  Add("/busy");
  Add("/closed");
  RunFor(minutes(89));
  EXPECT_EQ(Asked("/busy"), 1u);
  RunFor(minutes(2));
  EXPECT_EQ(Asked("/busy"), 2u) << "an hour and a half, said in seconds";
  EXPECT_EQ(Asked("/closed"), 1u);
  RunFor(seconds(89 * 60 + 30));
  EXPECT_EQ(Asked("/closed"), 2u) << "three o'clock";
}

TEST_F(PolitenessTest, BacksOffFromWhatHarmsAndSaysWhy) {
  for (const char* path : {"/loop", "/bomb", "/cut"}) Add(path);
  RunFor(hours(24));
  for (const char* path : {"/loop", "/bomb", "/cut"}) {
    EXPECT_LE(Asked(path), 40u) << path;
    EXPECT_GE(Asked(path), 5u) << path;
    EXPECT_THAT(kinds_[path], testing::Not(testing::Contains(PollEventKind::kContent))) << path;
  }
  EXPECT_THAT(StateOf("/loop").last_error, HasSubstr("without end"));
  EXPECT_THAT(StateOf("/bomb").last_error, HasSubstr("more than 100000 bytes"));
  EXPECT_THAT(StateOf("/cut").last_error, HasSubstr("cut"));
}

TEST_F(PolitenessTest, DoesNotWaitForAServerThatDrips) {
  Add("/drip");
  Add("/feed");
  RunFor(seconds(30));
  EXPECT_THAT(StateOf("/drip").last_error, HasSubstr("too long"));
  EXPECT_THAT(kinds_["/feed"], ElementsAre(PollEventKind::kContent));
}

}  // namespace
}  // namespace newsgraph::ingest
