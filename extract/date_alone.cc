#include "extract/date_alone.h"

namespace newsgraph::extract {
namespace {

constexpr int kFewDays = 5;
constexpr int kManyDays = 21;

// The day `of` a month nearest to `published` on one side.
std::optional<Day> DayBeside(Day published, int of, bool ahead) {
  const Day month = PeriodOf(DateUnit::kMonth, published).first;
  for (int away = 0; away <= 2; ++away) {
    const Day first = Shift(month, DateUnit::kMonth, ahead ? away : -away);
    const std::optional<Day> day = DayOf(YearOf(first), MonthOf(first), of);
    if (day && (ahead ? *day >= published : *day <= published)) return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> DayAlone(const DateReading& reading, const DateContext& context) {
  if (!context.published) return std::nullopt;
  const Day published = *context.published;
  const std::optional<Day> behind = DayBeside(published, *reading.day, false);
  const std::optional<Day> ahead = DayBeside(published, *reading.day, true);
  // "Wednesday (15th)"
  const auto fits = [&reading](const std::optional<Day>& of) { return of && WeekdayOf(*of) == *reading.weekday; };
  if (reading.weekday && fits(ahead) != fits(behind)) return fits(ahead) ? ahead : behind;
  const int offset = reading.loose.offset.value_or(0);  // "지난 17일"
  if (offset != 0) return offset > 0 ? ahead : behind;
  if (context.tense == Tense::kFuture) return ahead;
  const bool soon = context.tense == Tense::kUnknown && ahead && behind && (*ahead - published).count() <= kFewDays &&
                    (published - *behind).count() > kManyDays;
  return soon ? ahead : behind;
}

std::optional<Day> WeekdayAlone(const DateReading& reading, const DateContext& context) {
  if (!context.published) return std::nullopt;
  const Day published = *context.published;
  const int weekday = *reading.weekday;
  const std::chrono::days one(1);
  if (const std::optional<int> offset = reading.loose.offset) {
    if (*offset < 0) return LatestWeekday(published - one, weekday);
    if (*offset > 0) return NextWeekday(published + one, weekday);
    return NextWeekday(PeriodOf(DateUnit::kWeek, published).first, weekday);
  }
  return context.tense == Tense::kFuture ? NextWeekday(published, weekday) : LatestWeekday(published, weekday);
}

}  // namespace newsgraph::extract
