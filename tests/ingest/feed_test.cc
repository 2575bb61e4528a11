#include "ingest/feed/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace newsgraph::ingest {
namespace {

using std::chrono::sys_days;
using testing::ElementsAre;
using namespace std::chrono_literals;

Feed Read(std::string bytes, const FeedContext& context = {}) {
  StatusOr<Feed> feed = ParseFeed(std::move(bytes), context);
  EXPECT_TRUE(feed.ok()) << feed.status();
  return feed.ok() ? *std::move(feed) : Feed();
}

FeedEntry Entry(const std::string& inner) {
  const Feed feed = Read("<rss><channel><title>Paper</title><item>" + inner + "</item></channel></rss>",
                         {"http://paper.example/rss", {}, {}});
  EXPECT_EQ(feed.entries.size(), 1u);
  return feed.entries.empty() ? FeedEntry() : feed.entries.front();
}

TEST(ParseFeed, ReadsRss) {
  const Feed feed = Read(R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Chip &amp; Co</title>
    <link>http://paper.example/</link><description>Daily</description><language>en_GB</language>
    <image><title>logo</title><link>http://wrong.example/</link></image>
    <item><title>First</title><link>/a?x=1&y=2</link><guid isPermaLink="false">17</guid>
      <pubDate>Mon, 19 Jan 2026 08:05:00 GMT</pubDate><description>&lt;p&gt;Short&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>Long</p><p>text</p>]]></content:encoded><author>jd@paper.example (Jane Doe)</author></item>
    <item><guid>http://paper.example/b</guid></item></channel></rss>)",
                         {"http://paper.example/rss", {}, {}});
  EXPECT_EQ(feed.title, "Chip & Co");
  EXPECT_EQ(feed.link, "http://paper.example/");
  EXPECT_EQ(feed.language, "en-GB");
  ASSERT_EQ(feed.entries.size(), 2u);
  const FeedEntry& entry = feed.entries[0];
  EXPECT_EQ(entry.id, "17");
  EXPECT_EQ(entry.link, "http://paper.example/a?x=1&y=2");
  EXPECT_EQ(entry.published, sys_days(2026y / 1 / 19) + 8h + 5min);
  EXPECT_EQ(entry.summary.Plain(), "Short");
  EXPECT_EQ(entry.content.Plain(), "Long\n\ntext");
  EXPECT_THAT(entry.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(entry.language, "en-GB");
  EXPECT_EQ(feed.entries[1].link, "http://paper.example/b") << "a permanent id is a link";
  EXPECT_FALSE(feed.cut);
}

TEST(ParseFeed, ReadsAtom) {
  const Feed feed =
      Read(R"(<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="http://paper.example/x/">
    <a:title type="html">R&amp;amp;D</a:title><a:subtitle>sub</a:subtitle><a:link rel="self" href="feed"/><a:link href=".."/>
    <a:entry xml:base="y/"><a:id>urn:1</a:id><a:title>1 &lt; 2</a:title><a:link rel="enclosure" href="e"/><a:link rel="alternate" href="z"/>
      <a:author><a:name>Jane</a:name><a:email>j@x.example</a:email></a:author><a:author><a:name>Joe</a:name></a:author>
      <a:source><a:title>Agency</a:title><a:author><a:name>No</a:name></a:author><a:updated>2001-01-01T00:00:00Z</a:updated></a:source>
      <a:published>2026-01-19T08:05:00+01:00</a:published><a:updated>2026-01-20T00:00:00Z</a:updated>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; two</p><script/><p>three</p></div></a:content></a:entry></a:feed>)");
  EXPECT_EQ(feed.title, "R&D");
  EXPECT_EQ(feed.link, "http://paper.example/");
  ASSERT_EQ(feed.entries.size(), 1u);
  const FeedEntry& entry = feed.entries[0];
  EXPECT_EQ(entry.title, "1 < 2");
  EXPECT_EQ(entry.link, "http://paper.example/x/y/z");
  EXPECT_THAT(entry.authors, ElementsAre("Jane", "Joe"));
  EXPECT_EQ(entry.publisher, "Agency");
  EXPECT_EQ(entry.published, sys_days(2026y / 1 / 19) + 7h + 5min);
  EXPECT_EQ(entry.updated, sys_days(2026y / 1 / 20));
  EXPECT_EQ(entry.content.Plain(), "One & two\n\nthree");
  EXPECT_EQ(entry.language, "de");
}

TEST(ParseFeed, ReadsRdfWithItsModules) {
  const Feed feed =
      Read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="http://p.example/rdf"><title>P</title><items><rdf:Seq><rdf:li/></rdf:Seq></items></channel>
    <item rdf:about="http://p.example/1"><title>One</title><dc:date>2026-01-19</dc:date><dc:creator>Jane</dc:creator></item></rdf:RDF>)");
  EXPECT_EQ(feed.title, "P");
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(feed.entries[0].id, "http://p.example/1");
  EXPECT_EQ(feed.entries[0].link, "http://p.example/1");
  EXPECT_EQ(feed.entries[0].published, sys_days(2026y / 1 / 19));
  EXPECT_THAT(feed.entries[0].authors, ElementsAre("Jane"));
}

TEST(ParseFeed, ReadsJsonFeed) {
  const Feed feed = Read(R"({"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "fr", "items": [
    {"id": 7, "url": "http://j.example/7", "content_html": "<p>Hi</p>", "summary": "s", "authors": [{"name": "A"}, {"url": "x"}],
     "date_published": "2026-01-19T00:00:00Z"}, 5, {"id": "8", "content_text": "a < b", "author": {"name": "B"}, "title": null}]})");
  EXPECT_EQ(feed.format, FeedFormat::kJson);
  ASSERT_EQ(feed.entries.size(), 2u);
  EXPECT_EQ(feed.entries[0].id, "7");
  EXPECT_EQ(feed.entries[0].content.Plain(), "Hi");
  EXPECT_EQ(feed.entries[1].content.Plain(), "a < b");
  EXPECT_THAT(feed.entries[1].authors, ElementsAre("B"));
  EXPECT_EQ(feed.entries[1].language, "fr");
}

