#include "ingest/warc/warc_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/support/gzip.h"

namespace newsgraph::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kPage = "<html><head><title>T</title></head><body><p>Acme sold 5 cars.</p></body></html>";

// A record as most write it; `length` instead of the true one where given.
std::string Record(const std::string& type, const std::string& url, const std::string& block,
                   const std::string& length = "", const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\n" + more +
         "Content-Length: " + (length.empty() ? std::to_string(block.size()) : length) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

std::string Response(const std::string& url, const std::string& body, const std::string& headers = "",
                     const std::string& length = "") {
  return Record("response", url, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\n" + body, length);
}

std::vector<std::string> Urls(const std::string& bytes) {
  WarcSource source(std::make_unique<std::istringstream>(bytes), "a.warc");
  std::vector<std::string> out;
  while (const auto item = source.Next()) {
    const auto* article = std::get_if<Article>(&*item);
    if (article != nullptr) {
      EXPECT_THAT(article->text, HasSubstr("5"));
    }
    out.push_back(article != nullptr ? article->url : "! " + std::get<Rejection>(*item).reason);
  }
  return out;
}

TEST(WarcSource, ReadsPagesAndPassesOverTheRest) {
  const std::string archive =
      Record("warcinfo", "", "software: x\r\n") + Record("request", "http://a/1", "GET / HTTP/1.1\r\n\r\n") +
      Response("http://a/1", kPage) + Record("metadata", "http://a/1", "k: v") +
      Record("response", "http://a/moved", "HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n<html>5 cars</html>") +
      Record("response", "http://a/pic", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
      Record("revisit", "http://a/1", "HTTP/1.1 200 OK\r\n\r\n") + Response("<http://a/2>", kPage);
  EXPECT_THAT(Urls(archive), ElementsAre("http://a/1", "http://a/2"));
}

TEST(WarcSource, ReadsAMemberARecordAndOneForAll) {
  const std::string one = Response("http://a/1", kPage);
  const std::string two = Response("http://a/2", kPage);
  EXPECT_THAT(Urls(Gzip(one) + Gzip(two)), ElementsAre("http://a/1", "http://a/2"));
  EXPECT_THAT(Urls(Gzip(one + two)), ElementsAre("http://a/1", "http://a/2"));
  EXPECT_THAT(Urls(Gzip(one.substr(0, 70)) + Gzip(one.substr(70) + two)), ElementsAre("http://a/1", "http://a/2"));
}

TEST(WarcSource, ReadsTheDialects) {
  const std::string lf = "WARC/0.17\nwarc-type: response\nwarc-target-uri: http://a/lf\ncontent-length: " +
                         std::to_string(std::string("HTTP/1.0 200 OK\n\n").size() + std::string(kPage).size()) +
                         "\n\nHTTP/1.0 200 OK\n\n" + kPage + "\n\n";
  const std::string resource = Record("resource", "http://a/res", kPage, "", "Content-Type: text/html\r\n");
  const std::string wet = Record("conversion", "http://a/wet", "Acme sold 5 cars.", "", "Content-Type: text/plain\r\n");
  const std::string chunked =
      Response("http://a/ch", "10\r\n<html><body><p>5\r\n1a\r\n cars</p></body></html>     \r\n0\r\n\r\n",
               "Transfer-Encoding: chunked\r\n");
  const std::string zipped = Response("http://a/gz", Gzip(kPage), "Content-Encoding: gzip\r\n");
  const std::string lying =
      Response("http://a/lie", kPage, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nContent-Length: 7\r\n");
  EXPECT_THAT(Urls(lf + resource + wet + chunked + zipped + lying),
              ElementsAre("http://a/lf", "http://a/res", "http://a/wet", "http://a/ch", "http://a/gz", "http://a/lie"));
}

TEST(WarcSource, ReadsWhatCrawlersOfTodayWrite) {
  const auto version = [](std::string record, const std::string& name) {
    return record.replace(0, record.find('\r'), name);
  };
  const std::string http2 =
      version(Record("response", "http://a/2", "HTTP/2 200\r\ncontent-type: text/html\r\n\r\n" + std::string(kPage)),
              "WARC/1.1");
  const std::string folded =
      Record("response", "http://a/fold",
             "HTTP/1.1 200 OK\r\nContent-Type:\r\n text/html;\r\n\tcharset=utf-8\r\n\r\n" + std::string(kPage), "",
             "WARC-Truncated: length\r\nX-Note: a\r\n b\r\n");
  const std::string deflated =
      Response("http://a/br", kPage, "Content-Encoding: br\r\n");  // unpacked by the crawler, which kept the header
  const std::string latin = Response("http://a/latin", "<html><body><p>5 caf\xE9s in Z\xFCrich.</p></body></html>",
                                     "Content-Type: text/html; charset=utf-8\r\n");
  std::string loose = Response("http://a/loose", kPage);
  loose.resize(loose.size() - 4);  // no empty lines behind a record, and many before the next
  EXPECT_THAT(Urls(http2 + folded + deflated + loose + "\r\n\r\n\r\n\r\n" + latin),
              ElementsAre("http://a/2", "http://a/fold", "http://a/br", "http://a/loose", "http://a/latin"));
}

TEST(WarcSource, FindsOutLengthsThatLie) {
  const std::string next = Response("http://a/next", kPage);
  EXPECT_THAT(Urls(Response("http://a/short", kPage, "", "60") + next), ElementsAre("http://a/short", "http://a/next"));
  EXPECT_THAT(Urls(Response("http://a/long", kPage, "", "300") + next + next),
              ElementsAre("http://a/long", "http://a/next", "http://a/next"));
  EXPECT_THAT(Urls(Response("http://a/much", kPage, "", "99999999999") + next), ElementsAre(HasSubstr("more than")));
}

TEST(WarcSource, ReportsWhatIsCutOrDamaged) {
  const std::string one = Response("http://a/1", kPage);
  const std::string two = Response("http://a/2", kPage);
  EXPECT_THAT(Urls(one + two.substr(0, two.size() - 20)), ElementsAre("http://a/1", HasSubstr("cut: ")));
  EXPECT_THAT(Urls(one + two.substr(0, 30)), ElementsAre("http://a/1", HasSubstr("cut in its head")));
  const std::string zipped = Gzip(two);
  EXPECT_THAT(Urls(Gzip(one) + zipped.substr(0, zipped.size() - 30)),
              ElementsAre("http://a/1", HasSubstr("damaged or cut"), HasSubstr("cut: ")));
  EXPECT_THAT(Urls("garbage\n" + one), ElementsAre(HasSubstr("no WARC record"), "http://a/1"));
}

TEST(WarcSource, GoesOnBehindADamagedMember) {
  std::string broken = Gzip(Response("http://a/2", kPage));
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x55);
  const std::vector<std::string> urls =
      Urls(Gzip(Response("http://a/1", kPage)) + broken + Gzip(Response("http://a/3", kPage)));
  ASSERT_GE(urls.size(), 3u);
  EXPECT_EQ(urls.front(), "http://a/1");
  EXPECT_EQ(urls.back(), "http://a/3");
}

}  // namespace
}  // namespace newsgraph::ingest
