// Calendar arithmetic: periods of the Gregorian calendar as intervals of days.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "model/date.h"

namespace newsgraph::extract {

enum class DateUnit : std::uint8_t { kDay, kWeek, kWeekend, kMonth, kQuarter, kHalf, kYear, kDecade, kCentury };
inline constexpr std::size_t kDateUnitCount = 9;

// A part of a period: of a year its first quarter, its middle half and its last
// quarter; of decades and centuries a third of their years ("early 1990s": 1990
// to 1993); of seasons, quarters and halves a third of their months; of any other
// period its first, middle and last third.
enum class DateEdge : std::uint8_t { kBegin, kMiddle, kEnd };

enum class Season : std::uint8_t { kSpring = 1, kSummer, kAutumn, kWinter };

// The years that dates may name; arithmetic stays within them.
inline constexpr int kFirstYear = 1;
inline constexpr int kLastYear = 9999;

DatePrecision PrecisionOf(DateUnit unit);

int YearOf(Day day);
int MonthOf(Day day);
// 1: Monday, 7: Sunday.
int WeekdayOf(Day day);

// Nothing where the calendar has no such day.
std::optional<Day> DayOf(int year, int month, int day);

// `year` within kFirstYear..kLastYear, `month` within 1..12.
DateInterval MonthInterval(int year, int month);
// Months `first`..`last` of `year`.
DateInterval MonthsInterval(int year, int first, int last);
DateInterval YearInterval(int year);
// The three months by which meteorology counts a season; a winter begins in December of `year`.
DateInterval SeasonInterval(int year, Season season);
// Week `week` of `year` by ISO 8601, Monday to Sunday; nothing where the year has no such week.
// Counted from the end, if negative.
std::optional<DateInterval> IsoWeek(int year, int week);

// The period of kind `unit` that holds `day`; a week begins on Monday, a
// weekend is the Saturday and Sunday of the week.
DateInterval PeriodOf(DateUnit unit, Day day);

// `day` moved by `count` units. A day that the month lacks becomes the month's
// last day; beyond the calendar's years it stays at their end.
Day Shift(Day day, DateUnit unit, int count);

// The `count` units that end with `last`.
DateInterval PeriodUpTo(Day last, DateUnit unit, int count);

// The `nth` period of kind `unit` inside `whole`, from 1; from the end, if
// negative: -1 is the last. Nothing where `whole` has fewer. Only periods that
// begin inside `whole` count; weeks of a month are its days 1 to 7, 8 to 14, ...
std::optional<DateInterval> NthWithin(const DateInterval& whole, DateUnit unit, int nth);

// The first or second half; the last, if negative: of decades and centuries in whole years. Nothing for others.
std::optional<DateInterval> HalfOf(const DateInterval& whole, int nth);

DateInterval EdgeOf(const DateInterval& whole, DateEdge edge);

// The latest `weekday` up to `day`, `day` itself included.
Day LatestWeekday(Day day, int weekday);
// The first `weekday` from `day` on, `day` itself included.
Day NextWeekday(Day day, int weekday);

// The `nth` such weekday of a month; the last, if negative. Nothing where the month has fewer.
std::optional<Day> NthWeekday(int year, int month, int weekday, int nth);

// The Saturday and Sunday nearest to `day`, with the Friday before or the Monday after where `day` is one.
DateInterval WeekendBeside(Day day);

// Easter Sunday of the Western churches.
Day EasterSunday(int year);
// The day of the East Asian lunar year that begins in `year`.
std::optional<Day> LunarDay(int year, int month, int day);

// Where a date lies, as the words around it tell.
enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

// Days from `day` to the nearest day of `interval`; 0 inside.
std::int64_t Distance(Day day, const DateInterval& interval);

// Of what `of_year` gives for the years around `from`: the interval nearest to
// `from` on the side that `tense` allows; where it allows both, three days ahead
// are as far as five behind. What holds `from` fits any tense; a
// single day much nearer on the other side is taken all the same, unless the
// tense is `sure`. Nothing where no year gives one.
std::optional<DateInterval> NearestYear(Day from, Tense tense, bool sure,
                                        const std::function<std::optional<DateInterval>(int)>& of_year);

}  // namespace newsgraph::extract
