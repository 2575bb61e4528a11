#include "extract/nearest_day.h"

namespace newsgraph::extract {
namespace {

constexpr int kFewDays = 5;
constexpr int kManyDays = 21;

// The day of the month nearest to publication on one side.
std::optional<Day> DayBeside(Day published, int day, bool ahead) {
  constexpr int kMostMonths = 2;
  const Day month = PeriodOf(DateUnit::kMonth, published).first;
  for (int away = 0; away <= kMostMonths; ++away) {
    const Day first = Shift(month, DateUnit::kMonth, ahead ? away : -away);
    const std::optional<Day> found = DayOf(YearOf(first), MonthOf(first), day);
    if (found && (ahead ? *found >= published : *found <= published)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> NearestDayOfMonth(Day published, int day, std::optional<int> weekday, int offset, Tense tense) {
  const std::optional<Day> behind = DayBeside(published, day, false);
  const std::optional<Day> ahead = DayBeside(published, day, true);
  const auto falls = [weekday](const std::optional<Day>& on) { return on && WeekdayOf(*on) == *weekday; };
  if (weekday && falls(ahead) != falls(behind)) return falls(ahead) ? ahead : behind;  // "Wednesday (15th)"
  if (offset != 0) return offset > 0 ? ahead : behind;
  const bool near = ahead && behind && (*ahead - published).count() <= kFewDays && (published - *behind).count() > kManyDays;
  return tense == Tense::kFuture || (tense == Tense::kUnknown && near) ? ahead : behind;
}

Day NearestWeekday(Day published, int weekday, std::optional<int> offset, Tense tense) {
  constexpr std::chrono::days kOne(1);
  if (!offset) return tense == Tense::kFuture ? NextWeekday(published, weekday) : LatestWeekday(published, weekday);
  if (*offset < 0) return LatestWeekday(published - kOne, weekday);
  if (*offset > 0) return NextWeekday(published + kOne, weekday);
  return NextWeekday(PeriodOf(DateUnit::kWeek, published).first, weekday);
}

}  // namespace newsgraph::extract
