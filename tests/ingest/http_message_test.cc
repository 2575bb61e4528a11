#include "ingest/http_message.h"

#include <gtest/gtest.h>

#include "tests/support/gzip.h"

namespace newsgraph::ingest {
namespace {

StatusOr<std::string> Body(const std::string& message) {
  const auto response = ParseHttpResponse(message);
  if (!response) return Error(StatusCode::kInvalidArgument, "no response");
  return DecodeBody(response->headers, response->body, 1 << 20);
}

TEST(ParseHttpResponse, ReadsStatusAndHeadersWithAnyLineEnds) {
  const auto response =
      ParseHttpResponse("HTTP/1.1 404 Not Found\nContent-type:  text/html\nX: a\n b\nno field\n\nbody");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 404);
  EXPECT_EQ(response->headers.Value("content-TYPE"), "text/html");
  EXPECT_EQ(response->headers.Value("x"), "a b");
  EXPECT_EQ(response->body, "body");
  EXPECT_FALSE(ParseHttpResponse("<html>"));
  EXPECT_EQ(ParseHttpResponse("HTTP/2 200\r\n\r\n")->status, 200);
}

TEST(DecodeBody, TakesChunksAndCompressionApart) {
  EXPECT_EQ(*Body("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n"),
            "abcde");
  EXPECT_EQ(*Body("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + Gzip("text")), "text");
  const std::string zipped = Gzip("both");
  EXPECT_EQ(*Body("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n" +
                  zipped.substr(0, 5) + "\r\n" + "FF\r\n" + zipped.substr(5)),
            "both")
      << "the last chunk is cut";
}

TEST(DecodeBody, DoesNotBelieveHeadersThatLie) {
  EXPECT_EQ(*Body("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n<html>plain"),
            "<html>plain");
  EXPECT_EQ(*Body("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n<html>plain"), "<html>plain");
  EXPECT_EQ(*Body("HTTP/1.1 200 OK\r\n\r\n" + Gzip("quiet")), "quiet");
}

TEST(DecodeBody, SaysWhatItCannotRead) {
  EXPECT_EQ(Body("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" + std::string("\x01\x02\0", 3)).status().code(),
            StatusCode::kInvalidArgument);
  EXPECT_EQ(Body("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + Gzip(std::string(3 << 20, 'a'))).status().code(),
            StatusCode::kResourceExhausted);
}

}  // namespace
}  // namespace newsgraph::ingest
