#include "extract/calendar.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace newsgraph::extract {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

int Clamped(int value) { return std::clamp(value, kFirstYear, kLastYear); }

Day LastOfMonth(year_month of) { return Day(of / std::chrono::last); }

year_month YearMonth(int y, int m) { return year(y) / month(static_cast<unsigned>(m)); }

Day ShiftMonths(Day day, int count) {
  const year_month_day date(day);
  const int index =
      static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1 + count;
  if (index < kFirstYear * 12) return YearInterval(kFirstYear).first;
  if (index >= (kLastYear + 1) * 12) return YearInterval(kLastYear).last;
  const year_month moved = YearMonth(index / 12, index % 12 + 1);
  return std::min(Day(moved / std::chrono::day(1)) + days(static_cast<unsigned>(date.day()) - 1), LastOfMonth(moved));
}

int MonthsIn(DateUnit unit) {
  switch (unit) {
    case DateUnit::kMonth:
      return 1;
    case DateUnit::kQuarter:
      return 3;
    case DateUnit::kHalf:
      return 6;
    case DateUnit::kYear:
      return 12;
    case DateUnit::kDecade:
      return 120;
    case DateUnit::kCentury:
      return 1200;
    default:
      return 0;
  }
}

DateInterval MonthsPeriod(Day day, int size) {
  const int first = (MonthOf(day) - 1) / size * size + 1;
  return MonthsInterval(YearOf(day), first, first + size - 1);
}

DateInterval YearsPeriod(int first, int size) {
  return {YearInterval(Clamped(first)).first, YearInterval(Clamped(first + size - 1)).last};
}

// Among years without a tense, what lies behind is meant more often than what lies
// as far ahead.
std::int64_t Farness(Day from, const DateInterval& interval) {
  const std::int64_t distance = Distance(from, interval);
  return interval.last < from ? distance * 3 : distance * 5;
}

}  // namespace

DatePrecision PrecisionOf(DateUnit unit) {
  switch (unit) {
    case DateUnit::kDay:
      return DatePrecision::kDay;
    case DateUnit::kWeek:
      return DatePrecision::kWeek;
    case DateUnit::kWeekend:
      return DatePrecision::kPeriod;
    case DateUnit::kMonth:
      return DatePrecision::kMonth;
    case DateUnit::kQuarter:
      return DatePrecision::kQuarter;
    case DateUnit::kHalf:
      return DatePrecision::kHalf;
    case DateUnit::kYear:
      return DatePrecision::kYear;
    case DateUnit::kDecade:
      return DatePrecision::kDecade;
    case DateUnit::kCentury:
      return DatePrecision::kCentury;
  }
  return DatePrecision::kPeriod;
}

