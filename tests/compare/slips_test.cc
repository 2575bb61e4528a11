#include "compare/slips.h"

#include <gtest/gtest.h>

namespace newsgraph::compare {
namespace {

Decimal Number(const char* text) { return *Decimal::Parse(text); }

TEST(MagnitudeSlip, NamesThePowerThatIsLost) {
  EXPECT_EQ(MagnitudeSlip(Number("50000000"), Number("50000000000")), 3);
  EXPECT_EQ(MagnitudeSlip(Number("1.5"), Number("15")), 1);
  EXPECT_EQ(MagnitudeSlip(Number("36e8"), Number("36e4")), 4);
}

TEST(MagnitudeSlip, NeedsTheSameDigits) {
  EXPECT_EQ(MagnitudeSlip(Number("50"), Number("50")), std::nullopt);
  EXPECT_EQ(MagnitudeSlip(Number("50"), Number("51000")), std::nullopt);
  EXPECT_EQ(MagnitudeSlip(Number("50"), Number("-50000")), std::nullopt);
  EXPECT_EQ(MagnitudeSlip(Number("0"), Number("0")), std::nullopt);
}

TEST(MagnitudeSlip, KnowsWhichPowersAreLost) { EXPECT_EQ(MagnitudeSlip(Number("5"), Number("5e7")), std::nullopt); }

TEST(IsDigitSlip, TakesOneDigitOrTwoNeighboursForASlip) {
  EXPECT_TRUE(IsDigitSlip(Number("13000"), Number("18000")));
  EXPECT_TRUE(IsDigitSlip(Number("743"), Number("734")));
  EXPECT_TRUE(IsDigitSlip(Number("4.6"), Number("4.8")));
}

TEST(IsDigitSlip, LeavesOtherNumbersAlone) {
  EXPECT_FALSE(IsDigitSlip(Number("743"), Number("743")));
  EXPECT_FALSE(IsDigitSlip(Number("743"), Number("437")));
  EXPECT_FALSE(IsDigitSlip(Number("7"), Number("8")));
  EXPECT_FALSE(IsDigitSlip(Number("13000"), Number("1300")));
  EXPECT_FALSE(IsDigitSlip(Number("12"), Number("-13")));
}

TEST(IsTransposed, TakesTwoNeighboursAndNothingElse) {
  EXPECT_TRUE(IsTransposed(Number("743"), Number("734")));
  EXPECT_TRUE(IsTransposed(Number("16.4e9"), Number("14.6e9")));
  EXPECT_TRUE(IsTransposed(Number("13e9"), Number("31e9")));
  EXPECT_TRUE(IsTransposed(Number("10.3e9"), Number("13e9"))) << "a zero is a digit";
  EXPECT_FALSE(IsTransposed(Number("743"), Number("743")));
  EXPECT_FALSE(IsTransposed(Number("743"), Number("744")));
  EXPECT_FALSE(IsTransposed(Number("743"), Number("347")));
  EXPECT_FALSE(IsTransposed(Number("12"), Number("-21")));
  EXPECT_FALSE(IsTransposed(Number("1"), Number("10")));
  EXPECT_FALSE(IsTransposed(Number("12.3"), Number("1.23"))) << "a point is no digit";
}

TEST(DescribePower, SaysWhichWordsAreMixedUp) {
  EXPECT_EQ(DescribePower(3), "a factor of 1,000 is lost (thousand, million, billion)");
  EXPECT_EQ(DescribePower(1), "a factor of 10 is lost");
}

}  // namespace
}  // namespace newsgraph::compare
