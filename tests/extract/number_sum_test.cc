#include "extract/number_sum.h"

#include <gtest/gtest.h>

namespace newsgraph::extract {
namespace {

TEST(NumberSum, AddsAndMultipliesAsWordsCome) {
  NumberSum sum;  // two hundred five thousand and one
  EXPECT_TRUE(sum.Add(2));
  EXPECT_TRUE(sum.Multiply(100, true));
  EXPECT_TRUE(sum.Add(5));
  EXPECT_TRUE(sum.Multiply(1000, true));
  EXPECT_TRUE(sum.Add(1));
  EXPECT_EQ(sum.value(), Decimal(205001));
}

TEST(NumberSum, LetsALargerFactorTakeAllBelowIt) {
  NumberSum sum;  // 16 mil millones
  sum.Begin(16, 0);
  EXPECT_TRUE(sum.Multiply(1000, true));
  EXPECT_TRUE(sum.Multiply(1'000'000, false));
  EXPECT_EQ(sum.value(), Decimal(16'000'000'000));
  EXPECT_EQ(sum.scale(), 1'000'000'000);
}

TEST(NumberSum, RefusesWhatNoNumberGoesOnWith) {
  NumberSum sum;
  EXPECT_FALSE(sum.Multiply(1'000'000, false));  // "million" alone
  EXPECT_TRUE(sum.Add(20));
  EXPECT_FALSE(sum.Add(20));
  EXPECT_TRUE(sum.Add(3));
  EXPECT_FALSE(sum.Add(4));
  EXPECT_TRUE(sum.Multiply(1000, true));
  EXPECT_FALSE(sum.Multiply(1000, true));
  EXPECT_EQ(sum.value(), Decimal(23000));
}

TEST(NumberSum, KeepsWrittenDecimals) {
  NumberSum sum;  // 5.0 billion
  sum.Begin(50, 1);
  EXPECT_TRUE(sum.Multiply(1'000'000'000, false));
  EXPECT_EQ(sum.value(), Decimal(5'000'000'000));
  EXPECT_EQ(sum.value().last_digit(), 8);
}

TEST(NumberSum, TakesTheWholeBeforeDecimalsAsItStands) {
  NumberSum sum;  // deux cent virgule trois
  EXPECT_TRUE(sum.Add(2));
  EXPECT_TRUE(sum.Multiply(100, true));
  EXPECT_TRUE(sum.AddDecimal(3));
  EXPECT_EQ(sum.value(), Decimal(2003, -1));
}

TEST(NumberSum, EndsDecimalsSomewhere) {
  NumberSum sum;
  EXPECT_TRUE(sum.Add(0));
  int taken = 0;
  while (taken < 1000 && sum.AddDecimal(0)) ++taken;
  EXPECT_LT(taken, 20);
}

TEST(NumberSum, ReadsTenthsBehindRoundNumbers) {
  NumberSum sum;  // 两千四百五
  EXPECT_TRUE(sum.Add(2));
  EXPECT_TRUE(sum.Multiply(1000, false));
  EXPECT_TRUE(sum.Add(400));
  EXPECT_TRUE(sum.ends_round());
  EXPECT_TRUE(sum.AddTenthsOfFactor(5));
  EXPECT_EQ(sum.value(), Decimal(2450));
}

TEST(NumberSum, RefusesNumbersBeyondItsRange) {
  NumberSum sum;
  sum.Begin(99999999999999999, 0);
  EXPECT_FALSE(sum.Multiply(1'000'000'000, false));
}

}  // namespace
}  // namespace newsgraph::extract
