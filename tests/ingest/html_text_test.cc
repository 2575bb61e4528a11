#include "ingest/html/html_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "tests/support/cpu_growth.h"

namespace newsgraph::ingest {
namespace {

std::string Text(std::string_view html) { return HtmlToText(html).value_or("error"); }

TEST(HtmlToText, PartsParagraphsByAnEmptyLineAndLinesByABreak) {
  EXPECT_EQ(Text("<p>One <b>bold</b>\n  word.<p>Two<br>lines.</p>"), "One bold word.\n\nTwo\nlines.");
  EXPECT_EQ(Text("<div>a<div>b</div>c</div>"), "a\n\nb\n\nc");
}

TEST(HtmlToText, KeepsItemsAndRowsOnLinesAndCellsApart) {
  EXPECT_EQ(Text("Sold:<ul><li>cars<li><p>vans</p></ul>"), "Sold:\n\ncars\n\nvans");
  EXPECT_EQ(Text("<ul><li>cars<li>vans</ul>"), "cars\nvans");
  EXPECT_EQ(Text("<table><tr><th>Year<th>Cars<tr><td>2024<td><p>5</p></table>"), "Year\tCars\n2024\n5");
}

TEST(HtmlToText, PartsByWhatATagClosesUnwritten) {
  EXPECT_EQ(Text("<p>Costs:<li>cars"), "Costs:\n\ncars");
  EXPECT_EQ(Text("<ul><li>a<div>b<li>c</ul>d"), "a\n\nb\n\nc\n\nd");
  EXPECT_EQ(Text("<li>a<div>b</li>c"), "a\n\nb\n\nc");
  EXPECT_EQ(Text("<p><a href='x\">y'>link</a> on &amp on&#x2019;"), "link on & on\u2019");
}

TEST(HtmlToText, ResolvesCharacterReferencesOnce) {
  EXPECT_EQ(Text("a &lt; b &amp;amp; c&nbsp;&#8364;5 &hellip;"), "a < b &amp; c €5 …");
}

TEST(HtmlToText, ReadsReferencesBeyondAllCharactersAsNone) {
  EXPECT_EQ(Text("<p x>a&#125555555555555555555555555555555555555555558;b&#xFFFFFFFFFFFFFFFFFFFFE6;c&#0000000000065;"),
            "a\uFFFDb\uFFFDcA");
  EXPECT_EQ(Text("<p x>&#0000065;&#x41;&#65"), "AAA");
}

TEST(HtmlToText, DropsWhatIsNotShown) {
  EXPECT_EQ(Text("<title>T</title><style>p{}</style>a<script>if (x<y) '</p>'</script><!-- <p>no --> b"), "a b");
  EXPECT_EQ(Text("soft\xC2\xADhyphen"), "softhyphen");
}

TEST(HtmlToText, KeepsLinesOfPreformattedText) { EXPECT_EQ(Text("<pre>a  b\nc</pre>"), "a  b\nc"); }

TEST(HtmlToText, TakesTagsThatAreNoneAsText) {
  EXPECT_EQ(Text("5 < 6 and 7 <8"), "5 < 6 and 7 <8");
  EXPECT_EQ(Text(""), "");
  EXPECT_EQ(Text("cut <a href=\"x"), "cut");
}

TEST(HtmlToText, RefusesWhatIsTooLarge) {
  EXPECT_EQ(HtmlToText("12345678901", {.max_bytes = 10}).status().code(), StatusCode::kResourceExhausted);
  EXPECT_EQ(HtmlToText("<p><p><p><p>", {.max_nodes = 3}).status().code(), StatusCode::kResourceExhausted);
}

// Reads so many bytes of `piece`, again and again.
void ReadMuch(std::string_view piece, std::size_t bytes) {
  std::string html;
  while (html.size() < bytes) html += piece;
  HtmlToText(html, {.max_nodes = 10'000'000}).IgnoreError();
}

TEST(HtmlToText, ReadsHostileNestingInLinearTime) {
  for (const std::string_view piece : {"<div>",
                                       "<p>",
                                       "<b>",
                                       "<font size=1><p>x",
                                       "<a href=x>",
                                       "<a><p>x",
                                       "<table>",
                                       "<table><tr><td>",
                                       "<b><div></b>",
                                       "<svg>",
                                       "<select><option>",
                                       "<span><div></span>",
                                       "<td><div></td>",
                                       "<ul><li>",
                                       "<x-y>",
                                       "</p>",
                                       "<li><b>",
                                       "<button>",
                                       "<h1>",
                                       "<dl><dt>",
                                       "<div><table></div>",
                                       "<template>",
                                       "<!--",
                                       "<i><table>",
                                       "<form><p>",
                                       "<a><table><a>",
                                       "<title>",
                                       "<textarea>",
                                       "<p class=a class=b>",
                                       "<p a b c d e f g h>",
                                       "&amp",
                                       "<",
                                       "</",
                                       "<noscript>",
                                       "<math>"}) {
    const auto read = [piece](std::size_t bytes) { ReadMuch(piece, bytes); };
    EXPECT_LT(CpuGrowth(read, 32U << 10, 16), 16 * kLinearMargin) << piece;
  }
}

}  // namespace
}  // namespace newsgraph::ingest
