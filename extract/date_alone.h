// A day or weekday that names no month → the day that it means.
#pragma once

#include <optional>

#include "extract/calendar.h"
#include "extract/date_parts.h"
#include "extract/date_resolution.h"

namespace newsgraph::extract {

// A day without a month: the latest such day up to publication, or the next one
// where "next" or the tense looks ahead, or where it is few days ahead and the other is
// many behind; of both, the one that is the weekday named beside it. Months that
// lack it are passed over. Nothing without a publication.
std::optional<Day> DayAlone(const DateReading& reading, const DateContext& context);

// A weekday without a day: the latest up to publication, or the next one where
// the words look ahead. Nothing without a publication.
std::optional<Day> WeekdayAlone(const DateReading& reading, const DateContext& context);

}  // namespace newsgraph::extract