int YearOf(Day day) { return Clamped(static_cast<int>(year_month_day(day).year())); }
int MonthOf(Day day) { return static_cast<int>(static_cast<unsigned>(year_month_day(day).month())); }
int WeekdayOf(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

std::optional<Day> DayOf(int y, int m, int d) {
  if (y < kFirstYear || y > kLastYear || m < 1 || d < 1) return std::nullopt;
  const year_month_day date = YearMonth(y, m) / std::chrono::day(static_cast<unsigned>(d));
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

DateInterval MonthInterval(int y, int m) { return MonthsInterval(y, m, m); }

DateInterval MonthsInterval(int y, int first, int last) {
  return {Day(YearMonth(y, first) / std::chrono::day(1)), LastOfMonth(YearMonth(y, last))};
}

DateInterval YearInterval(int y) { return MonthsInterval(y, 1, 12); }

DateInterval SeasonInterval(int y, Season season) {
  if (season == Season::kWinter) {
    const int next = Clamped(y + 1);
    return {Day(YearMonth(y, 12) / std::chrono::day(1)),
            next == y ? YearInterval(y).last : MonthInterval(next, 2).last};
  }
  const int first = static_cast<int>(season) * 3;
  return MonthsInterval(y, first, first + 2);
}

std::optional<DateInterval> IsoWeek(int y, int week) {
  if (y < kFirstYear || y >= kLastYear || week == 0) return std::nullopt;
  const auto first_monday = [](int of) { return LatestWeekday(*DayOf(of, 1, 4), 1); };
  if (week < 0) week += static_cast<int>((first_monday(y + 1) - first_monday(y)).count() / 7) + 1;
  const Day monday = first_monday(y) + days(7 * (week - 1));
  if (week < 1 || monday >= first_monday(y + 1)) return std::nullopt;
  return DateInterval{monday, monday + days(6)};
}

DateInterval PeriodOf(DateUnit unit, Day day) {
  const int y = YearOf(day);
  switch (unit) {
    case DateUnit::kDay:
      return {day, day};
    case DateUnit::kWeek:
      return {LatestWeekday(day, 1), LatestWeekday(day, 1) + days(6)};
    case DateUnit::kWeekend:
      return {LatestWeekday(day, 1) + days(5), LatestWeekday(day, 1) + days(6)};
    case DateUnit::kDecade:
      return YearsPeriod(y / 10 * 10, 10);
    case DateUnit::kCentury:
      return YearsPeriod((y - 1) / 100 * 100 + 1, 100);
    default:
      return MonthsPeriod(day, MonthsIn(unit));
  }
}

Day Shift(Day day, DateUnit unit, int count) {
  constexpr int kMostUnits = 100000;
  count = std::clamp(count, -kMostUnits, kMostUnits);
  if (const int size = MonthsIn(unit); size != 0) {
    constexpr int kMostMonths = kLastYear * 12;
    return ShiftMonths(day, std::clamp(count, -kMostMonths / size - 1, kMostMonths / size + 1) * size);
  }
  const Day moved = day + days(unit == DateUnit::kDay ? count : count * 7);
  return std::clamp(moved, YearInterval(kFirstYear).first, YearInterval(kLastYear).last);
}

DateInterval PeriodUpTo(Day last, DateUnit unit, int count) {
  return {std::min(last, Shift(last + days(1), unit, -count)), last};
}

std::optional<DateInterval> NthWithin(const DateInterval& whole, DateUnit unit, int nth) {
  if (nth == 0) return std::nullopt;
  if (unit == DateUnit::kWeek || unit == DateUnit::kDay) {
    const int size = unit == DateUnit::kWeek ? 7 : 1;
    DateInterval found =
        nth > 0 ? DateInterval{whole.first + days((nth - 1) * size), whole.first + days(nth * size - 1)}
                : DateInterval{whole.last + days((nth + 1) * size - size + 1), whole.last + days((nth + 1) * size)};
    return whole.Covers(found) ? std::optional(found) : std::nullopt;
  }
  DateInterval first = PeriodOf(unit, whole.first);
  if (first.first < whole.first) first = PeriodOf(unit, Shift(whole.first, unit, 1));
  DateInterval last = PeriodOf(unit, whole.last);
  if (last.last > whole.last) last = PeriodOf(unit, Shift(whole.last, unit, -1));
  const DateInterval found =
      nth > 0 ? PeriodOf(unit, Shift(first.first, unit, nth - 1)) : PeriodOf(unit, Shift(last.first, unit, nth + 1));
  return whole.Covers(found) ? std::optional(found) : std::nullopt;
}

std::optional<DateInterval> HalfOf(const DateInterval& whole, int nth) {
  if (nth == -1) nth = 2;
  if (nth != 1 && nth != 2) return std::nullopt;
  const int years = YearOf(whole.last) - YearOf(whole.first) + 1;
  const Day middle =
      years > 1 ? YearInterval(YearOf(whole.first) + years / 2).first : whole.first + days(whole.days() / 2);
  return nth == 1 ? DateInterval{whole.first, middle - days(1)} : DateInterval{middle, whole.last};
}

DateInterval EdgeOf(const DateInterval& whole, DateEdge edge) {
  if (whole == YearInterval(YearOf(whole.first))) {
    const int y = YearOf(whole.first);
    if (edge == DateEdge::kMiddle) return MonthsInterval(y, 4, 9);
    return edge == DateEdge::kBegin ? MonthsInterval(y, 1, 3) : MonthsInterval(y, 10, 12);
  }
  const int years = YearOf(whole.last) - YearOf(whole.first) + 1;
  if (years > 1 && whole == YearsPeriod(YearOf(whole.first), years)) {  // decades and centuries
    const int first = YearOf(whole.first);
    const int early = (years + 2) / 3;
    const int middle = years / 3;
    if (edge == DateEdge::kBegin) return YearsPeriod(first, early);
    if (edge == DateEdge::kMiddle) return YearsPeriod(first + early, middle);
    return YearsPeriod(first + early + middle, years - early - middle);
  }
  const int first_month = MonthOf(whole.first);
  if (years == 1 && whole.days() > 31 && (MonthOf(whole.last) - first_month + 1) % 3 == 0 &&
      whole == MonthsInterval(YearOf(whole.first), first_month, MonthOf(whole.last))) {  // quarters and halves
    const int third = (MonthOf(whole.last) - first_month + 1) / 3;
    const int begin = first_month + third * (edge == DateEdge::kBegin ? 0 : edge == DateEdge::kMiddle ? 1 : 2);
    return MonthsInterval(YearOf(whole.first), begin, begin + third - 1);
  }
  const days third(whole.days() / 3);
  if (edge == DateEdge::kBegin) return {whole.first, std::max(whole.first, whole.first + third - days(1))};
  if (edge == DateEdge::kMiddle) {
    const Day first = whole.first + third;
    return {first, std::max(first, first + third - days(1))};
  }
  return {std::min(whole.last, whole.first + third * 2), whole.last};
}

Day LatestWeekday(Day day, int weekday) { return day - days((WeekdayOf(day) - weekday + 7) % 7); }
Day NextWeekday(Day day, int weekday) { return day + days((weekday - WeekdayOf(day) + 7) % 7); }

DateInterval WeekendBeside(Day day) {
  constexpr int kSaturday = 6;
  constexpr int kWednesday = 3;
  const Day saturday = NextWeekday(PeriodOf(DateUnit::kWeek, day).first, kSaturday);
  const Day first = WeekdayOf(day) < kWednesday ? saturday - days(7) : saturday;
  const DateInterval weekend{first, first + days(1)};
  if (day == weekend.last + days(1)) return {weekend.first, day};
  return day == weekend.first - days(1) ? DateInterval{day, weekend.last} : weekend;
}

std::optional<Day> NthWeekday(int y, int m, int weekday, int nth) {
  const DateInterval month = MonthInterval(y, m);
  const Day found = nth > 0 ? NextWeekday(month.first, weekday) + days(7 * (nth - 1))
                            : LatestWeekday(month.last, weekday) + days(7 * (nth + 1));
  return nth != 0 && month.Covers({found, found}) ? std::optional(found) : std::nullopt;
}

// By the anonymous Gregorian computus.
Day EasterSunday(int y) {
  const int golden = y % 19;
  const int century = y / 100;
  const int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  const int moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
  const int to_sunday = moon - (y + y / 4 + moon + 2 - century + century / 4) % 7;
  const int month = 3 + (to_sunday + 40) / 44;
  return *DayOf(y, month, to_sunday + 28 - 31 * (month / 4));
}

std::optional<Day> LunarDay(int y, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> lunar(
      icu::Calendar::createInstance(icu::TimeZone::createTimeZone("UTC"), icu::Locale("@calendar=chinese"), status));
  if (U_FAILURE(status)) return std::nullopt;
  // Years of the calendar are numbered so that 4634 began in 1997.
  constexpr int kYearsBefore = 2637;
  lunar->clear();
  lunar->set(UCAL_EXTENDED_YEAR, y + kYearsBefore);
  lunar->set(UCAL_MONTH, month - 1);
  lunar->set(UCAL_DATE, day);
  constexpr double kMillisecondsOfDay = 86400000.0;
  const double time = lunar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return Day(days(static_cast<std::int64_t>(std::floor(time / kMillisecondsOfDay))));
}

std::int64_t Distance(Day day, const DateInterval& interval) {
  if (day < interval.first) return (interval.first - day).count();
  return day > interval.last ? (day - interval.last).count() : 0;
}

std::optional<DateInterval> NearestYear(Day from, Tense tense, bool sure,
                                        const std::function<std::optional<DateInterval>(int)>& of_year) {
  // A leap day can be four years away, eight around 1900.
  constexpr int kFarthest = 8;
  std::optional<DateInterval> best;
  std::optional<DateInterval> nearest;  // whatever the tense
  for (int away = 0; away <= kFarthest; ++away) {
    for (const int y : {YearOf(from) - away, YearOf(from) + away}) {
      if (y <= kFirstYear || y >= kLastYear) continue;
      const std::optional<DateInterval> found = of_year(y);
      if (!found) continue;
      if (!nearest || Distance(from, *found) < Distance(from, *nearest)) nearest = found;
      if ((tense == Tense::kPast && found->first > from) || (tense == Tense::kFuture && found->last < from)) continue;
      if (!best || Farness(from, *found) < Farness(from, *best)) best = found;
    }
    if (best && away > 0) break;
  }
  // A day close by is meant even where a verb near it seems to look the other way; so is a
  // quarter or half: "will report second-quarter results".
  constexpr int kMuchNearer = 5;
  constexpr int kMuchNearerQuarter = 3;
  constexpr int kDaysOfQuarter = 90;
  constexpr int kDaysCloseBy = 30;
  if (sure || !best) return best;
  const auto days = nearest->days();
  const int nearer = days >= kDaysOfQuarter ? kMuchNearerQuarter : kMuchNearer;
  const bool close = Distance(from, *nearest) * nearer < Distance(from, *best);
  const bool near_day = days == 1 && Distance(from, *nearest) <= kDaysCloseBy;
  return close && (near_day || days >= kDaysOfQuarter) ? nearest : best;
}

}  // namespace newsgraph::extract
