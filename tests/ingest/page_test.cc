#include "ingest/page/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace newsgraph::ingest {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Page Read(std::string_view html, const PageContext& context = {}) {
  StatusOr<Page> page = ReadPage(std::string(html), context);
  EXPECT_TRUE(page.ok()) << page.status();
  return page.ok() ? *std::move(page) : Page();
}

constexpr std::string_view kFirst =
    "<p>The plant near the harbour opened on Monday, the company said, after two years of work and many delays.</p>";
constexpr std::string_view kSecond =
    "<p>It employs 300 people and makes 5,000 pumps a year; a second hall is to follow in the autumn of next year.</p>";

// A page around the two paragraphs.
std::string Around(std::string_view head, std::string_view before, std::string_view after) {
  return Concat("<html><head>", head, "</head><body>", before, "<div class=story>", kFirst, kSecond, "</div>", after,
                "</body></html>");
}

TEST(ReadPage, FindsTheTextAmongNavigationAndTeasers) {
  const Page page =
      Read(Around("<title>Plant opens</title>",
                  "<ul class=menu><li><a href=/>Home</a><li><a href=/w>World</a></ul><h1>Plant opens</h1>",
                  "<div class=related-stories><a href=/x>Another plant closes in the north</a></div>"
                  "<footer>All rights reserved by the publisher, 2026.</footer>"));
  EXPECT_EQ(
      page.text,
      "The plant near the harbour opened on Monday, the company said, after two years of work and many delays.\n\n"
      "It employs 300 people and makes 5,000 pumps a year; a second hall is to follow in the autumn of next year.");
  EXPECT_EQ(page.title, "Plant opens");
}

TEST(ReadPage, LeavesOutTheTitleHoweverItIsPunctuated) {
  const Page page = Read(Around("<title>After the flood: harbour gets a new plant</title>", "",
                                "<h1>After the flood: harbour gets a new plant</h1>"));
  const Page other =
      Read(Concat("<meta property=og:title content='After the flood: harbour gets a new plant'><body><div class=story>"
                  "<h2><span>After the flood</span> <span>Harbour gets a new plant</span></h2>",
                  kFirst, kSecond, "</div>"));
  EXPECT_EQ(page.text, other.text);
}

TEST(ReadPage, KeepsNamesThatAreLinkedAmidASentence) {
  const Page page =
      Read(Concat("<body><div class=story><p>Madrid: <a class=player-link href=/p/1>Rafael Muster</a> won "
                  "against <a class='topic-tag' href=/t>Example City</a>.</p>",
                  kFirst, kSecond, "</div>"));
  EXPECT_THAT(page.text, HasSubstr("Madrid: Rafael Muster won against Example City."));
}

TEST(ReadPage, KeepsScoresAndRowsOfFigures) {
  const Page page =
      Read(Concat("<body><h1>Scores</h1><div class=story><p>18 November 2026, 10:30</p>"
                  "<meta name=author content='AS'>",
                  kFirst, "<p>Falls Bay 14 11 6 15 44</p><p>Basel: Bay Hill 18 22 13 17 70</p>",
                  "<table><tr class=player-7><td>Ida Muster<td>71</table>", kSecond, "</div>"));
  EXPECT_THAT(page.text, AllOf(HasSubstr("Falls Bay 14 11 6 15 44"), HasSubstr("Basel: Bay Hill 18 22 13 17 70"),
                               HasSubstr("Ida Muster\t71")));
  EXPECT_THAT(page.text, Not(HasSubstr("November")));
}

TEST(ReadPage, SaysWhatWasCutAndWhy) {
  const Page page = Read(Around("", "<nav>Home</nav>", "<div class=comments>First!</div>"));
  EXPECT_THAT(page.cuts, ElementsAre(CutPart{PageCut::kNavigation, "Home"}, CutPart{PageCut::kComments, "First!"}));
}

TEST(ReadPage, KeepsHeadingsListsAndTables) {
  const Page page = Read(Concat("<article>", kFirst, "<h2>What it cost</h2>", kSecond,
                                "<ul><li>Hall: 40 million euros<li>Land: 2 million euros</ul>"
                                "<table><tr><th>Year<th>Pumps<tr><td>2026<td>5,000</table></article>"));
  EXPECT_THAT(page.text, HasSubstr("\n\nWhat it cost\n\n"));
  EXPECT_THAT(page.text, HasSubstr("Hall: 40 million euros\nLand: 2 million euros"));
  EXPECT_THAT(page.text, HasSubstr("Year\tPumps\n2026\t5,000"));
}

