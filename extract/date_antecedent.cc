#include "extract/date_antecedent.h"

#include <algorithm>

namespace newsgraph::extract {
namespace {

// "in the quarter": the last that the text has named; what that is compared with ("a year earlier") is another.
const Date* LastQuarter(const DateContext& context) {
  const auto named = std::find_if(context.earlier.rbegin(), context.earlier.rend(), [](const Date& date) {
    return date.interval && !date.impossible && date.precision == DatePrecision::kQuarter &&
           date.anchor != DateAnchor::kText;
  });
  return named == context.earlier.rend() ? nullptr : &*named;
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

const Date* LastDateWithin(const DateContext& context, DateUnit unit, int offset) {
  if (unit == DateUnit::kQuarter && offset == 0) return LastQuarter(context);
  const bool months = unit == DateUnit::kMonth && offset >= 0;  // "in the same month" as the day
  const Date* date = LastDate(context, unit > DateUnit::kWeek && !months);
  if (date == nullptr && offset >= 0) date = LastDate(context, false);
  return date != nullptr && date->interval->days() > PeriodOf(unit, date->interval->first).days() ? nullptr : date;
}

}  // namespace newsgraph::extract
