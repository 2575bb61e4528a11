// What the words of a date expression contribute, and what they say together.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/calendar.h"

namespace newsgraph::extract {

// One contribution: the 19 of "19. Januar" is {kDay, 19}.
struct DatePart {
  enum class Kind : std::uint8_t {
    kYear,
    kShortYear,  // its last two digits
    kEra,        // the Gregorian year in which the era's year 1 lies
    kEraYear,
    kMonth,
    kDay,
    kWeekday,  // 1: Monday
    kSeason,
    kEdge,        // "Ende"
    kUnit,        // "Jahr"
    kOffset,      // "nächstes": 1, "dieses": 0, from the publication
    kTextOffset,  // the same from another date of the text
    kNth,         // "erstes": 1, "letztes": -1
    kCount,       // "drei"
    kShift,       // "vor": -1, "in": 1, after a count of units
    kTextShift,   // "zuvor": -1, "später": 1
    kSame,        // "同期": the last date's days, in another year
    kEaster,      // days after Easter Sunday
    kLunar,       // of the East Asian lunar calendar: its month times 100, and its day
  };
  Kind kind = Kind::kYear;
  std::int32_t value = 0;
  friend bool operator==(const DatePart&, const DatePart&) = default;
};

// Reads how packs spell parts: "year-1" (the unit year with the offset -1),
// "text year-1", "end month", "nth=1 half", "month=3", "weekday=3",
// "season=spring", "count=3", "-1", "ago", "ahead", "earlier", "later",
// "same", "easter-2", "lunar=101". Nothing for other text.
std::optional<std::vector<DatePart>> ParseDateParts(std::string_view text);

// All parts of one date, or of one end of a range, sorted by what they modify.
struct DateReading {
  // How a unit is used; none of its members set: merely named ("des Jahres").
  struct UnitUse {
    std::optional<int> offset;
    bool offset_in_text = false;
    std::optional<int> nth;
    std::optional<int> count;
    int shift = 0;
    bool shift_in_text = false;
  };

  std::optional<int> year;
  bool short_year = false;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;
  std::optional<int> weekday_nth;  // "the second Sunday in May"
  std::optional<Season> season;
  std::optional<DateEdge> edge;
  bool same = false;
  std::optional<int> easter;
  std::optional<int> lunar;
  std::array<std::optional<UnitUse>, kDateUnitCount> units;
  // Modifiers that no unit follows: "nächsten Mittwoch", "das erste".
  UnitUse loose;

  const std::optional<UnitUse>& unit(DateUnit of) const { return units[static_cast<std::size_t>(of)]; }
};

// A modifier belongs to the unit after it; to the one before it where none follows.
DateReading Interpret(const std::vector<DatePart>& parts);

// Gives each end of a range what only the other end says: "2.–5. März 2026".
void CompleteRange(DateReading& from, DateReading& to);

}  // namespace newsgraph::extract
