// Markdown and HTML too: they share the header.
#include "ingest/plain_text.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::ingest {
namespace {

// Whether every place of `word` in the plain text leads back to `word`.
void ExpectLeadsBack(const PlainText& plain, std::string_view source, std::string_view word) {
  const std::size_t at = plain.text.find(word);
  ASSERT_NE(at, std::string::npos) << plain.text;
  EXPECT_EQ(source.substr(SourceOffset(plain.stretches, static_cast<std::uint32_t>(at)), word.size()), word)
      << plain.text;
}

TEST(FromText, ChangesNothing) {
  const PlainText plain = FromText("5 * 3 <b>\n");
  EXPECT_EQ(plain.text, "5 * 3 <b>\n");
  EXPECT_EQ(SourceOffset(plain.stretches, 4), 4U);
}

TEST(FromHtml, LeadsNowhereBeyondTheSource) {
  const std::string source = "<html><p>a\x19\x19\x19\x19\x19\x19\x19\x19z and 21</p>";
  const PlainText plain = *FromHtml(source);
  for (std::uint32_t at = 0; at <= plain.text.size(); ++at) EXPECT_LE(SourceOffset(plain.stretches, at), source.size());
  ExpectLeadsBack(plain, source, "21");
}

TEST(FromMarkdown, LeavesTheWordsThatAReaderSees) {
  const std::string source =
      "# Acme grows\n\n> It sold **4.6 million** [cars](https://example.org/2025) in `2025`.\n- one\n";
  const PlainText plain = FromMarkdown(source);
  EXPECT_EQ(plain.text, "Acme grows\n\n\nIt sold 4.6 million cars in 2025.\none\n");
  ExpectLeadsBack(plain, source, "4.6 million");
  ExpectLeadsBack(plain, source, "cars");
  ExpectLeadsBack(plain, source, "2025");
}

TEST(FromMarkdown, LeavesOutCodeAndWhatStandsAboveTheText) {
  EXPECT_EQ(FromMarkdown("---\ntitle: x\n---\nText\n```\n5 cars\n```\nend").text, "\nText\n\n\n\nend");
}

TEST(FromMarkdown, KeepsWhatIsNoMark) {
  EXPECT_EQ(FromMarkdown("snake_case, 5 [sic] and \\*").text, "snake_case, 5 sic and *");
  EXPECT_EQ(FromMarkdown("").text, "");
}

TEST(FromHtml, MakesParagraphsOfBlocksAndKeepsNothingElse) {
  const std::string source =
      "<html lang='en'><head><title>Site</title><meta property='article:published_time' content='2026-01-19'></head>"
      "<body><nav>Home</nav><h1>Acme  grows</h1><script>x=5</script>"
      "<p>It sold\n  <b>4.6 million</b> cars.</p><ul><li>R&amp;D</li></ul><footer>2026</footer></body></html>";
  const PlainText plain = *FromHtml(source);
  EXPECT_EQ(plain.text, "Acme grows\n\nIt sold 4.6 million cars.\n\nR&D");
  EXPECT_EQ(plain.title, "Acme grows");
  EXPECT_EQ(plain.language, "en");
  EXPECT_EQ(plain.published, std::chrono::sys_days(std::chrono::year(2026) / 1 / 19));
  ExpectLeadsBack(plain, source, "4.6 million");
  ExpectLeadsBack(plain, source, "cars");
}

TEST(FromHtml, LeadsBackToLinesWhateverStandsBeforeAWord) {
  const std::string source =
      "<p>R&amp;D cost 5&nbsp;million \r\n\r\n  <b>eu<i>ros</i></b>,<!-- a note --> a third<br>of "
      "<svg><path/></svg>sales.\n"
      "<table><tr><td>4&#037; <td>half</table><p>5 < 6\n<pre>one\n two</pre>";
  const PlainText plain = *FromHtml(source);
  EXPECT_EQ(plain.text, "R&D cost 5\u00A0million euros, a third\n\nof sales.\n\n4%\n\nhalf\n\n5 < 6\n\none two");
  for (const char* word : {"R", "cost", "5", "eu", "ros", "a third", "of", "sales", "4", "half", "< 6", "one", "two"}) {
    ExpectLeadsBack(plain, source, word);
  }
}

TEST(FromHtml, TakesWhatThePageStatesForPrograms) {
  const PlainText plain = *FromHtml(
      "<title>Acme grows | The Mirror</title><meta property=og:site_name content='The Mirror'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-01-19T09:00:00+01:00\"}"
      "</script><p>x");
  EXPECT_EQ(plain.title, "Acme grows");
  EXPECT_EQ(plain.published, std::chrono::sys_days(std::chrono::year(2026) / 1 / 19) + std::chrono::hours(8));
}

TEST(FromHtml, TakesAnyBytes) {
  EXPECT_EQ(FromHtml("")->text, "");
  EXPECT_EQ(FromHtml("<p>a<p>b</div>")->text, "a\n\nb");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_EQ(FromHtml(deep + "x")->text, "x");
  std::string many;
  for (int i = 0; i < 450'000; ++i) many += "<hr>";
  EXPECT_EQ(FromHtml(many).status().code(), StatusCode::kResourceExhausted);
}

}  // namespace
}  // namespace newsgraph::ingest
