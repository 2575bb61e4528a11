// Days that expressions name without saying which month or week they lie in.
#pragma once

#include <optional>

#include "extract/calendar.h"

namespace newsgraph::extract {

// The `day` of a month: the latest such day up to `published`, or the next one
// where `offset` ("next") or the tense looks ahead, where only that one is the
// weekday named, or where it is few days ahead and the other is many behind.
// Months that lack the day are passed over.
std::optional<Day> NearestDayOfMonth(Day published, int day, std::optional<int> weekday, int offset, Tense tense);

// The latest `weekday` up to `published`, that day included; ahead if the tense
// is future. An `offset` of -1 ("last") leaves that day out, 1 looks ahead, 0
// ("this") stays in the week.
Day NearestWeekday(Day published, int weekday, std::optional<int> offset, Tense tense);

}  // namespace newsgraph::extract
