// Which date of the text so far another one is told from: "the year before", "in the quarter".
#pragma once

#include <optional>

#include "extract/calendar.h"
#include "extract/date_resolution.h"
#include "model/date.h"

namespace newsgraph::extract {

// The last date that is a period, or any; in the past tense none that lies ahead. Null if none is.
const Date* LastDate(const DateContext& context, bool periods_only);

// The last date; where `year` is its own year, not the one that it was but compared with:
// "1～3月期は前年同期比2%減。同期".
const Date* LastSpokenOf(const DateContext& context, const std::optional<DateInterval>& year);

// The last date not longer than a `unit`, which lies `offset` units away from it; a period where there is one, as days
// tell when news is from. Null if none is.
const Date* LastDateWithin(const DateContext& context, DateUnit unit, int offset);

}  // namespace newsgraph::extract
