#include "extract/date_antecedent.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <span>

namespace newsgraph::extract {
namespace {

// How many dates back a quarter is looked for.
constexpr std::size_t kMostLooked = 40;

unsigned MonthOf(Day day) { return static_cast<unsigned>(std::chrono::year_month_day(day).month()); }

// "in the quarter": the last that the text has named; what that is compared with ("a year earlier") is another.
const Date* LastQuarter(const DateContext& context) {
  const std::span<const Date> dates = context.earlier.last(std::min(context.earlier.size(), kMostLooked));
  const Date* found = nullptr;
  for (auto date = dates.rbegin(); date != dates.rend(); ++date) {
    if (!date->interval || date->impossible || date->precision != DatePrecision::kQuarter) continue;
    if (date->anchor == DateAnchor::kText) continue;
    if (context.tense == Tense::kPast && context.published && date->interval->last > *context.published) continue;
    // "the third quarter of 2025, up from that of 2024"
    const bool later = found != nullptr && found->interval->first < date->interval->first &&
                       MonthOf(found->interval->first) == MonthOf(date->interval->first);
    if (found != nullptr) return later ? &*date : found;
    found = &*date;
  }
  return found;
}

}  // namespace

const Date* LastDate(const DateContext& context, bool periods_only) {
  for (auto date = context.earlier.rbegin(); date != context.earlier.rend(); ++date) {
    if (!date->interval || date->impossible) continue;
    if (context.tense == Tense::kPast && context.published && date->interval->last > *context.published) continue;
    if (periods_only && (date->precision == DatePrecision::kDay || date->precision == DatePrecision::kWeek)) continue;
    return &*date;
  }
  return nullptr;
}

const Date* LastSpokenOf(const DateContext& context, const std::optional<DateInterval>& year) {
  const Date* const last = LastDate(context, true);
  if (last == nullptr || !year || YearOf(year->first) != YearOf(last->interval->first)) return last;
  const auto& earlier = context.earlier;
  if (&earlier.back() != last) return last;
  const Day year_after = Shift(last->interval->first, DateUnit::kYear, 1);
  const auto near = earlier.last(std::min(earlier.size(), kMostLooked));
  const auto base = std::find_if(near.rbegin(), near.rend(), [&](const Date& each) {
    return each.interval && each.precision == last->precision && each.interval->first == year_after;
  });
  return base == near.rend() ? last : &*base;
}

const Date* LastDateWithin(const DateContext& context, DateUnit unit, int offset) {
  if (unit == DateUnit::kQuarter && offset == 0) return LastQuarter(context);
  const bool months = unit == DateUnit::kMonth && offset >= 0;  // "in the same month" as the day
  const Date* date = LastDate(context, unit > DateUnit::kWeek && !months);
  if (date == nullptr && offset >= 0) date = LastDate(context, false);
  return date != nullptr && date->interval->days() > PeriodOf(unit, date->interval->first).days() ? nullptr : date;
}

}  // namespace newsgraph::extract
