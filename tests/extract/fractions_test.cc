#include "extract/fractions.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::extract {
namespace {

std::optional<Fraction> Read(const std::string& text) {
  const Document document(text, "en", kAnyLanguage, Tokenize(text), {}, {}, {});
  return FractionAt(document, 0, NumberSigns{});
}

TEST(Ratio, HasTwelveSignificantDigitsAtMost) {
  EXPECT_EQ(Ratio(1, 3).ToString(), "0.333333333333");
  EXPECT_EQ(Ratio(2, 3).ToString(), "0.666666666667");
  EXPECT_EQ(Ratio(3, 4).ToString(), "0.75");
  EXPECT_EQ(Ratio(8, 4).ToString(), "2");
}

TEST(FractionAt, ReadsFractionsOfProse) {
  ASSERT_TRUE(Read("3/4 of it"));
  EXPECT_EQ(Read("3/4 of it")->top, 3);
  EXPECT_EQ(Read("3/4 of it")->bottom, 4);
}

TEST(FractionAt, LeavesDatesAndSayingsAlone) {
  EXPECT_FALSE(Read("24/7"));
  EXPECT_FALSE(Read("2/2026"));
  EXPECT_FALSE(Read("1/2/26"));
  EXPECT_FALSE(Read("3 / 4"));
  EXPECT_FALSE(Read("5"));
}

TEST(FractionSign, KnowsEverySignOfAFraction) {
  ASSERT_TRUE(FractionSign("⅔"));
  EXPECT_EQ(FractionSign("⅔")->bottom, 3);
  EXPECT_FALSE(FractionSign("²"));
  EXPECT_FALSE(FractionSign("%"));
  EXPECT_FALSE(FractionSign(""));
}

}  // namespace
}  // namespace newsgraph::extract
