#include "extract/date_range.h"

#include "extract/date_alone.h"

namespace newsgraph::extract {
namespace {

bool NamesYear(const DateReading& reading) {
  return reading.year || reading.unit(DateUnit::kYear) || (reading.month && reading.loose.offset);
}

bool DayOnly(const DateReading& reading) {
  return reading.day && !reading.month && !reading.year && !reading.unit(DateUnit::kMonth);
}

// "winter 1962-63" is one winter.
bool WinterOfTwoYears(const DateReading& from, const DateReading& to) {
  if (from.season != Season::kWinter || to.season || to.month || !from.year || !to.year) return false;
  return to.short_year ? (*from.year + 1) % 100 == *to.year % 100 : *to.year == *from.year + 1;
}

// Both ends, the beginning before the end; nothing where they are not in that order. A
// beginning that names no year may lie in the year before: "November to February 2017".
ResolvedDate ResolveEnds(DateReading from, DateReading to, bool from_names_year, const DateContext& context) {
  CompleteRange(from, to);
  ResolvedDate last = ResolveDate(to, context);
  if (!last.interval) return last;
  const bool yearless = !from_names_year && from.month;
  if (yearless) from.year = YearOf(last.interval->last);
  ResolvedDate first = ResolveDate(from, context);
  if (first.interval && first.interval->first > last.interval->last && yearless && *from.year > kFirstYear) {
    from.year = *from.year - 1;
    first = ResolveDate(from, context);
  }
  if (!first.interval) return first;
  // "the 28th to the 3rd": the last such day before the end
  if (DayOnly(from) && DayOnly(to)) {
    if (const std::optional<Day> day = DayAlone(from, {last.interval->last, Tense::kPast, true, {}}))
      first.interval = DateInterval{*day, *day};
  }
  // "von Montag bis Freitag": the first such day after the beginning
  if (to.weekday && !to.day && first.interval->days() == 1 && last.interval->days() == 1) {
    const Day day = NextWeekday(first.interval->first, *to.weekday);
    last.interval = DateInterval{day, day};
  }
  if (first.interval->first > last.interval->last) {
    last.interval.reset();
    return last;
  }
  const bool same_year = first.precision == DatePrecision::kYear && last.interval == first.interval;
  last.interval->first = first.interval->first;
  last.precision = same_year ? DatePrecision::kYear : DatePrecision::kPeriod;
  return last;
}

}  // namespace

ResolvedDate ResolveRange(const DateReading& from, const DateReading& to, const DateContext& context) {
  if (WinterOfTwoYears(from, to)) return ResolveDate(from, context);
  const bool from_names_year = NamesYear(from);
  if (from_names_year || NamesYear(to) || !to.month || !context.published) {
    return ResolveEnds(from, to, from_names_year, context);
  }
  // The range as a whole lies in the nearest year.
  const auto of_year = [&](int year) {
    DateReading end = to;
    end.year = year;
    return ResolveEnds(from, end, false, context).interval;
  };
  ResolvedDate out;
  out.interval = NearestYear(*context.published, context.tense, true, of_year);
  out.precision = DatePrecision::kPeriod;
  out.anchor = DateAnchor::kPublication;
  return out;
}

}  // namespace newsgraph::extract