TEST(ParseFeed, ReadsSitemapsOfNewsAndTheirIndexes) {
  const Feed news = Read(
      R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>http://s.example/1</loc><lastmod>2026-01-20</lastmod><n:news><n:publication><n:name>S</n:name><n:language>en</n:language>
    </n:publication><n:publication_date>2026-01-19T08:00:00Z</n:publication_date><n:title>One</n:title></n:news></url></urlset>)");
  EXPECT_EQ(news.format, FeedFormat::kSitemap);
  ASSERT_EQ(news.entries.size(), 1u);
  EXPECT_EQ(news.entries[0].link, "http://s.example/1");
  EXPECT_EQ(news.entries[0].title, "One");
  EXPECT_EQ(news.entries[0].publisher, "S");
  EXPECT_EQ(news.entries[0].language, "en");
  EXPECT_EQ(news.entries[0].published, sys_days(2026y / 1 / 19) + 8h);
  const Feed index = Read("<sitemapindex><sitemap><loc>http://s.example/a.xml.gz</loc></sitemap></sitemapindex>");
  EXPECT_EQ(index.format, FeedFormat::kSitemapIndex);
  ASSERT_EQ(index.entries.size(), 1u);
  EXPECT_EQ(index.entries[0].link, "http://s.example/a.xml.gz");
}

TEST(ParseFeed, ForgivesWrongNestingAndCuts) {
  const Feed feed = Read(
      "<rss><channel><item><title>One "
      "<b>bold</title><link>http://x.example/1</link><item><title>Two</title></item><item><title>Thr");
  ASSERT_EQ(feed.entries.size(), 3u);
  EXPECT_EQ(feed.entries[0].title, "One bold");
  EXPECT_EQ(feed.entries[1].title, "Two");
  EXPECT_EQ(feed.entries[2].title, "Thr");
  EXPECT_TRUE(feed.cut);
}

TEST(ParseFeed, TellsTitlesAndLinksOfOtherVocabulariesApart) {
  const FeedEntry entry = Entry(
      "<media:title>photo</media:title><title>Real</title><x:title>other</"
      "x:title><media:group><media:description>seen</media:description></media:group>");
  EXPECT_EQ(entry.title, "Real");
  EXPECT_EQ(entry.summary.Plain(), "seen");
  EXPECT_EQ(Entry("<source url='http://a.example'>Agency</source>").publisher, "Agency");
}

TEST(ParseFeed, TextsAreHtmlWhereTheyLookLikeIt) {
  EXPECT_EQ(Entry("<title>Tom &amp;amp; Jerry</title>").title, "Tom & Jerry");
  EXPECT_EQ(Entry("<title>a &lt; b</title>").title, "a < b");
  EXPECT_EQ(Entry("<description><p>naked</p><p>markup</p></description>").summary.Plain(), "naked\n\nmarkup");
  EXPECT_EQ(Entry("<description>&lt;script&gt;no()&lt;/script&gt;yes</description>").summary.Plain(), "yes");
  EXPECT_EQ(Entry("<content type='text/html' mode='base64'>PHA+SGk8L3A+</content>").content.Plain(), "Hi");
}

TEST(ParseFeed, TheHeaderGoesBeforeTheDeclaration) {
  const std::string bytes =
      "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>\xB3\xE2</title></channel></rss>";
  EXPECT_EQ(Read(bytes, {{}, "text/xml; charset=euc-kr", {}}).title, "년");
  EXPECT_EQ(Read(bytes).title, "³â");
  EXPECT_EQ(Read("<rss><channel><link>b</link></channel></rss>", {"http://x.example/f/", {}, "/g/feed"}).link,
            "http://x.example/g/b");
}

TEST(ParseFeed, RefusesWhatIsNoFeed) {
  EXPECT_FALSE(ParseFeed("").ok());
  EXPECT_FALSE(ParseFeed("<html><body>404</body></html>").ok());
  EXPECT_FALSE(ParseFeed("{\"error\": 1}").ok());
  EXPECT_FALSE(LooksLikeFeed("<!doctype html><html><rss>"));
  EXPECT_TRUE(LooksLikeFeed("  <?xml version='1.0'?><!-- x --><rss version='2.0'>"));
}

TEST(ParseFeed, StaysLinearWhateverIsNested) {
  std::string hostile = "<rss><channel>";
  for (int i = 0; i < 20'000; ++i)
    hostile += "<item xml:base='a/b/' xmlns:p='q'><author>" + std::to_string(i) + "</author>";
  EXPECT_EQ(Read(hostile, {"http://x.example/", {}, {}}).entries.size(), 20'000u);
  std::string authors = "<rss><channel><item>";
  for (int i = 0; i < 20'000; ++i) authors += "<author>" + std::to_string(i) + "</author>";
  EXPECT_EQ(Read(authors).entries.at(0).authors.size(), 64u);
}

TEST(ArticleOf, TakesTheContentOrElseTheSummary) {
  Feed feed = Read(
      "<rss><channel><title>Paper</title><item><title>T</title><description>S</description></item></channel></rss>");
  const auto article = ArticleOf(feed.entries.at(0), feed);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "T\n\nS");
  EXPECT_EQ(article->source, "Paper");
  EXPECT_FALSE(ArticleOf(FeedEntry(), feed));
}

}  // namespace
}  // namespace newsgraph::ingest
