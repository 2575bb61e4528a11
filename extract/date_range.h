// What the two ends of a range say together → the days that it means.
#pragma once

#include "extract/date_parts.h"
#include "extract/date_resolution.h"

namespace newsgraph::extract {

// From the first day of `from` to the last of `to`; each end is completed by
// what the other says.
ResolvedDate ResolveRange(const DateReading& from, const DateReading& to, const DateContext& context);

}  // namespace newsgraph::extract
