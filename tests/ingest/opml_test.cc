#include "ingest/feed/opml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsgraph::ingest {
namespace {

using testing::ElementsAre;

TEST(ParseOpml, ListsFeedsWithTheirFolders) {
  const auto feeds = ParseOpml(R"(<opml version="1.1"><body>
    <outline text="Chips"><outline text="Asia">
      <outline type="rss" text="A &amp; B" xmlUrl="http://a.example/rss" htmlUrl="http://a.example/"/></outline>
      <outline title="C" XMLURL='feed://c.example/rss?x=1&y=2'/>
    </outline>
    <outline text="again" xmlUrl="http://a.example/rss"/>
    <outline type="link" text="a page" url="http://page.example/"/></body></opml>)");
  ASSERT_TRUE(feeds.ok());
  EXPECT_THAT(*feeds, ElementsAre(Subscription{"http://a.example/rss", "A & B", "http://a.example/", {"Chips", "Asia"}},
                                  Subscription{"http://c.example/rss?x=1&y=2", "C", "", {"Chips"}}));
}

TEST(ParseOpml, LeavesOutFeedsWithoutAHost) {
  const auto feeds = ParseOpml(R"(<opml><outline xmlUrl="feed://"/><outline xmlUrl="feed:https:///rss"/>
    <outline xmlUrl="feed:https://a.example/rss"/></opml>)");
  ASSERT_TRUE(feeds.ok());
  EXPECT_THAT(*feeds, ElementsAre(Subscription{"https://a.example/rss", "", "", {}}));
}

TEST(ParseOpml, ReadsWhatIsCutAndRefusesWhatIsNone) {
  const auto feeds =
      ParseOpml("<opml><body><outline text='a'><outline xmlUrl='http://x.example/'><outline xmlUrl='http:");
  ASSERT_TRUE(feeds.ok());
  EXPECT_EQ(feeds->size(), 1u);
  EXPECT_FALSE(ParseOpml("<html><body>no</body></html>").ok());
}

TEST(WriteOpml, ComesBackAsItWas) {
  const std::vector<Subscription> feeds = {{"http://a.example/?x=1&y=2", "A <1>", "http://a.example/", {"x", "y"}},
                                           {"http://b.example/", "B", "", {"x"}},
                                           {"http://c.example/", "C", "", {}}};
  const auto read = ParseOpml(WriteOpml("mine", feeds));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, feeds);
}

}  // namespace
}  // namespace newsgraph::ingest
