// What CLDR knows of a language's dates: names of months, weekdays and eras,
// spelled numbers, and the formats of its regions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/date_parts.h"

namespace newsgraph::extract {

struct CldrName {
  std::string name;
  DatePart part;
  bool abbreviated = false;
  friend auto operator<=>(const CldrName& a, const CldrName& b) { return a.name <=> b.name; }
  friend bool operator==(const CldrName& a, const CldrName& b) { return a.name == b.name && a.part == b.part; }
};

struct CldrDates {
  std::vector<CldrName> months;  // of all regions of the language, in all widths but one letter
  std::vector<CldrName> weekdays;
  std::vector<CldrName> eras;      // of calendars that count years otherwise and months as we do
  std::vector<CldrName> counts;    // "zwei" to "neunundneunzig"
  std::vector<CldrName> ordinals;  // "erste", "ersten" to "einunddreißigster"
  // In the notation of date_patterns.h: "{day}. {month} {y}".
  std::vector<std::string> formats;
  // Day and month in digits, and those with a year behind them, in the order that the language has them.
  std::vector<std::string> day_and_month;
  std::vector<std::string> numeric;
};

// Empty for a language that ICU does not know. Slow: milliseconds.
CldrDates ReadCldrDates(std::string_view language);

// The characters that stand for numbers up to 100, with their value as kCount.
std::vector<CldrName> ReadNumerals();

}  // namespace newsgraph::extract
