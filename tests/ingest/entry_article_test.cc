#include "ingest/source/entry_article.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::ingest {
namespace {

FeedEntry Entry() {
  FeedEntry out;
  out.id = "7";
  out.title = "Title";
  out.link = "https://P.example/a?utm_source=rss#top";
  out.summary = {"Words.", false};
  return out;
}

// Of a feed in which links, guids or neither name entries.
SeenEntries Habits(bool links, bool guids) {
  SeenEntries out;
  std::vector<EntryPrint> entries;
  for (std::uint64_t i = 1; i < 5; ++i) entries.push_back({guids ? i : 1, links ? i : 1, i});
  out.Look(entries);
  return out;
}

TEST(PrintOf, DoesNotChangeWithTrackingParameters) {
  FeedEntry other = Entry();
  other.link = "https://p.example/a?utm_source=mail";
  EXPECT_EQ(PrintOf(Entry()), PrintOf(other));
  other.summary.source += "!";
  EXPECT_NE(PrintOf(Entry()).content, PrintOf(other).content);
  EXPECT_EQ(PrintOf(Entry()).guid, PrintOf(other).guid);
}

TEST(PrintOf, TakesALinkForNoGuid) {
  FeedEntry entry = Entry();
  entry.id = entry.link;
  EXPECT_EQ(PrintOf(entry).guid, 0U);
}

TEST(PrintOf, TellsEntriesOfSitemapsByTheirTimes) {
  FeedEntry entry;
  entry.link = "https://p.example/a";
  const EntryPrint before = PrintOf(entry);
  entry.updated = std::chrono::sys_seconds(std::chrono::seconds(1'768'000'000));
  EXPECT_NE(PrintOf(entry).content, before.content);
  EXPECT_EQ(PrintOf(entry).link, before.link);
}

TEST(EntryArticleId, IsWhatTheFeedsHabitsAllow) {
  const std::string feed = "https://p.example/feed";
  EXPECT_EQ(EntryArticleId(Entry(), Habits(true, true), feed), "https://p.example/a");
  EXPECT_EQ(EntryArticleId(Entry(), Habits(false, true), feed), "https://p.example/feed#7");
  FeedEntry tagged = Entry();
  tagged.id = "tag:p.example,2026:7";
  EXPECT_EQ(EntryArticleId(tagged, Habits(false, true), feed), tagged.id);
  const std::string by_title = EntryArticleId(Entry(), Habits(false, false), feed);
  EXPECT_TRUE(by_title.starts_with(feed + "#")) << by_title;
  FeedEntry edited = Entry();
  edited.summary.source = "Other words.";
  EXPECT_EQ(EntryArticleId(edited, Habits(false, false), feed), by_title);
}

TEST(EntryArticleId, IsNeverTooLongForTheGraph) {
  FeedEntry entry = Entry();
  entry.link = "https://p.example/" + std::string(5000, 'a');
  const std::string id = EntryArticleId(entry, Habits(true, true), "");
  EXPECT_LE(id.size(), 1024U);
  entry.link += "b";
  EXPECT_NE(EntryArticleId(entry, Habits(true, true), ""), id);
}

TEST(WantsPage, WhereThereIsOnlyASummary) {
  FeedEntry entry = Entry();
  EXPECT_TRUE(WantsPage(entry, FeedFormat::kXml, PageReading::kAuto));
  EXPECT_FALSE(WantsPage(entry, FeedFormat::kXml, PageReading::kNever));
  EXPECT_TRUE(WantsPage(entry, FeedFormat::kSitemap, PageReading::kNever));
  entry.content = {std::string(5000, 'a'), false};
  EXPECT_FALSE(WantsPage(entry, FeedFormat::kXml, PageReading::kAuto));
  EXPECT_TRUE(WantsPage(entry, FeedFormat::kXml, PageReading::kAlways));
  entry.link.clear();
  EXPECT_FALSE(WantsPage(entry, FeedFormat::kXml, PageReading::kAlways));
}

TEST(MergedArticle, TakesTheLongerTextAndWhatOnlyTheFeedSays) {
  Article page;
  page.id = "page";
  page.text = "A long text of the page.";
  Article entry;
  entry.id = "entry";
  entry.source = "Paper";
  entry.text = "Short.";
  entry.published = std::chrono::sys_seconds(std::chrono::seconds(1'768'000'000));
  const std::optional<Article> merged = MergedArticle(page, entry);
  EXPECT_EQ(merged->id, "page");
  EXPECT_EQ(merged->source, "Paper");
  EXPECT_EQ(merged->published, entry.published);
  entry.text = "A much longer text that the feed has and the page has not.";
  EXPECT_EQ(MergedArticle(page, entry), entry);
  EXPECT_EQ(MergedArticle(page, std::nullopt), page);
  EXPECT_EQ(MergedArticle(std::nullopt, entry), entry);
  EXPECT_FALSE(MergedArticle(std::nullopt, std::nullopt));
}

}  // namespace
}  // namespace newsgraph::ingest
