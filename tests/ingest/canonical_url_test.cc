#include "ingest/canonical_url.h"

#include <gtest/gtest.h>

namespace newsgraph::ingest {
namespace {

TEST(CanonicalUrl, CutsWhatCountsReaders) {
  EXPECT_EQ(CanonicalUrl("https://p.example/a?utm_source=rss&id=7&UTM_medium=x&fbclid=Iw"), "https://p.example/a?id=7");
  EXPECT_EQ(CanonicalUrl("https://p.example/a?utm_source=rss#at-comments"), "https://p.example/a");
  EXPECT_EQ(CanonicalUrl("https://p.example/a?b=2&a=1&amp;gclid=3"), "https://p.example/a?b=2&a=1");
}

TEST(CanonicalUrl, WritesSchemeHostAndPathInOneWay) {
  EXPECT_EQ(CanonicalUrl(" HTTPS://user@P.Example.:443/a/../b/%7Ejane/%e4 "), "https://p.example/b/~jane/%E4");
  EXPECT_EQ(CanonicalUrl("http://p.example"), "http://p.example/");
  EXPECT_EQ(CanonicalUrl("http://p.example:8080/"), "http://p.example:8080/");
  EXPECT_EQ(CanonicalUrl("http://p.example/ö?q=a b"), "http://p.example/%C3%B6?q=a%20b");
  EXPECT_EQ(CanonicalUrl("http://p.example/#!/story/5"), "http://p.example/#!/story/5");
}

TEST(CanonicalUrl, IsItsOwnWhateverIsHiddenInEscapes) {
  EXPECT_EQ(CanonicalUrl("http://p.example/a/%2e%2E/b"), "http://p.example/b");
  EXPECT_EQ(CanonicalUrl("http://p.example/a?utm%5Fsource=x&id=1"), "http://p.example/a?id=1");
  EXPECT_EQ(CanonicalUrl("http://p.example/5%-off%%34"), "http://p.example/5%25-off%254");
  EXPECT_EQ(CanonicalUrl("http://p.example//a/b"), "http://p.example//a/b");
  for (const char* url :
       {"http://p.example:80:80/", "http://p.example::/", "http://p.example:80./", "http://[::1]:443:80/",
        "http://p.example/%%341", "http://p.example/%2e%2e/%252e", "http://p.example/#!a b "}) {
    EXPECT_EQ(CanonicalUrl(CanonicalUrl(url)), CanonicalUrl(url)) << url;
  }
}

TEST(CanonicalUrl, LeavesWhatMayMatterAndWhatIsNoAddress) {
  EXPECT_EQ(CanonicalUrl("https://P.example/News/Story?ID=7"), "https://p.example/News/Story?ID=7");
  EXPECT_EQ(CanonicalUrl("tag:p.example,2026:1"), "tag:p.example,2026:1");
  EXPECT_EQ(CanonicalUrl(CanonicalUrl("http://p.example/%2541?x=%3D")), CanonicalUrl("http://p.example/%2541?x=%3D"));
}

}  // namespace
}  // namespace newsgraph::ingest
