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
  EXPECT_EQ(source.substr(SourceOffset(plain, static_cast<std::uint32_t>(at)), word.size()), word) << plain.text;
}

TEST(FromText, ChangesNothing) {
  const PlainText plain = FromText("5 * 3 <b>\n");
  EXPECT_EQ(plain.text, "5 * 3 <b>\n");
  EXPECT_EQ(SourceOffset(plain, 4), 4U);
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
  const PlainText plain = FromHtml(source);
  EXPECT_EQ(plain.text, "Acme grows\n\nIt sold 4.6 million cars.\n\nR&D");
  EXPECT_EQ(plain.title, "Acme grows");
  EXPECT_EQ(plain.language, "en");
  EXPECT_EQ(plain.published, "2026-01-19");
  ExpectLeadsBack(plain, source, "4.6 million");
  ExpectLeadsBack(plain, source, "cars");
}

TEST(FromHtml, TakesAnyBytes) {
  EXPECT_EQ(FromHtml("").text, "");
  EXPECT_EQ(FromHtml("<p>a<p>b</div>").text, "a\n\nb");
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  EXPECT_EQ(FromHtml(deep + "x").text, "");
}

}  // namespace
}  // namespace newsgraph::ingest
