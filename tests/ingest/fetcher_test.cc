#include "ingest/fetch/fetcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "ingest/feed/feed.h"
#include "tests/support/gzip.h"
#include "tests/support/http2_server.h"
#include "tests/support/web_server.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

FetchLimits Limits() {
  FetchLimits limits;
  limits.timeout = milliseconds(1500);
  limits.max_body_bytes = 100'000;
  limits.max_redirects = 5;
  limits.allow_private = true;
  return limits;
}

FetchResponse Fetch(const std::string& url, const FetchLimits& limits = Limits(), FetchRequest request = {}) {
  const std::unique_ptr<Fetcher> fetcher = MakeFetcher(limits);
  request.url = url;
  return FetchOne(*fetcher, std::move(request));
}

// What the server plays at each path.
std::vector<WebPiece> Play(const std::string& head) {
  const std::string path = head.substr(4, head.find(' ', 4) - 4);
  const std::string page = "<html>page</html>";
  if (path == "/plain") return {{WebAnswer("200 OK", "ETag: W/\"1 \x2F\"\r\nLast-Modified: someday\r\n", page)}};
  if (path == "/gzip") return {{WebAnswer("200 OK", "Content-Encoding: gzip\r\n", Gzip(page))}};
  if (path == "/not-gzip") return {{WebAnswer("200 OK", "Content-Encoding: gzip\r\n", page)}};
  if (path == "/bomb") return {{WebAnswer("200 OK", "Content-Encoding: gzip\r\n", Gzip(std::string(50 << 20, 'x')))}};
  if (path == "/chunked") return {{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"}};
  if (path == "/endless") return {{"HTTP/1.1 200 OK\r\n\r\n" + std::string(200'000, 'x')}};
  if (path == "/announced") return {{"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nx"}};
  if (path == "/short") return {{"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf"}};
  if (path == "/drip") {
    std::vector<WebPiece> pieces = {{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"}};
    for (int i = 0; i < 1000; ++i) pieces.push_back({"x", milliseconds(50)});
    return pieces;
  }
  if (path == "/silent") return {{"", milliseconds(5000)}};
  if (path == "/moved") return {{WebAnswer("301 Moved", "Location: /moved2\r\n", "")}};
  if (path == "/moved2") return {{WebAnswer("308 Moved", "Location: plain?x=1\r\n", "")}};
  if (path == "/plain?x=1") return {{WebAnswer("200 OK", "", page)}};
  if (path == "/found") return {{WebAnswer("302 Found", "Location: /moved\r\n", "")}};
  if (path == "/loop") return {{WebAnswer("302 Found", "Location: /loop\r\n", "")}};
  if (path == "/file") return {{WebAnswer("302 Found", "Location: file:///etc/passwd\r\n", "")}};
  if (path == "/busy") return {{WebAnswer("503 Busy", "Retry-After: 120\r\n", "later")}};
  if (path == "/lie")
    return {{WebAnswer("200 OK", "Content-Type: text/xml; charset=utf-8\r\n",
                       "<rss><channel><title>Z\xFCrich</title></channel></rss>")}};
  if (path == "/known") return {{WebAnswer("304 Not Modified", "ETag: \"2\"\r\n", "")}};
  if (path == "/long") return {{"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhalf and more"}};
  if (path == "/minus") return {{"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nhalf"}};
  if (path == "/chunk-cut") return {{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n500\r\nhello"}};
  if (path == "/chunk-lie") return {{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"}};
  if (path == "/gzip-cut")
    return {{WebAnswer("200 OK", "Content-Encoding: gzip\r\n", Gzip(page).substr(0, Gzip(page).size() - 8))}};
  if (path == "/drip-head") {
    std::vector<WebPiece> pieces = {{"HTTP/1.1 200 OK\r\n"}};
    for (int i = 0; i < 1000; ++i) pieces.push_back({"X-" + std::to_string(i) + ": x\r\n", milliseconds(50)});
    return pieces;
  }
  if (path == "/many-heads") {
    std::string answer = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 50'000; ++i) answer += "X-" + std::to_string(i) + ": x\r\n";
    return {{answer + "Content-Length: 1\r\n\r\nx"}};
  }
  if (path == "/garbage") return {{"\x01\x02 no http at all\r\n\r\n"}};
  return {{WebAnswer("404 Not Found", "", "")}};
}

class FetcherTest : public testing::Test {
 protected:
  WebServer server_{&Play};
};

TEST_F(FetcherTest, BringsBodyAndHeaders) {
  const FetchResponse response = Fetch(server_.Url("/plain"));
  ASSERT_TRUE(response.error.ok()) << response.error;
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "<html>page</html>");
  EXPECT_EQ(OutcomeOf(response).etag, "W/\"1 /\"");
  EXPECT_EQ(response.permanent_url, "");
  EXPECT_EQ(Fetch(server_.Url("/none")).status, 404);
}

TEST_F(FetcherTest, SendsValidatorsByteForByte) {
  FetchRequest request;
  request.etag = "W/\"1 /\"";
  request.last_modified = "someday";
  Fetch(server_.Url("/plain"), Limits(), request);
  ASSERT_EQ(server_.Requests().size(), 1u);
  EXPECT_THAT(server_.Requests()[0], HasSubstr("\r\nIf-None-Match: W/\"1 /\"\r\n"));
  EXPECT_THAT(server_.Requests()[0], HasSubstr("\r\nIf-Modified-Since: someday\r\n"));
  EXPECT_THAT(server_.Requests()[0], HasSubstr("\r\nUser-Agent: newsgraph/"));
}

TEST_F(FetcherTest, UnpacksAndDoesNotBelieveHeadersThatLie) {
  EXPECT_EQ(Fetch(server_.Url("/gzip")).body, "<html>page</html>");
  EXPECT_EQ(Fetch(server_.Url("/not-gzip")).body, "<html>page</html>");
  EXPECT_EQ(Fetch(server_.Url("/chunked")).body, "hello");
  EXPECT_EQ(Fetch(server_.Url("/gzip-cut")).body, "<html>page</html>") << "all but the sum at its end";
}

TEST_F(FetcherTest, StopsAtItsLimits) {
  for (const char* path : {"/bomb", "/endless", "/announced"}) {
    const FetchResponse response = Fetch(server_.Url(path));
    EXPECT_EQ(response.error.code(), StatusCode::kResourceExhausted) << path << response.error;
    EXPECT_EQ(response.body, "");
  }
  for (const char* path : {"/drip", "/drip-head", "/silent"})
    EXPECT_EQ(Fetch(server_.Url(path)).error.code(), StatusCode::kDeadlineExceeded) << path;
}

TEST_F(FetcherTest, TellsACutAnswerFromAWholeOne) {
  const FetchResponse response = Fetch(server_.Url("/short"));
  EXPECT_EQ(response.error.code(), StatusCode::kDataLoss);
  EXPECT_EQ(response.body, "half");
  for (const char* path : {"/garbage", "/chunk-cut", "/chunk-lie", "/many-heads"}) {
    EXPECT_FALSE(Fetch(server_.Url(path)).error.ok()) << path;
  }
  EXPECT_EQ(Fetch("http://127.0.0.1:1/").error.code(), StatusCode::kUnavailable);
  EXPECT_EQ(Fetch("ftp://127.0.0.1/").error.code(), StatusCode::kInvalidArgument);
}

TEST_F(FetcherTest, TakesNoMoreThanTheLengthSays) {
  for (const char* path : {"/long", "/minus"}) {
    const FetchResponse response = Fetch(server_.Url(path));
    EXPECT_TRUE(response.body == "half" || !response.error.ok()) << path << response.body;
  }
}

TEST_F(FetcherTest, SaysThatNothingChanged) {
  const FetchResponse response = Fetch(server_.Url("/known"));
  ASSERT_TRUE(response.error.ok()) << response.error;
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(OutcomeOf(response).etag, "\"2\"");
}

TEST_F(FetcherTest, FollowsRedirectsAndKnowsThePermanentOnes) {
  const FetchResponse moved = Fetch(server_.Url("/moved"));
  EXPECT_EQ(moved.body, "<html>page</html>");
  EXPECT_EQ(moved.url, server_.Url("/plain?x=1"));
  EXPECT_EQ(moved.permanent_url, server_.Url("/plain?x=1"));
  const FetchResponse found = Fetch(server_.Url("/found"));
  EXPECT_EQ(found.status, 200);
  EXPECT_EQ(found.permanent_url, "") << "the first step was for now only";
  EXPECT_THAT(std::string(Fetch(server_.Url("/loop")).error.message()), HasSubstr("without end"));
  EXPECT_EQ(Fetch(server_.Url("/file")).error.code(), StatusCode::kInvalidArgument);
}

TEST_F(FetcherTest, KeepsOutOfPrivateNetworksUnlessTheUserNamesThem) {
  FetchLimits limits = Limits();
  limits.allow_private = false;
  EXPECT_EQ(Fetch(server_.Url("/plain"), limits).error.code(), StatusCode::kPermissionDenied);
  FetchRequest trusted;
  trusted.trust_host = true;
  EXPECT_EQ(Fetch(server_.Url("/plain"), limits, trusted).status, 200);
  EXPECT_EQ(Fetch(server_.Url("/moved"), limits, trusted).status, 200) << "the same host";
  WebServer other([this](const std::string&) {
    return std::vector<WebPiece>{{WebAnswer("302 Found", "Location: " + server_.Url("/plain") + "\r\n", "")}};
  });
  std::string url = other.Url("/");
  url.replace(url.find("127.0.0.1"), 9, "localhost");
  EXPECT_EQ(Fetch(url, limits, trusted).error.code(), StatusCode::kPermissionDenied) << "a redirect to another";
}

TEST_F(FetcherTest, BringsWhatTheScheduleNeeds) {
  const PollOutcome outcome = OutcomeOf(Fetch(server_.Url("/busy")));
  EXPECT_EQ(outcome.status, 503);
  EXPECT_EQ(outcome.retry_after, "120");
}

TEST_F(FetcherTest, CharsetsThatLieDoNoHarm) {
  FetchResponse response = Fetch(server_.Url("/lie"));
  const auto feed = ParseFeed(response.body, {response.url, response.headers.Value("Content-Type"), ""});
  ASSERT_TRUE(feed.ok());
  EXPECT_EQ(feed->title, "Zürich");
}

TEST(Fetcher, SpeaksHttp2OnOneConnection) {
  const std::filesystem::path certificate = std::filesystem::path(testing::TempDir()) / "newsgraph_http2.pem";
  const Http2Server server("<html>page</html>", certificate);
  EXPECT_EQ(Fetch(server.Url("/")).error.code(), StatusCode::kUnavailable) << "nobody vouches for it";
  FetchLimits limits = Limits();
  limits.ca_file = certificate.string();
  limits.timeout = milliseconds(20'000);
  const std::unique_ptr<Fetcher> fetcher = MakeFetcher(limits);
  constexpr std::size_t kCount = 20;
  for (std::uint64_t id = 0; id < kCount; ++id) fetcher->Start(id, {server.Url("/"), "", "", false});
  while (fetcher->pending_count() > 0) {
    for (const Fetcher::Answer& answer : fetcher->Wait(milliseconds(100))) {
      EXPECT_TRUE(answer.response.error.ok()) << answer.response.error;
      EXPECT_EQ(answer.response.body, "<html>page</html>");
      EXPECT_EQ(answer.response.headers.Value("ETag"), "\"h2\"");
    }
  }
  EXPECT_EQ(server.request_count(), kCount);
  EXPECT_EQ(server.connection_count(), 2u) << "the one that was refused, and one for all";
  std::filesystem::remove(certificate);
}

TEST_F(FetcherTest, AsksManyAtOnce) {
  const std::unique_ptr<Fetcher> fetcher = MakeFetcher(Limits());
  for (std::uint64_t id = 0; id < 50; ++id)
    fetcher->Start(id, {server_.Url(id % 2 == 0 ? "/plain" : "/chunked"), "", "", false});
  std::size_t count = 0;
  while (fetcher->pending_count() > 0) {
    for (const Fetcher::Answer& answer : fetcher->Wait(milliseconds(100))) {
      EXPECT_EQ(answer.response.body, answer.id % 2 == 0 ? "<html>page</html>" : "hello");
      ++count;
    }
  }
  EXPECT_EQ(count, 50u);
}

}  // namespace
}  // namespace newsgraph::ingest
