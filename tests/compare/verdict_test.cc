#include "compare/verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/compare/figures.h"

namespace newsgraph::compare {
namespace {

using enum Mod;
using enum Verdict;
using testing::Contains;

// What an editor wants to hear of a pair.
const std::vector<Verdict> kNothing = {kAgree, kRefines, kEdge};
const std::vector<Verdict> kAlert = {kSoft, kHard};
const std::vector<Verdict> kSoftAlert = {kSoft};
const std::vector<Verdict> kHardAlert = {kHard};

struct Case {
  std::string what;
  Figure a;
  Figure b;
  std::vector<Verdict> wanted;
};

// Pairs as two outlets print them.
const std::vector<Case> kPairs = {
    {"a bare round count and the exact one", Written("600000"), Written("603412"), kNothing},
    {"a bare round count and a finer one", Written("250000"), Written("247600"), kNothing},
    {"115,000 and 115,480", Written("115000"), Written("115480"), kNothing},
    {"2 million and 1.95 million", Written("2", 6), Written("1.95", 6), kNothing},
    {"2 million and 2.4 million", Written("2", 6), Written("2.4", 6), kAlert},
    {"1 million and 600,000", Written("1", 6), Written("600000"), kHardAlert},
    {"two million in words and 2.05 million", Spelled(Written("2", 6)), Written("2.05", 6), kNothing},
    {"100 and 120 million dollars", Money("100", 6), Money("120", 6), kAlert},
    {"743 and 743.3 million", Money("743", 6), Money("743.3", 6), kNothing},
    {"digits transposed", Money("743", 6), Money("734", 6), kHardAlert},
    {"17.3 and 17.8 billion", Money("17.3", 9), Money("17.8", 9), kHardAlert},
    {"1.28 million and 1,284,567", Written("1.28", 6), Written("1284567"), kNothing},
    {"long exact counts, two digits swapped", Written("1284567"), Written("1284576"), kAlert},
    {"seven and eight projects", Spelled(Written("7")), Spelled(Written("8")), kHardAlert},
    {"two and three plants", Spelled(Written("2")), Spelled(Written("3")), kHardAlert},
    {"20 and 24 dead", Written("20"), Written("24"), kAlert},
    {"10 and 12 plants", Written("10"), Written("12"), kAlert},
    {"100 and 130 firms", Written("100"), Written("130"), kAlert},
    {"100 and 98 firms", Written("100"), Written("98"), kNothing},
    {"15 and 16 percent", Percent("15"), Percent("16"), kAlert},
    {"26 and 26.4 percent", Percent("26"), Percent("26.4"), kNothing},
    {"26 and 27 percent", Percent("26"), Percent("27"), kAlert},
    {"0.3 and 0.4 percent", Percent("0.3"), Percent("0.4"), kAlert},
    {"about 50 and 38 percent", Percent("50", kAbout), Percent("38"), kAlert},
    {"about 15 and 26 million", Written("15", 6, kAbout), Written("26", 6), kAlert},
    {"about 5 and 50 billion", Money("5", 9, kAbout), Money("50", 9), kHardAlert},
    {"about 25,000 and 29,000", Written("25000", 0, kAbout), Written("29000"), kAlert},
    {"about 7 and 12 plants", Written("7", 0, kAbout), Written("12"), kAlert},
    {"nearly 500 and 508 percent", Percent("500", kNearly), Percent("508"), kAlert},
    {"nearly and more than 115,000", Written("115000", 0, kNearly), Written("115000", 0, kMoreThan), kAlert},
    {"nearly 13,000 and 13,400", Written("13000", 0, kNearly), Written("13400"), kAlert},
    {"more than 2 and 1.9 million", Written("2", 6, kMoreThan), Written("1.9", 6), kAlert},
    {"more than 1 and more than 2 million", Written("1", 6, kMoreThan), Written("2", 6, kMoreThan), kSoftAlert},
    {"at least and up to 380 billion", Money("380", 9, kAtLeast), Money("380", 9, kUpTo), kAlert},
    {"at most 300 and 310", Written("300", 0, kAtMost), Written("310"), kAlert},
    {"more than 12 and 13", Written("12", 0, kMoreThan), Written("13"), kNothing},
    {"15 to 20 and 20 to 25 billion", UpTo(Money("15", 9), "20", 9), UpTo(Money("20", 9), "25", 9), kAlert},
    {"5 to 7 and 7.5 percent", UpTo(Percent("5"), "7"), Percent("7.5"), kAlert},
    {"one sum converted at two days' rates", Converted(Money("53.1", 9, kAbout)), Money("52.4", 9), kNothing},
    {"tripled and 2.95 times", Spelled(Multiple("3")), Multiple("2.95"), kNothing},
    {"115,000 and more than 115,000", Written("115000"), Written("115000", 0, kMoreThan), kNothing},
    {"a loss of nearly 1.4 and of 1.37 billion", Money("-1.4", 9, kNearly), Money("-1.37", 9), kNothing},
};

Verdict JudgePair(const Figure& a, const Figure& b) { return Judge(ReadFigure(a), ReadFigure(b)); }

class Pairs : public testing::TestWithParam<Case> {};

TEST_P(Pairs, GetTheVerdictThatAnEditorWants) {
  const Case& pair = GetParam();
  EXPECT_THAT(pair.wanted, Contains(JudgePair(pair.a, pair.b))) << pair.what;
  EXPECT_EQ(JudgePair(pair.a, pair.b), JudgePair(pair.b, pair.a)) << pair.what;
  EXPECT_LE(JudgePair(pair.a, pair.a), kRefines) << pair.what;
}

INSTANTIATE_TEST_SUITE_P(AsPrinted, Pairs, testing::ValuesIn(kPairs));

TEST(Judge, ReadsAFallAndARiseAsOpposites) {
  EXPECT_EQ(JudgePair(Percent("-12"), Percent("12")), kHard);
  EXPECT_EQ(JudgePair(Percent("-5", kUpTo), Percent("5", kUpTo)), kHard);
  EXPECT_EQ(JudgePair(Percent("-12"), Percent("-12.3")), kRefines);
}

TEST(Judge, ComparesGrowthWithMultiples) {
  const Reading tripled = ReadFigure(Multiple("3"));
  EXPECT_LE(Judge(tripled, GrowthAsMultiple(ReadFigure(Percent("195")))), kRefines);
  EXPECT_EQ(Judge(tripled, GrowthAsMultiple(ReadFigure(Percent("300")))), kHard);
}

TEST(Judge, ComparesSharesWithFractions) {
  const Reading half = ReadFigure(Multiple("0.5"));
  EXPECT_LE(Judge(half, PercentAsFraction(ReadFigure(Percent("51")))), kRefines);
  EXPECT_EQ(Judge(half, PercentAsFraction(ReadFigure(Percent("38")))), kHard);
}

TEST(Judge, TakesADroppedHedgeForNoDisagreement) {
  EXPECT_EQ(JudgePair(Written("39"), Written("39", 0, kMoreThan)), kRefines);
  EXPECT_EQ(JudgePair(Percent("500"), Percent("500", kNearly)), kRefines);
}

TEST(Judge, CallsOppositeStrictBoundsHardAndOthersSoft) {
  EXPECT_EQ(JudgePair(Written("380", 0, kMoreThan), Written("380", 0, kLessThan)), kHard);
  EXPECT_EQ(JudgePair(Written("380", 0, kAtLeast), Written("380", 0, kAtMost)), kSoft);
}

TEST(Judge, CallsBareFiguresThatTouchAndHardlyDifferAnEdge) {
  EXPECT_EQ(JudgePair(Percent("80"), Percent("81")), kRefines);
  EXPECT_EQ(JudgePair(Percent("71"), Percent("72")), kEdge);
  EXPECT_EQ(JudgePair(Percent("15"), Percent("16")), kSoft);
}

TEST(Judge, LetsACutOffNumberStandForItsFullOne) {
  EXPECT_EQ(JudgePair(Percent("26"), Percent("26.9")), kRefines);
  EXPECT_EQ(JudgePair(Written("1.2", 6), Written("1.29", 6)), kRefines);
  // One digit is too coarse to be the beginning of another number.
  EXPECT_NE(JudgePair(Written("1", 6), Written("1.9", 6)), kRefines);
}

}  // namespace
}  // namespace newsgraph::compare
