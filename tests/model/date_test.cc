#include "model/date.h"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

using std::chrono::days;

Day At(std::string_view text) { return ParseDay(text).value(); }

TEST(ParseDay, ReadsWhatToStringWritesForEveryDayOfFourCenturies) {
  const Day last = At("2100-12-31");
  int count = 0;
  for (Day day = At("1701-01-01"); day <= last; day += days(1), ++count) {
    ASSERT_EQ(ParseDay(ToString(day)), day) << ToString(day);
  }
  EXPECT_EQ(count, 400 * 365 + 97);
}

TEST(ParseDay, KnowsLeapYears) {
  EXPECT_TRUE(ParseDay("2024-02-29"));
  EXPECT_TRUE(ParseDay("2000-02-29"));
  EXPECT_FALSE(ParseDay("2026-02-29"));
  EXPECT_FALSE(ParseDay("1900-02-29"));
}

TEST(ParseDay, FindsNothingInOtherText) {
  for (const char* text : {"", "2026", "2026-1-19", "2026-01-19 ", " 2026-01-19", "2026/01/19", "2026-13-01",
                           "2026-00-10", "2026-01-00", "2026-01-32", "+026-01-19", "20260119", "２０26-01-19"}) {
    EXPECT_FALSE(ParseDay(text)) << text;
  }
}

TEST(ToString, SignsYearsThatDoNotFitFourDigits) {
  EXPECT_EQ(ToString(std::chrono::year(12345) / 1 / 2), "+12345-01-02");
  EXPECT_EQ(ToString(std::chrono::year(-44) / 3 / 15), "-0044-03-15");
  EXPECT_EQ(ToString(std::chrono::year(0) / 1 / 1), "0000-01-01");
}

TEST(DateInterval, CountsBothEnds) {
  EXPECT_EQ((DateInterval{At("2026-01-01"), At("2026-12-31")}).days(), 365);
  EXPECT_EQ((DateInterval{At("2026-01-01"), At("2026-01-01")}).days(), 1);
}

TEST(DateInterval, OverlapsWhereADayIsShared) {
  const DateInterval march = {At("2026-03-01"), At("2026-03-31")};
  EXPECT_TRUE(march.Overlaps({At("2026-03-31"), At("2026-04-30")}));
  EXPECT_TRUE(march.Overlaps({At("2026-01-01"), At("2026-12-31")}));
  EXPECT_FALSE(march.Overlaps({At("2026-04-01"), At("2026-04-30")}));
}

TEST(DateInterval, CoversItselfAndWhatLiesInside) {
  const DateInterval year = {At("2026-01-01"), At("2026-12-31")};
  EXPECT_TRUE(year.Covers(year));
  EXPECT_TRUE(year.Covers({At("2026-03-01"), At("2026-03-31")}));
  EXPECT_FALSE(year.Covers({At("2026-12-31"), At("2027-01-01")}));
}

}  // namespace
}  // namespace newsgraph
