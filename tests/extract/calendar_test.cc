#include "extract/calendar.h"

#include <gtest/gtest.h>

#include <array>

namespace newsgraph::extract {
namespace {

constexpr std::array<DateUnit, kDateUnitCount> kUnits = {DateUnit::kDay,   DateUnit::kWeek,    DateUnit::kWeekend,
                                                         DateUnit::kMonth, DateUnit::kQuarter, DateUnit::kHalf,
                                                         DateUnit::kYear,  DateUnit::kDecade,  DateUnit::kCentury};

Day At(int year, int month, int day) { return *DayOf(year, month, day); }

// Every 13th day of two centuries, leap years and century years among them.
template <typename Law>
void ForManyDays(const Law& law) {
  for (Day day = At(1890, 1, 1); day < At(2110, 1, 1); day += std::chrono::days(13)) law(day);
}

TEST(PeriodOf, HoldsItsDayAndBeginsBeforeItEnds) {
  ForManyDays([](Day day) {
    for (const DateUnit unit : kUnits) {
      const DateInterval period = PeriodOf(unit, day);
      ASSERT_LE(period.first, period.last) << ToString(day);
      const bool holds = period.Covers({day, day});
      ASSERT_TRUE(holds || unit == DateUnit::kWeekend) << ToString(day);
      ASSERT_EQ(PeriodOf(unit, period.first), period) << ToString(day);
    }
  });
}

TEST(EdgeOf, LiesInsideItsPeriodInOrder) {
  ForManyDays([](Day day) {
    for (const DateUnit unit : kUnits) {
      const DateInterval whole = PeriodOf(unit, day);
      const DateInterval begin = EdgeOf(whole, DateEdge::kBegin);
      const DateInterval middle = EdgeOf(whole, DateEdge::kMiddle);
      const DateInterval end = EdgeOf(whole, DateEdge::kEnd);
      for (const DateInterval& edge : {begin, middle, end}) {
        ASSERT_LE(edge.first, edge.last) << ToString(day);
        ASSERT_TRUE(whole.Covers(edge)) << ToString(day);
      }
      ASSERT_EQ(begin.first, whole.first);
      ASSERT_EQ(end.last, whole.last);
      ASSERT_LE(begin.first, middle.first);
      ASSERT_LE(middle.first, end.first);
    }
  });
}

TEST(EdgeOf, QuartersAYear) {
  EXPECT_EQ(EdgeOf(YearInterval(2024), DateEdge::kEnd), MonthsInterval(2024, 10, 12));
  EXPECT_EQ(EdgeOf(YearInterval(2024), DateEdge::kMiddle), MonthsInterval(2024, 4, 9));
}

TEST(EdgeOf, TakesWholeMonthsOfSeasonsQuartersAndHalves) {
  EXPECT_EQ(EdgeOf(SeasonInterval(2024, Season::kAutumn), DateEdge::kEnd), MonthInterval(2024, 11));
  EXPECT_EQ(EdgeOf(MonthsInterval(2024, 1, 3), DateEdge::kBegin), MonthInterval(2024, 1));
  EXPECT_EQ(EdgeOf(MonthsInterval(2024, 7, 12), DateEdge::kMiddle), MonthsInterval(2024, 9, 10));
}

TEST(HalfOf, DividesMonthsByDaysAndDecadesByYears) {
  EXPECT_EQ(HalfOf(MonthInterval(2024, 5), 1), (DateInterval{*DayOf(2024, 5, 1), *DayOf(2024, 5, 15)}));
  EXPECT_EQ(HalfOf(MonthInterval(2024, 5), -1), (DateInterval{*DayOf(2024, 5, 16), *DayOf(2024, 5, 31)}));
  EXPECT_EQ(HalfOf(PeriodOf(DateUnit::kDecade, *DayOf(1985, 1, 1)), 2),
            (DateInterval{*DayOf(1985, 1, 1), *DayOf(1989, 12, 31)}));
  EXPECT_EQ(HalfOf(MonthInterval(2024, 5), 3), std::nullopt);
}

TEST(WeekendBeside, HoldsTheFridayOrMondayThatItIsAskedFor) {
  EXPECT_EQ(WeekendBeside(*DayOf(2026, 9, 7)), (DateInterval{*DayOf(2026, 9, 5), *DayOf(2026, 9, 7)}));
  EXPECT_EQ(WeekendBeside(*DayOf(2025, 10, 31)), (DateInterval{*DayOf(2025, 10, 31), *DayOf(2025, 11, 2)}));
  EXPECT_EQ(WeekendBeside(*DayOf(2026, 11, 26)), (DateInterval{*DayOf(2026, 11, 28), *DayOf(2026, 11, 29)}));
  EXPECT_EQ(WeekendBeside(*DayOf(2026, 1, 6)), (DateInterval{*DayOf(2026, 1, 3), *DayOf(2026, 1, 4)}));
}

TEST(LatestWeekday, IsAtMostSixDaysBack) {
  ForManyDays([](Day day) {
    for (int weekday = 1; weekday <= 7; ++weekday) {
      const Day latest = LatestWeekday(day, weekday);
      const Day next = NextWeekday(day, weekday);
      ASSERT_EQ(WeekdayOf(latest), weekday);
      ASSERT_EQ(WeekdayOf(next), weekday);
      ASSERT_TRUE(latest <= day && day - latest < std::chrono::days(7));
      ASSERT_TRUE(next >= day && next - day < std::chrono::days(7));
    }
  });
}

TEST(Shift, KeepsToTheLastDayOfAShorterMonth) {
  EXPECT_EQ(Shift(At(2026, 1, 31), DateUnit::kMonth, 1), At(2026, 2, 28));
  EXPECT_EQ(Shift(At(2024, 2, 29), DateUnit::kYear, -1), At(2023, 2, 28));
  EXPECT_EQ(Shift(At(2026, 1, 15), DateUnit::kQuarter, -1), At(2025, 10, 15));
}

TEST(Shift, StaysWithinTheCalendar) {
  for (const DateUnit unit : kUnits) {
    EXPECT_LE(Shift(At(2026, 1, 15), unit, 2'000'000'000), YearInterval(kLastYear).last);
    EXPECT_GE(Shift(At(2026, 1, 15), unit, -2'000'000'000), YearInterval(kFirstYear).first);
  }
}

TEST(NthWithin, CountsFromBothEnds) {
  const DateInterval year = YearInterval(2025);
  EXPECT_EQ(NthWithin(year, DateUnit::kQuarter, 4), MonthsInterval(2025, 10, 12));
  EXPECT_EQ(NthWithin(year, DateUnit::kQuarter, -1), MonthsInterval(2025, 10, 12));
  EXPECT_EQ(NthWithin(year, DateUnit::kHalf, 2), MonthsInterval(2025, 7, 12));
  EXPECT_EQ(NthWithin(year, DateUnit::kQuarter, 5), std::nullopt);
  EXPECT_EQ(NthWithin(MonthInterval(2026, 1), DateUnit::kWeek, 2), (DateInterval{At(2026, 1, 8), At(2026, 1, 14)}));
}

TEST(IsoWeek, BelongsToTheYearOfItsThursday) {
  EXPECT_EQ(IsoWeek(2026, 1), (DateInterval{At(2025, 12, 29), At(2026, 1, 4)}));
  EXPECT_TRUE(IsoWeek(2020, 53).has_value());
  EXPECT_FALSE(IsoWeek(2021, 53).has_value());
}

TEST(IsoWeek, CountsFromTheEnd) {
  EXPECT_EQ(IsoWeek(2016, -1), (DateInterval{At(2016, 12, 26), At(2017, 1, 1)}));
  EXPECT_EQ(IsoWeek(2020, -1), IsoWeek(2020, 53));
  EXPECT_EQ(IsoWeek(2020, -60), std::nullopt);
}

TEST(NthWeekday, CountsFromBothEnds) {
  EXPECT_EQ(NthWeekday(2025, 11, 4, 4), At(2025, 11, 27));
  EXPECT_EQ(NthWeekday(2025, 5, 1, -1), At(2025, 5, 26));
  EXPECT_EQ(NthWeekday(2025, 5, 1, 5), std::nullopt);
  EXPECT_EQ(NthWeekday(2025, 5, 1, 0), std::nullopt);
}

TEST(EasterSunday, IsASundayOfSpring) {
  EXPECT_EQ(EasterSunday(1961), At(1961, 4, 2));
  EXPECT_EQ(EasterSunday(2008), At(2008, 3, 23));
  EXPECT_EQ(EasterSunday(2025), At(2025, 4, 20));
  EXPECT_EQ(EasterSunday(2038), At(2038, 4, 25));
  for (int year = 1583; year < 4000; ++year) {
    ASSERT_EQ(WeekdayOf(EasterSunday(year)), 7);
    ASSERT_GE(EasterSunday(year), At(year, 3, 22));
    ASSERT_LE(EasterSunday(year), At(year, 4, 25));
  }
}

TEST(LunarDay, FollowsTheMoon) {
  EXPECT_EQ(LunarDay(2025, 1, 1), At(2025, 1, 29));
  EXPECT_EQ(LunarDay(2026, 1, 1), At(2026, 2, 17));
  EXPECT_EQ(LunarDay(2026, 8, 15), At(2026, 9, 25));
}

TEST(SeasonInterval, EndsAWinterInTheNextYear) {
  EXPECT_EQ(SeasonInterval(2025, Season::kWinter), (DateInterval{At(2025, 12, 1), At(2026, 2, 28)}));
  EXPECT_EQ(SeasonInterval(2025, Season::kSummer), MonthsInterval(2025, 6, 8));
}

std::optional<DateInterval> April(int year) { return MonthInterval(year, 4); }

TEST(NearestYear, TakesTheNearestOnTheSideOfTheTense) {
  const Day january = At(2026, 1, 15);
  EXPECT_EQ(NearestYear(january, Tense::kUnknown, false, April), MonthInterval(2026, 4));
  EXPECT_EQ(NearestYear(At(2026, 11, 1), Tense::kUnknown, false, April), MonthInterval(2026, 4));
  EXPECT_EQ(NearestYear(january, Tense::kPast, false, April), MonthInterval(2025, 4));
  EXPECT_EQ(NearestYear(At(2026, 6, 15), Tense::kFuture, false, April), MonthInterval(2027, 4));
  const auto october = [](int year) { return std::optional(DateInterval{At(year, 10, 7), At(year, 10, 7)}); };
  EXPECT_EQ(NearestYear(At(2024, 9, 25), Tense::kPast, false, october), october(2024));
  EXPECT_EQ(NearestYear(At(2024, 9, 25), Tense::kPast, true, october), october(2023));
}

TEST(NearestYear, FindsALeapDay) {
  const auto leap_day = [](int year) {
    const std::optional<Day> day = DayOf(year, 2, 29);
    return day ? std::optional(DateInterval{*day, *day}) : std::nullopt;
  };
  EXPECT_EQ(NearestYear(At(2026, 1, 15), Tense::kPast, false, leap_day),
            (DateInterval{At(2024, 2, 29), At(2024, 2, 29)}));
}

TEST(NearestYear, PrefersADayCloseByToTheTense) {
  const auto of_year = [](int year) { return std::optional(DateInterval{At(year, 1, 8), At(year, 1, 8)}); };
  EXPECT_EQ(NearestYear(At(2026, 1, 15), Tense::kFuture, false, of_year)->first, At(2026, 1, 8));
}

}  // namespace
}  // namespace newsgraph::extract