TEST(ReadPage, JoinsATextThatIsDealtOutToSeveralElements) {
  const std::string page =
      Concat("<main><div class=chunk>", kFirst, kSecond,
             "</div><div class=ad-slot>Buy!</div><div class=chunk><p>The mayor was glad of it, and the "
             "neighbours were less so, because of the noise at night.</p></div></main>");
  EXPECT_THAT(Read(page).text, AllOf(HasSubstr("neighbours"), Not(HasSubstr("Buy"))));
}

TEST(ReadPage, LeavesOutOtherArticlesOfThePage) {
  const std::string other =
      "<article><h2><a href=/o>Bridge closes</a></h2><p>The bridge over the river was closed on Tuesday, and will stay "
      "so "
      "for several weeks, as the city said.</p></article>";
  const Page page = Read(
      Concat("<title>Plant opens</title><article><h1>Plant opens</h1>", kFirst, kSecond, "</article>", other, other));
  EXPECT_THAT(page.text, AllOf(HasSubstr("harbour"), Not(HasSubstr("bridge"))));
}

TEST(ReadPage, TakesTheIntroductionFromAboveTheText) {
  const Page page = Read(Around(
      "",
      "<h1>Plant opens</h1><p class=standfirst>Hundreds came to see the new hall, which took two years to build.</p>"
      "<div class=share>Share</div>",
      ""));
  EXPECT_THAT(page.text, testing::StartsWith("Hundreds came"));
}

TEST(ReadPage, TrustsTheTextMoreThanTheNamesAroundIt) {
  const Page page = Read(Concat("<div class=sidebar-comments-ad><h1>Plant opens</h1>", kFirst, kSecond, "</div>"));
  EXPECT_THAT(page.text, HasSubstr("harbour"));
}

TEST(ReadPage, TakesTheStatedTextWhereThePageShowsNone) {
  std::string body;
  for (int i = 0; i < 8; ++i) body += "The plant near the harbour opened on Monday, the company said. ";
  const Page page =
      Read(Concat("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\","
                  "\"articleBody\":\"",
                  body, "\"}</script><p>Please wait.</p>"));
  EXPECT_THAT(page.text, HasSubstr("harbour"));
  EXPECT_FALSE(page.free);
}

TEST(ReadPage, ReadsAnyEncoding) {
  const std::string cyrillic = "<meta charset=windows-1251><title>\xcf\xf0\xe8\xe2\xe5\xf2</title>";
  EXPECT_EQ(Read(cyrillic).title, "Привет");
  // Valid UTF-8 is UTF-8, whatever the page and the server say.
  EXPECT_EQ(Read("<meta charset=iso-8859-1><title>Zürich</title>", {"", "text/html; charset=latin1"}).title, "Zürich");
  EXPECT_EQ(Read("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><title>Z\xfcrich</title>").title, "Zürich");
}

TEST(ReadPage, TellsTheLanguageByTheTextWhereThePageIsWrong) {
  const std::string german =
      "<html lang=en><article><p>Das Werk am Hafen wurde am Montag eröffnet, wie das Unternehmen mitteilte, nach zwei "
      "Jahren Bauzeit "
      "und vielen Verzögerungen.</p><p>Dort arbeiten dreihundert Menschen, und im nächsten Jahr soll eine zweite Halle "
      "folgen.</p></article>";
  EXPECT_EQ(Read(german).language, "de");
  EXPECT_EQ(Read("<html lang=pt-BR><p>Oi").language, "pt-BR");
}

TEST(ReadPage, RefusesWhatIsNoPage) {
  EXPECT_EQ(ReadPage("", {}).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ReadPage(" \n\t ", {}).status().code(), StatusCode::kInvalidArgument);
  std::string binary = "\x89PNG\r\n\x1a\n";
  for (int i = 0; i < 500; ++i) binary += static_cast<char>(i % 32);
  EXPECT_EQ(ReadPage(binary, {}).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ReadPage("<p>12345678901234567890", {}, {.max_bytes = 20}).status().code(), StatusCode::kResourceExhausted);
}

TEST(ReadPage, FindsNoTextWhereThereIsNone) {
  EXPECT_THAT(Read("<nav><a href=/a>One</a><a href=/b>Two</a></nav>").text, IsEmpty());
}

TEST(ReadPage, ReadsACutPageAsFarAsItGoes) {
  std::string page = Around("", "", "");
  page.resize(page.find("second hall"));
  EXPECT_THAT(Read(page).text, HasSubstr("makes 5,000 pumps"));
}

}  // namespace
}  // namespace newsgraph::ingest
