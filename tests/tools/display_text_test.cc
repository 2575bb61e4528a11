#include "tools/display_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace newsgraph::tools {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DisplayWidth, CountsWideCharactersTwiceAndMarksNotAtAll) {
  EXPECT_EQ(DisplayWidth(""), 0U);
  EXPECT_EQ(DisplayWidth("für"), 3U);
  EXPECT_EQ(DisplayWidth("台積電 3"), 8U);
  EXPECT_EQ(DisplayWidth("한국"), 4U);
  EXPECT_EQ(DisplayWidth("（１）"), 6U);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1U);
  EXPECT_EQ(DisplayWidth("\u200Ba"), 1U);
}

TEST(Printable, PutsTextOnOneLine) {
  EXPECT_EQ(Printable("  one\n\n two\t three\u00A0four \r\n"), "one two three four");
}

TEST(Printable, TakesAwayWhatSteersTheTerminal) {
  EXPECT_EQ(Printable("red \x1b[31malert\x07\x7f"), "red [31malert");
  EXPECT_EQ(Printable("a\u009b31mb"), "a31mb");
  EXPECT_EQ(Printable("1\u202E00\u2066"), "100");
  EXPECT_EQ(Printable("f\xFCr"), "f\uFFFDr");
}

TEST(CutToWidth, MarksWhatWasCut) {
  EXPECT_EQ(CutToWidth("production", 10), "production");
  EXPECT_EQ(CutToWidth("production", 5), "prod…");
  EXPECT_EQ(CutToWidth("台積電", 5), "台積…");
  EXPECT_EQ(CutToWidth("台積電", 4), "台…");
  EXPECT_EQ(CutToWidth("ab", 0), "");
}

TEST(PadToWidth, AlignsWideCharacters) {
  EXPECT_EQ(PadToWidth("台", 4), "台  ");
  EXPECT_EQ(PadToWidth("ab", 4), "ab  ");
  EXPECT_EQ(PadToWidth("abcdef", 4), "abcdef");
}

TEST(Wrap, BreaksAtBlanks) {
  EXPECT_THAT(Wrap("Huawei will make 600,000 chips", 12), ElementsAre("Huawei will", "make 600,000", "chips"));
  EXPECT_THAT(Wrap("one", 12), ElementsAre("one"));
  EXPECT_THAT(Wrap("", 12), IsEmpty());
  EXPECT_THAT(Wrap(" \n ", 12), IsEmpty());
}

TEST(Wrap, BreaksChineseAnywhereButBeforePunctuation) {
  EXPECT_THAT(Wrap("台积电宣布投资。", 8), ElementsAre("台积电宣", "布投资。"));
  EXPECT_THAT(Wrap("台积电宣布，投资", 10), ElementsAre("台积电宣", "布，投资"));
  EXPECT_THAT(Wrap("台积电 TSMC 宣布", 8), ElementsAre("台积电", "TSMC 宣", "布"));
}

TEST(Wrap, CutsWordsThatNoLineHolds) {
  EXPECT_THAT(Wrap("a Donaudampfschifffahrt b", 6), ElementsAre("a", "Donaud", "ampfsc", "hifffa", "hrt b"));
}

TEST(Wrap, EndsOnEveryLineWithinTheWidth) {
  const std::string text =
      "Huawei 计划在2026年生产六十万颗 Ascend 910C 芯片, twice as many as e\u0301stimated ——「报道」说。";
  for (std::size_t width = 2; width < 60; ++width) {
    std::string joined;
    for (const std::string& line : Wrap(text, width)) {
      EXPECT_LE(DisplayWidth(line), width);
      joined += line;
    }
    std::string all = text;
    std::erase(all, ' ');
    std::erase(joined, ' ');
    EXPECT_EQ(joined, all) << width;
  }
}

}  // namespace
}  // namespace newsgraph::tools
