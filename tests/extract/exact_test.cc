#include "extract/exact.h"

#include <gtest/gtest.h>

#include <limits>

namespace newsgraph::extract {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

TEST(Product, KeepsTheDigitsThatAreWritten) {
  EXPECT_EQ(Product(Decimal(50, -1), Decimal(1000))->last_digit(), 2);
  EXPECT_EQ(Product(Decimal(35, -1), Decimal(1'000'000))->ToString(), "3500000");
  EXPECT_EQ(Product(Decimal(50, -1), Decimal(1))->ToString(), "5.0");
  EXPECT_EQ(Product(Decimal(kMost), Decimal(2)), std::nullopt);
  EXPECT_EQ(Product(Decimal(1, 40), Decimal(1, 40)), std::nullopt);
}

TEST(WholeValue, IsNothingForFractionsAndForTooManyDigits) {
  EXPECT_EQ(WholeValue(Decimal(5060, -1)), 506);
  EXPECT_EQ(WholeValue(Decimal(3, 2)), 300);
  EXPECT_EQ(WholeValue(Decimal(5, -1)), std::nullopt);
  EXPECT_EQ(WholeValue(Decimal(5, 30)), std::nullopt);
}

TEST(PlusParts, IsExactForTenthsAndHundredths) {
  EXPECT_EQ(PlusParts(Decimal(15), 15, 100)->ToString(), "15.15");
  EXPECT_EQ(PlusParts(Decimal(5), 3, 12)->ToString(), "5.25");
  EXPECT_EQ(PlusParts(Decimal(5), 2, 12)->ToString(), "5.16666666667");
  EXPECT_EQ(PlusParts(Decimal(kMost), 1, 100), std::nullopt);
}

}  // namespace
}  // namespace newsgraph::extract
