#include "ingest/url.h"

#include <gtest/gtest.h>

namespace newsgraph::ingest {
namespace {

TEST(ResolveUrl, FollowsTheStandard) {
  const std::string_view base = "http://a/b/c/d;p?q";
  EXPECT_EQ(ResolveUrl(base, "g"), "http://a/b/c/g");
  EXPECT_EQ(ResolveUrl(base, "./g/"), "http://a/b/c/g/");
  EXPECT_EQ(ResolveUrl(base, "/g?y#s"), "http://a/g?y#s");
  EXPECT_EQ(ResolveUrl(base, "//g"), "http://g");
  EXPECT_EQ(ResolveUrl(base, "?y"), "http://a/b/c/d;p?y");
  EXPECT_EQ(ResolveUrl(base, "#s"), "http://a/b/c/d;p?q#s");
  EXPECT_EQ(ResolveUrl(base, ""), "http://a/b/c/d;p?q");
  EXPECT_EQ(ResolveUrl(base, "../../../g"), "http://a/g");
  EXPECT_EQ(ResolveUrl(base, ".."), "http://a/b/");
  EXPECT_EQ(ResolveUrl("http://a", "g"), "http://a/g");
  EXPECT_EQ(ResolveUrl(base, "mailto:x@y"), "mailto:x@y");
}

TEST(ResolveUrl, ForgivesSpaceAndLineBreaks) {
  EXPECT_EQ(ResolveUrl("", " http://a/b\n c "), "http://a/b c");
  EXPECT_EQ(ResolveUrl("", "/relative"), "/relative");
}

TEST(SplitUrl, NamesHostAndPort) {
  const UrlParts parts = SplitUrl("https://me:pw@example.org:8080/a?b#c");
  EXPECT_EQ(parts.host(), "example.org");
  EXPECT_EQ(parts.port(), "8080");
  EXPECT_EQ(JoinUrl(parts), "https://me:pw@example.org:8080/a?b#c");
  EXPECT_EQ(SplitUrl("http://[::1]:80/").host(), "[::1]");
  EXPECT_EQ(SplitUrl("http://[::1]/").host(), "[::1]");
  EXPECT_EQ(SplitUrl("http://a:/").host(), "a");
}

TEST(IsWebUrl, WantsASchemeAndAHost) {
  EXPECT_TRUE(IsWebUrl("HTTPS://example.org"));
  EXPECT_FALSE(IsWebUrl("tag:example.org,2026:1"));
  EXPECT_FALSE(IsWebUrl("http:///path"));
  EXPECT_FALSE(IsWebUrl("/path"));
}

}  // namespace
}  // namespace newsgraph::ingest
