#include "compare/date_verdict.h"

#include <algorithm>

namespace newsgraph::compare {
namespace {

using std::chrono::days;

// "Around the 15th": days on either side of a stated day or period.
days LeewayAround(const DateInterval& interval) { return std::max(days(3), days(interval.days() / 2)); }

// The days from the end of the earlier to the beginning of the later; not
// positive where they share a day.
days Gap(const DateReading& a, const DateReading& b) {
  days gap = days::min();
  if (a.entailed_first && b.entailed_last) gap = std::max(gap, *a.entailed_first - *b.entailed_last);
  if (b.entailed_first && a.entailed_last) gap = std::max(gap, *b.entailed_first - *a.entailed_last);
  return gap;
}

bool Within(const DateInterval& inner, const DateInterval& outer) { return outer.Covers(inner); }

}  // namespace

std::optional<DateReading> ReadDate(const Date& date, std::optional<Day> published) {
  if (!date.interval) return std::nullopt;
  const DateInterval& days_named = *date.interval;
  DateReading out;
  out.implied = days_named;
  out.entailed_first = days_named.first;
  out.entailed_last = days_named.last;
  out.is_day = days_named.days() == 1;
  switch (date.mod) {
    case DateMod::kExact:
    case DateMod::kSince:
      break;
    case DateMod::kAbout:
      out.implied.first -= LeewayAround(days_named);
      out.implied.last += LeewayAround(days_named);
      out.entailed_first = out.implied.first;
      out.entailed_last = out.implied.last;
      break;
    case DateMod::kBy:
      out.is_deadline = true;
      if (!published || *published < days_named.first) out.entailed_first = published;
      break;
    case DateMod::kBefore:
      out.entailed_first.reset();
      break;
    case DateMod::kAfter:
      out.entailed_last.reset();
      break;
  }
  return out;
}

Verdict Judge(const DateReading& a, const DateReading& b) {
  const days gap = Gap(a, b);
  if (gap > days(0)) return gap == days(1) && (a.is_day || b.is_day) ? Verdict::kSoft : Verdict::kHard;
  if (a.is_deadline && b.is_deadline && !a.implied.Overlaps(b.implied)) return Verdict::kSoft;
  if (Within(a.implied, b.implied) || Within(b.implied, a.implied)) return Verdict::kRefines;
  return Verdict::kAgree;
}

}  // namespace newsgraph::compare
