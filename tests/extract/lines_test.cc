#include "extract/lines.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

std::vector<Line> Lines(std::string_view text) { return LinesOf(text, Tokenize(text).tokens); }

TEST(LinesOf, LeavesEmptyLinesOutAndRemembersThem) {
  const std::vector<Line> lines = Lines("one\ntwo\n\n\nthree");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].after_blank);
  EXPECT_FALSE(lines[1].after_blank);
  EXPECT_TRUE(lines[2].after_blank);
}

TEST(LinesOf, CountsColumns) {
  EXPECT_EQ(Lines("größer")[0].columns, 6U);
  EXPECT_EQ(Lines("芯片 H20")[0].columns, 8U);
  EXPECT_EQ(Lines("„Größer“ – süß, fröhlich und übermütig")[0].columns, 38U);
  EXPECT_EQ(Lines("sieben芯und achtzehn片, ひとつ 한국 übrig")[0].columns, 41U);
}

TEST(LinesOf, TellsWrappedLinesFromItems) {
  const std::vector<Line> wrapped = Lines(
      "The chipmaker from California said on Monday that\n"
      "Nvidia and its partners would build three further\n"
      "plants in Arizona. Work begins in the next spring\n");
  ASSERT_EQ(wrapped.size(), 3U);
  EXPECT_FALSE(wrapped[0].continues);
  EXPECT_TRUE(wrapped[1].continues);
  EXPECT_TRUE(wrapped[2].continues);
  for (const Line& line : Lines("first item\nsecond item\nthird item")) EXPECT_FALSE(line.continues);
}

}  // namespace
}  // namespace newsgraph::extract
