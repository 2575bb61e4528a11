// What an expression says → the days that it means.
#pragma once

#include <optional>
#include <span>

#include "extract/calendar.h"
#include "extract/date_parts.h"
#include "model/date.h"

namespace newsgraph::extract {

// What expressions without a year of their own are resolved against.
struct DateContext {
  std::optional<Day> published;
  Tense tense = Tense::kUnknown;
  bool sure = false;              // no doubt about the tense
  std::span<const Date> earlier;  // the dates of the text so far
};

struct ResolvedDate {
  std::optional<DateInterval> interval;  // nothing: the anchor is unknown, or the day does not exist
  DatePrecision precision = DatePrecision::kDay;
  DateAnchor anchor = DateAnchor::kNone;
  bool impossible = false;  // the calendar has no such day
};

ResolvedDate ResolveDate(const DateReading& reading, const DateContext& context);

}  // namespace newsgraph::extract
