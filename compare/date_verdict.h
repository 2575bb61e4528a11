// Two dates of one event → whether both can be right.
#pragma once

#include <chrono>
#include <optional>

#include "compare/verdict.h"
#include "model/date.h"

namespace newsgraph::compare {

// The days that a date commits to and those that a reader takes from it; an end
// that is missing is open to that side.
struct DateReading {
  std::optional<Day> entailed_first;
  std::optional<Day> entailed_last;
  DateInterval implied;
  bool is_day = false;       // one day, perhaps in another time zone
  bool is_deadline = false;  // "by X"

  friend bool operator==(const DateReading&, const DateReading&) = default;
};

// The days of section 3 of docs/conflicts.md; nothing for an unresolved date.
// `published` is the article's: "by 2027" in a plan begins there.
std::optional<DateReading> ReadDate(const Date& date, std::optional<Day> published);

// Disjoint days are hard, but for neighbouring days, which a time zone explains;
// deadlines apart are soft. Symmetric; a date agrees with itself.
Verdict Judge(const DateReading& a, const DateReading& b);

}  // namespace newsgraph::compare
