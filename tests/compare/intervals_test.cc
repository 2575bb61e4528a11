#include "compare/intervals.h"

#include <gtest/gtest.h>

#include "compare/explain.h"
#include "tests/compare/figures.h"

namespace newsgraph::compare {
namespace {

using enum Mod;

std::string Entailed(const Figure& figure) { return Describe(ReadFigure(figure).entailed); }
std::string Implied(const Figure& figure) { return Describe(ReadFigure(figure).implied); }

TEST(ReadFigure, TakesACountWithoutRoundingAtItsWord) {
  EXPECT_EQ(Entailed(Written("39")), "39");
  EXPECT_EQ(Entailed(Written("1284567")), "1,284,567");
  EXPECT_EQ(Entailed(Spelled(Written("10"))), "10");
}

TEST(ReadFigure, GivesARoundNumberHalfItsLastDigit) {
  EXPECT_EQ(Entailed(Money("53.1", 9)), "53,050,000,000 to 53,150,000,000");
  EXPECT_EQ(Entailed(Written("115000")), "114,500 to 115,500");
}

TEST(ReadFigure, CapsHalfTheLastDigitOfAVeryRoundNumber) {
  EXPECT_EQ(Entailed(Written("600000")), "550,000 to 650,000");
  EXPECT_EQ(Implied(Written("600000")), "582,000 to 618,000");
  EXPECT_EQ(Entailed(Spelled(Written("2", 6))), "1,800,000 to 2,200,000");
}

TEST(ReadFigure, GivesMultiplesATenth) {
  EXPECT_EQ(Entailed(Multiple("3")), "2.7 to 3.3");
  EXPECT_EQ(Implied(Multiple("3")), "2.85 to 3.15");
}

TEST(ReadFigure, WidensAboutAsReadersDo) {
  EXPECT_EQ(Entailed(Written("25000", 0, kAbout)), "22,600 to 27,400");
  EXPECT_EQ(Implied(Written("25000", 0, kAbout)), "24,500 to 25,500");
}

TEST(ReadFigure, PutsNearlyBelowItsNumber) {
  EXPECT_EQ(Entailed(Written("13000", 0, kNearly)), "11,000 to under 13,000");
  EXPECT_EQ(Implied(Written("13000", 0, kNearly)), "12,000 to under 13,000");
}

TEST(ReadFigure, BoundsByTheNextNumberThatIsAsRound) {
  EXPECT_EQ(Entailed(Written("115000", 0, kMoreThan)), "over 115,000");
  EXPECT_EQ(Implied(Written("115000", 0, kMoreThan)), "over 115,000 to 120,000");
  EXPECT_EQ(Implied(Written("1", 6, kAtLeast)), "1,000,000 to 2,000,000");
  EXPECT_EQ(Implied(Written("12", 0, kMoreThan)), "over 12 to 13");
  EXPECT_EQ(Implied(Written("39", 0, kMoreThan)), "over 39 to 40.95");
}

TEST(ReadFigure, BoundsFromAboveDownToHalf) {
  EXPECT_EQ(Entailed(Written("300", 0, kLessThan)), "0 to under 300");
  EXPECT_EQ(Implied(Written("300", 0, kLessThan)), "200 to under 300");
  EXPECT_EQ(Implied(Written("1", 6, kAtMost)), "500,000 to 1,000,000");
  EXPECT_EQ(Entailed(Money("380", 9, kUpTo)), "0 to 418,000,000,000");
  EXPECT_EQ(Implied(Money("380", 9, kUpTo)), "190,000,000,000 to 380,000,000,000");
}

TEST(ReadFigure, KeepsARangeAndWidensAHedgedOne) {
  EXPECT_EQ(Entailed(UpTo(Percent("5"), "7")), "5 to 7");
  EXPECT_EQ(Implied(UpTo(Money("27000"), "28000")), "27,000 to 28,000");
  const Reading hedged = ReadFigure(UpTo(Money("27000", 0, kAbout), "28000"));
  EXPECT_LT(*hedged.entailed.low, Decimal(27000));
  EXPECT_GT(*hedged.entailed.high, Decimal(28000));
}

TEST(ReadFigure, MirrorsWhatIsBelowZero) {
  EXPECT_EQ(Entailed(Money("-1.4", 9, kMoreThan)), "under -1,400,000,000");
  EXPECT_EQ(Entailed(Percent("-12")), "-12.5 to -11.5");
  const Reading loss = ReadFigure(Money("1.4", 9, kNearly), Decimal(-14, 8));
  EXPECT_EQ(Describe(loss.implied), "over -1,400,000,000 to -1,300,000,000");
  EXPECT_EQ(Describe(ReadFigure(UpTo(Percent("-15"), "-10")).entailed), "-15 to -10");
  EXPECT_EQ(Describe(ReadFigure(UpTo(Percent("-2"), "3")).entailed), "-2 to 3");
}

TEST(ReadFigure, ReadsZeroAsItself) {
  EXPECT_EQ(Entailed(Written("0")), "0");
  EXPECT_EQ(Entailed(Percent("0")), "-0.5 to 0.5");
  for (const Mod mod : {kAbout, kNearly, kLessThan, kAtMost, kUpTo}) {
    EXPECT_TRUE(ReadFigure(Written("0", 0, mod)).entailed.high) << static_cast<int>(mod);
  }
  EXPECT_EQ(Entailed(Written("0", 0, kMoreThan)), "over 0");
}

TEST(ReadFigure, WidensAConvertedFace) { EXPECT_EQ(Implied(Converted(Money("713", 6))), "698,740,000 to 727,260,000"); }

TEST(GrowthAsMultiple, AddsTheBase) {
  const Reading reading = GrowthAsMultiple(ReadFigure(Percent("195")));
  EXPECT_EQ(reading.value, *Decimal::Parse("2.95"));
  EXPECT_EQ(reading.value.last_digit(), -2);
  EXPECT_EQ(Describe(reading.entailed), "2.945 to 2.955");
  EXPECT_EQ(Describe(GrowthAsMultiple(ReadFigure(Percent("-50"))).entailed), "0.45 to 0.55");
}

TEST(PercentAsFraction, DividesByAHundred) {
  EXPECT_EQ(Describe(PercentAsFraction(ReadFigure(Percent("38"))).entailed), "0.375 to 0.385");
}

TEST(CutToWhole, KeepsSharesWithinTheWhole) {
  EXPECT_EQ(Describe(CutToWhole(ReadFigure(Percent("90", kMoreThan))).entailed), "over 90 to 100");
  EXPECT_EQ(Describe(CutToWhole(ReadFigure(Percent("120"))).entailed), Entailed(Percent("120")));
}

}  // namespace
}  // namespace newsgraph::compare
