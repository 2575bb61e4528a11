#include "compare/date_verdict.h"

#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using enum Verdict;

const Day kPublished = *ParseDay("2025-08-28");

DateReading Read(DateInterval interval, DateMod mod = DateMod::kExact) {
  Date date;
  date.interval = interval;
  date.mod = mod;
  return *ReadDate(date, kPublished);
}

DateReading Read(std::string_view day) { return Read(Days(day, day)); }

TEST(ReadDate, LeavesAnUnresolvedDateUnread) { EXPECT_FALSE(ReadDate(Date(), kPublished)); }

TEST(ReadDate, BeginsADeadlineAtPublication) {
  const DateReading by = Read(Year(2027), DateMod::kBy);
  EXPECT_EQ(by.entailed_first, kPublished);
  EXPECT_EQ(by.entailed_last, ParseDay("2027-12-31"));
  EXPECT_EQ(by.implied, Year(2027));
}

TEST(ReadDate, NeverClipsAWrittenDate) {
  const DateReading by = Read(Year(2024), DateMod::kBy);
  EXPECT_EQ(by.entailed_first, ParseDay("2024-01-01"));
}

TEST(ReadDate, LeavesBeforeAndAfterOpen) {
  EXPECT_FALSE(Read(Year(2027), DateMod::kBefore).entailed_first);
  EXPECT_FALSE(Read(Year(2027), DateMod::kAfter).entailed_last);
}

TEST(JudgeDates, CallsDisjointPeriodsHard) {
  EXPECT_EQ(Judge(Read(Year(2025)), Read(Year(2026))), kHard);
  EXPECT_EQ(Judge(Read(Days("2024-10-01", "2024-12-31")), Read(Days("2025-10-01", "2025-12-31"), DateMod::kBy)), kHard);
}

TEST(JudgeDates, CallsNeighbouringDaysSoft) {
  EXPECT_EQ(Judge(Read("2025-04-14"), Read("2025-04-15")), kSoft);
  EXPECT_EQ(Judge(Read("2025-04-14"), Read("2025-04-16")), kHard);
  EXPECT_EQ(Judge(Read("2024-12-31"), Read(Days("2025-01-01", "2025-01-31"))), kSoft);
}

TEST(JudgeDates, TakesADayInItsMonthForARefinement) {
  EXPECT_EQ(Judge(Read("2025-04-14"), Read(Days("2025-04-01", "2025-04-30"))), kRefines);
  EXPECT_EQ(Judge(Read(Year(2022), DateMod::kSince), Read(Year(2022))), kRefines);
}

TEST(JudgeDates, LetsAnEarlierDateMeetADeadline) {
  EXPECT_LE(Judge(Read(Year(2026), DateMod::kBy), Read(Days("2025-10-01", "2025-12-31"))), kRefines);
  EXPECT_EQ(Judge(Read(Year(2026), DateMod::kBy), Read(Year(2027))), kHard);
}

TEST(JudgeDates, CallsTwoDeadlinesApartSoft) {
  EXPECT_EQ(Judge(Read(Year(2026), DateMod::kBy), Read(Year(2028), DateMod::kBy)), kSoft);
}

TEST(JudgeDates, GivesAboutSomeLeeway) {
  EXPECT_LE(Judge(Read(Days("2025-05-15", "2025-05-15"), DateMod::kAbout), Read("2025-05-17")), kRefines);
  EXPECT_EQ(Judge(Read(Days("2025-05-15", "2025-05-15"), DateMod::kAbout), Read("2025-05-28")), kHard);
}

}  // namespace
}  // namespace newsgraph::compare
