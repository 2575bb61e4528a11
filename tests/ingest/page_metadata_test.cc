#include "ingest/page/page_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace newsgraph::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Page Read(std::string_view html, std::string url = "") {
  return ReadPage(std::string(html), {std::move(url), ""}).value_or(Page());
}

std::string Linked(std::string_view json) {
  return Concat("<script type='application/ld+json'>", json, "</script><p>x");
}

TEST(PageMetadata, ReadsLinkedDataWhereverTheArticleIs) {
  for (
      const std::string_view json :
      {R"({"@type":"NewsArticle","headline":"Plant opens","datePublished":"2026-01-19"})",
       R"([{"@type":"WebSite","name":"News"},{"@type":["Thing","ReportageNewsArticle"],"headline":"Plant opens","datePublished":"2026-01-19"}])",
       R"({"@graph":[{"@type":"BreadcrumbList"},{"@type":"https://schema.org/BlogPosting","headline":"Plant opens","datePublished":"2026-01-19"}]})",
       R"({"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Plant opens","datePublished":"2026-01-19"}})"}) {
    const Page page = Read(Linked(json));
    EXPECT_EQ(page.title, "Plant opens") << json;
    ASSERT_TRUE(page.published) << json;
    EXPECT_EQ(ToString(*page.published), "2026-01-19");
  }
}

TEST(PageMetadata, ReadsBrokenLinkedData) {
  for (const std::string_view json :
       {"{\"@type\":\"NewsArticle\",\"headline\":\"Plant\nopens\",}",
        "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Plant opens\"} -->",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Plant opens\"}\n//]]>",
        "{\\\"@type\\\":\\\"NewsArticle\\\",\\\"headline\\\":\\\"Plant opens\\\"}",
        "{\"@type\":\"NewsArticle\", /* x */ \"headline\":\"Plant opens\"",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Plant opens\",\"description\":\"It \"opened\" then\"}"}) {
    EXPECT_EQ(Read(Linked(json)).title, "Plant opens") << json;
  }
}

TEST(PageMetadata, PassesOverOtherArticlesOfLinkedData) {
  const Page page =
      Read(Linked(R"([{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other","url":"/o"}]},
                                    {"@type":"NewsArticle","headline":"Plant opens","hasPart":{"@type":"NewsArticle","headline":"Part"}}])"));
  EXPECT_EQ(page.title, "Plant opens");
}

TEST(PageMetadata, FollowsReferencesToAuthors) {
  const Page page = Read(
      Linked(R"({"@graph":[{"@type":"Article","headline":"Plant opens","author":[{"@id":"#e"},{"name":"Max Muster"}],
                                    "publisher":{"@id":"#p"}},{"@type":"Person","@id":"#e","name":"Erika Muster"},
                                    {"@type":"Organization","@id":"#p","name":"Example News"}]})"));
  EXPECT_THAT(page.authors, ElementsAre("Erika Muster", "Max Muster"));
  EXPECT_EQ(page.publisher, "Example News");
}

TEST(PageMetadata, CutsTheSitesNameOffTitles) {
  EXPECT_EQ(
      Read("<meta property=og:site_name content='Example News'><title>Plant opens near harbour | Example News</title>")
          .title,
      "Plant opens near harbour");
  EXPECT_EQ(Read("<meta property=og:title content='Plant opens near harbour - Local - ExNews'><h1>Plant opens near "
                 "harbour</h1>")
                .title,
            "Plant opens near harbour");
  EXPECT_EQ(Read("<title>Plant opens near harbour - The Paper</title>", "https://www.thepaper.example/a").title,
            "Plant opens near harbour");
  EXPECT_EQ(Read("<title>Plant opens near harbour | paper.example</title>", "https://paper.example/a").title,
            "Plant opens near harbour");
  EXPECT_EQ(Read("<title>Plant opens - and closes</title>", "https://paper.example/a").title,
            "Plant opens - and closes");
}

// The title of a page that states one for sharing, as its headline, as <title> and as heading.
std::string TitleOf(std::string_view shared, std::string_view headline, std::string_view element,
                    std::string_view heading) {
  return Read(Concat("<meta property=og:site_name content='Example News'><meta property=og:title content='", shared,
                     "'><title>", element, "</title><h1>", heading, "</h1>",
                     Linked(Concat(R"({"@type":"NewsArticle","headline":")", headline, R"("})"))))
      .title;
}

TEST(PageMetadata, ChoosesBetweenHeadlineAndSharedTitle) {
  constexpr std::string_view kOwn = "Harbour gets a new plant";
  constexpr std::string_view kShared = "You will not believe what opens next";
  EXPECT_EQ(TitleOf(kShared, kOwn, kOwn, kOwn), kShared);
  EXPECT_EQ(TitleOf(kShared, kOwn, kOwn, kShared), kShared) << "the headline was written for search engines";
  EXPECT_EQ(TitleOf(kShared, kOwn, kShared, kShared), kOwn) << "one title was put in all places later";
  EXPECT_EQ(TitleOf(kShared, kOwn, Concat(kOwn, " | Example News"), kShared), kOwn) << "a machine made <title> of it";
  EXPECT_EQ(TitleOf(kShared, kOwn, "Plant and harbour: all news", kOwn), kOwn) << "what readers see";
  EXPECT_EQ(TitleOf(Concat(kShared, " | Example News"), kOwn, kOwn, kOwn), kOwn) << "a machine's title";
  EXPECT_EQ(TitleOf("Harbour: gets a plant", "Gets a plant", "Harbour: gets a plant", "Harbour: gets a plant"),
            "Harbour: gets a plant")
      << "with its kicker";
}

