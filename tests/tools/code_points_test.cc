#include "tools/code_points.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace newsgraph::tools {
namespace {

TEST(CodePoints, CountsCharactersNotBytes) {
  const std::string text = "für 台積電 \U0001F680!";
  const CodePoints code_points(text);
  EXPECT_EQ(code_points.Before(0), 0U);
  EXPECT_EQ(code_points.Before(text.find("ü")), 1U);
  EXPECT_EQ(code_points.Before(text.find("r ")), 2U);
  EXPECT_EQ(code_points.Before(text.find("積")), 5U);
  EXPECT_EQ(code_points.Before(text.find('!')), 9U);
  EXPECT_EQ(code_points.Before(text.size()), 10U);
}

TEST(CodePoints, CountsThroughLongText) {
  std::string text;
  for (std::uint32_t i = 0; i < 300; ++i) {
    EXPECT_EQ(CodePoints(text).Before(text.size()), i);
    text += i % 4 == 0 ? "a" : i % 4 == 1 ? "ä" : i % 4 == 2 ? "台" : "\U0001F680";
  }
  const CodePoints code_points(text);
  for (std::uint32_t four = 0; four < 75; ++four) EXPECT_EQ(code_points.Before(four * 10), four * 4);
}

TEST(CodePoints, StopsAtTheEnd) {
  EXPECT_EQ(CodePoints("").Before(0), 0U);
  EXPECT_EQ(CodePoints("").Before(7), 0U);
  EXPECT_EQ(CodePoints("äb").Before(100), 2U);
}

}  // namespace
}  // namespace newsgraph::tools
