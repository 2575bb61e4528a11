#include "compare/exact.h"

#include <gtest/gtest.h>

namespace newsgraph::compare {
namespace {

Decimal D(std::string_view text) { return *Decimal::Parse(text); }

TEST(Add, IsExactAcrossScales) {
  EXPECT_EQ(Add(D("0.1"), D("0.2"), Toward::kUp).ToString(), "0.3");
  EXPECT_EQ(Add(D("5e9"), D("-0.5"), Toward::kUp), D("4999999999.5"));
  EXPECT_EQ(Subtract(D("1284567"), D("1284567"), Toward::kUp), Decimal());
}

TEST(Add, RoundsWhatDoesNotFitInTheDirectionAsked) {
  const Decimal big = D("1e40");
  EXPECT_GT(Add(big, D("1"), Toward::kUp), big);
  EXPECT_EQ(Add(big, D("1"), Toward::kDown), big);
  EXPECT_EQ(Add(big, D("-1"), Toward::kUp), big);
  EXPECT_LT(Add(big, D("-1"), Toward::kDown), big);
}

TEST(Times, IsExactUpToEighteenDigits) {
  EXPECT_EQ(Times(D("53.1e9"), 3, -2, Toward::kUp), D("1593000000"));
  const Decimal long_number = D("99999999999999999");
  EXPECT_GE(Times(long_number, 105, -2, Toward::kUp), Times(long_number, 105, -2, Toward::kDown));
  EXPECT_GT(Times(long_number, 105, -2, Toward::kDown), long_number);
}

TEST(Shift, MovesTheLastDigitAlong) {
  EXPECT_EQ(Shift(D("600000"), 3), D("6e8"));
  EXPECT_EQ(Shift(D("600000"), 3).last_digit(), 8);
  EXPECT_EQ(Shift(D("1e60"), 30).last_digit(), 90);
}

TEST(Shortest, DropsWrittenZerosOfDecimals) { EXPECT_EQ(Shortest(D("5.50")).ToString(), "5.5"); }

TEST(TwoDigitsUp, IsNeverBelowTheNumber) {
  EXPECT_EQ(TwoDigitsUp(2351.06), D("2400"));
  EXPECT_EQ(TwoDigitsUp(0.0301), D("0.031"));
  EXPECT_EQ(TwoDigitsUp(250.0), D("250"));
  EXPECT_EQ(TwoDigitsUp(99.5), D("100"));
}

TEST(TwoDigitsUp, IsZeroForWhatIsNoWidth) {
  EXPECT_TRUE(TwoDigitsUp(0).is_zero());
  EXPECT_TRUE(TwoDigitsUp(-1).is_zero());
  EXPECT_TRUE(TwoDigitsUp(1.0 / 0.0).is_zero());
}

}  // namespace
}  // namespace newsgraph::compare