TEST(PageMetadata, TakesTheWholeTitleWhereTheSharedOneIsAPartOfIt) {
  constexpr std::string_view kWhole = "After the flood: harbour gets a new plant";
  constexpr std::string_view kElement = "After the flood: harbour gets a new plant | Example News";
  EXPECT_EQ(TitleOf("Harbour gets a new plant", kWhole, kElement, kWhole), kWhole);
  EXPECT_EQ(TitleOf("After the flood: harbour", kWhole, kElement, kWhole), kWhole);
  EXPECT_EQ(TitleOf("Harbour gets a new plant", kWhole, "Plant news", kWhole), "Harbour gets a new plant");
  EXPECT_EQ(Read(Concat("<meta name=twitter:title content='", kWhole,
                        "'><meta property=og:title content='Harbour gets a new plant'><title>", kWhole, "</title><h1>",
                        kWhole, "</h1>", Linked(Concat(R"({"@type":"NewsArticle","headline":")", kWhole, R"("})"))))
                .title,
            "Harbour gets a new plant")
      << "who writes two titles for sharing cuts them on purpose";
}

TEST(PageMetadata, TakesTheHeadlineAsItsEditorWroteIt) {
  EXPECT_EQ(TitleOf("&#34;Harbour gets a plant&#34;: mayor | Example News", "Harbour gets a plant: mayor",
                    "Harbour gets a plant", "Harbour gets a plant"),
            "Harbour gets a plant: mayor");
}

TEST(PageMetadata, ReadsMetaElementsMicrodataAndBylines) {
  const Page page = Read(
      "<meta name=parsely-author content='Erika Muster'><meta property='article:published_time' "
      "content='2026-01-19T10:00:00+0100'>"
      "<meta property=article:modified_time content='2026-01-19T11:00:00Z'><p>x");
  EXPECT_THAT(page.authors, ElementsAre("Erika Muster"));
  EXPECT_EQ(ToString(page.published.value()), "2026-01-19T10:00:00+01:00");
  EXPECT_EQ(ToString(page.updated.value()), "2026-01-19T11:00:00Z");
  EXPECT_EQ(ToString(Read("<span itemprop=datePublished content=2026-01-19>19 Jan</span>").published.value()),
            "2026-01-19");
  EXPECT_EQ(ToString(Read("<time datetime='2026-01-19T10:00'>Monday</time>").published.value()),
            "2026-01-19T10:00:00Z");
  EXPECT_THAT(Read("<div class=byline>By <a rel=author>Erika Muster</a> and Max Muster</div>").authors,
              ElementsAre("Erika Muster", "Max Muster"));
}

TEST(PageMetadata, TellsNamesFromDatesAndPublishers) {
  EXPECT_THAT(
      Read("<div class=byline>By Erika Muster, Monday, November 18, 2026 and Marc Muster November 19</div>").authors,
      ElementsAre("Erika Muster", "Marc Muster"));
  EXPECT_THAT(Read("<meta property=og:site_name content='Example News'><meta name=author content='Erika Muster Example "
                   "News'>")
                  .authors,
              ElementsAre("Erika Muster"));
}

TEST(PageMetadata, TakesTheZoneThatAnotherPlaceGives) {
  const Page page = Read("<meta property=article:published_time content='2026-01-19T09:00:00Z'>" +
                         Linked(R"({"@type":"NewsArticle","datePublished":"2026-01-19T10:00:00"})"));
  EXPECT_EQ(ToString(page.published.value()), "2026-01-19T10:00:00+01:00");
}

TEST(PageMetadata, FallsBackToTheDayInTheAddress) {
  EXPECT_EQ(ToString(Read("<p>x", "https://news.example/2026/01/19/plant").published.value()), "2026-01-19");
  EXPECT_FALSE(Read("<p>x", "https://news.example/plant").published);
}

TEST(PageMetadata, ResolvesTheCanonicalAddress) {
  EXPECT_EQ(Read("<link rel=canonical href='/2026/plant'>", "https://news.example/p?id=1").url,
            "https://news.example/2026/plant");
  // A front page is nobody's address.
  EXPECT_EQ(Read("<link rel=canonical href='https://news.example/'>", "https://news.example/p").url,
            "https://news.example/p");
}

TEST(PageMetadata, ListsTheFeedsThatThePageNames) {
  const Page page = Read(
      "<link rel=alternate hreflang=de href=/de><link rel='Alternate' type='application/rss+xml' href='/feed?a&amp;b'>"
      "<link rel=alternate type=application/atom+xml href=https://feeds.example/c><link rel=stylesheet href=s.css>"
      "<link rel=alternate type=application/feed+json href=javascript:x><link rel=canonical href=/p?feed=rss+xml>",
      "https://news.example/dir/p");
  EXPECT_THAT(page.feeds, ElementsAre("https://news.example/feed?a&b", "https://feeds.example/c"));
  EXPECT_EQ(page.url, "https://news.example/p?feed=rss+xml");
}

TEST(PageMetadata, IsEmptyForAPageThatSaysNothing) {
  const Page page = Read("<p>x");
  EXPECT_EQ(page.title, "");
  EXPECT_THAT(page.authors, IsEmpty());
  EXPECT_FALSE(page.published);
  EXPECT_TRUE(page.free);
}

}  // namespace
}  // namespace newsgraph::ingest
