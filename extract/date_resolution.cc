#include "extract/date_resolution.h"

#include <algorithm>
#include <utility>

#include "extract/date_alone.h"
#include "extract/date_antecedent.h"

namespace newsgraph::extract {
namespace {

using UnitUse = DateReading::UnitUse;

// A year the expression names, itself or relative to an anchor.
struct Outer {
  std::optional<DateInterval> interval;
  DatePrecision precision = DatePrecision::kYear;
  bool named = false;  // there is one, known or not
};

class Resolver {
 public:
  Resolver(const DateReading& reading, const DateContext& context) : reading_(reading), context_(context) {}

  ResolvedDate Run() {
    if (Shifted() || Horizon() || Same()) return out_;
    const Outer outer = ReadOuter();
    if (outer.named && !outer.interval) return out_;
    ReadInner(outer);
    if (out_.interval && reading_.edge) out_.interval = EdgeOf(*out_.interval, *reading_.edge);
    return out_;
  }

 private:
  void Set(const std::optional<DateInterval>& interval, DatePrecision precision) {
    out_.interval = interval;
    out_.precision = precision;
  }

  // "vor zwei Wochen", "in drei Jahren", "zwei Tage später".
  bool Shifted() {
    for (std::size_t i = 0; i < kDateUnitCount; ++i) {
      const std::optional<UnitUse>& use = reading_.units[i];
      if (!use || use->shift == 0) continue;
      const auto unit = static_cast<DateUnit>(i);
      const int count = use->count.value_or(1) * use->shift;
      if (reading_.year || reading_.month) {
        ShiftOwnDate(i, unit, count);
      } else if (use->shift_in_text) {
        ShiftLastDate(unit, count);
      } else {
        out_.anchor = DateAnchor::kPublication;
        out_.precision = PrecisionOf(unit);
        if (context_.published) Set(PeriodOf(unit, Shift(*context_.published, unit, count)), PrecisionOf(unit));
      }
      return true;
    }
    return false;
  }

  // "16 days from 2 January".
  void ShiftOwnDate(std::size_t unit_index, DateUnit unit, int count) {
    DateReading base = reading_;
    base.units[unit_index].reset();
    Date date;
    const ResolvedDate resolved = Resolver(base, context_).Run();
    out_.anchor = resolved.anchor;
    out_.precision = PrecisionOf(unit);
    if (!resolved.interval) return;
    date.interval = resolved.interval;
    date.precision = resolved.precision;
    ShiftDate(date, unit, count);
  }

  void ShiftLastDate(DateUnit unit, int count) {
    out_.anchor = DateAnchor::kText;
    out_.precision = PrecisionOf(unit);
    if (const Date* const base = LastDate(context_, unit == DateUnit::kYear)) ShiftDate(*base, unit, count);
  }

  void ShiftDate(const Date& moved, DateUnit unit, int count) {
    const Date* const base = &moved;
    // A year after a quarter is a quarter; a day after a year is unknown.
    if (base->interval->days() > PeriodOf(unit, base->interval->first).days()) return;
    const Day first = Shift(base->interval->first, unit, count);
    Day last = Shift(base->interval->last, unit, count);
    // The last day of a month stays the last one.
    if (base->precision != DatePrecision::kDay && base->precision != DatePrecision::kWeek && unit != DateUnit::kDay &&
        unit != DateUnit::kWeek) {
      last = Shift(base->interval->last + std::chrono::days(1), unit, count) - std::chrono::days(1);
    }
    Set(DateInterval{first, std::max(first, last)}, base->precision);
  }

  // "in den nächsten drei Jahren", "in the past two weeks", "first three months".
  bool Horizon() {
    for (std::size_t i = 0; i < kDateUnitCount; ++i) {
      const std::optional<UnitUse>& use = reading_.units[i];
      if (!use || !use->count || (!use->offset && !use->nth)) continue;
      const auto unit = static_cast<DateUnit>(i);
      if (*use->count == 0) {  // "in den nächsten Jahren": no end is stated
        out_.anchor = DateAnchor::kPublication;
        out_.precision = DatePrecision::kPeriod;
        return true;
      }
      const int direction = use->nth.value_or(use->offset.value_or(0));
      const Outer outer = unit < DateUnit::kYear || reading_.year ? ReadOuter() : Outer();
      // "the last three months" are those before publication where no year is named.
      const bool before_publication = use->nth && *use->nth < 0 && !outer.named && !reading_.month;
      if ((use->nth && !before_publication) || outer.interval) {
        PartOf(outer, unit, direction, *use->count);
      } else if (context_.published) {
        out_.anchor = DateAnchor::kPublication;
        const Day end = Shift(*context_.published, unit, direction < 0 ? -*use->count : *use->count);
        Set(DateInterval{std::min(*context_.published, end), std::max(*context_.published, end)},
            DatePrecision::kPeriod);
      } else {
        out_.anchor = DateAnchor::kPublication;
      }
      return true;
    }
    return false;
  }

  // The first or last `count` units of the year named, or of that of publication.
  void PartOf(const Outer& outer, DateUnit unit, int direction, int count) {
    out_.precision = DatePrecision::kPeriod;
    std::optional<DateInterval> whole = outer.interval;
    if (reading_.month) {
      const int month = *reading_.month;
      whole = InYear(outer, [month](int y) { return std::optional(MonthInterval(y, month)); });
    } else if (!outer.named) {
      out_.anchor = DateAnchor::kPublication;
      if (context_.published) whole = YearInterval(YearOf(*context_.published));
    }
    if (!whole) return;
    const bool weeks_of_year = unit == DateUnit::kWeek && *whole == YearInterval(YearOf(whole->first));
    const auto nth = [&](int n) {
      return weeks_of_year ? IsoWeek(YearOf(whole->first), n) : NthWithin(*whole, unit, n);
    };
    const std::optional<DateInterval> near = nth(direction < 0 ? -1 : 1);
    const std::optional<DateInterval> far = nth(direction < 0 ? -count : count);
    if (near && far) out_.interval = DateInterval{std::min(near->first, far->first), std::max(near->last, far->last)};
  }

  // "去年同期": the days of the last date, in the year named.
  bool Same() {
    if (!reading_.same) return false;
    out_.anchor = DateAnchor::kText;
    const Outer outer = ReadOuter();
    const Date* const base = LastSpokenOf(context_, outer.interval);
    out_.anchor = DateAnchor::kText;
    if (base == nullptr) {
      Set(outer.interval, DatePrecision::kYear);
      return true;
    }
    // "同期特斯拉交付38.5万辆": without a year, the same days.
    const int unnamed = outer.named ? -1 : 0;
    const int named = outer.interval ? YearOf(outer.interval->first) - YearOf(base->interval->first) : unnamed;
    const int away = base != LastDate(context_, true) ? 0 : named;
    const Day first = Shift(base->interval->first, DateUnit::kYear, away);
    const Day last = Shift(base->interval->last + std::chrono::days(1), DateUnit::kYear, away) - std::chrono::days(1);
    Set(DateInterval{first, std::max(first, last)}, base->precision);
    return true;
  }

  std::optional<DateInterval> Relative(DateUnit unit, const UnitUse& use) {
    const int offset = use.offset.value_or(0);
    if (use.offset_in_text) {
      if (const Date* const base = LastDateWithin(context_, unit, offset)) {
        out_.anchor = DateAnchor::kText;
        return PeriodOf(unit, Shift(base->interval->first, unit, offset));
      }
      if (unit == DateUnit::kDay || offset > 0 || (unit == DateUnit::kQuarter && offset == 0)) {
        out_.anchor = DateAnchor::kText;
        return std::nullopt;
      }
    }
    out_.anchor = DateAnchor::kPublication;
    if (!context_.published) return std::nullopt;
    return PeriodOf(unit, Shift(PeriodOf(unit, *context_.published).first, unit, offset));
  }

  Outer ReadOuter() {
    const std::optional<UnitUse>& year = reading_.unit(DateUnit::kYear);
    const std::optional<UnitUse>& decade = reading_.unit(DateUnit::kDecade);
    const std::optional<UnitUse>& century = reading_.unit(DateUnit::kCentury);
    if (reading_.year) {
      const int y = std::clamp(*reading_.year, kFirstYear, kLastYear);
      const Day day = YearInterval(y).first;
      constexpr int kDecade = 10;  // "los años 2004 y 2011" are two years
      if (decade && y % kDecade == 0) return {PeriodOf(DateUnit::kDecade, day), DatePrecision::kDecade, true};
      if (century) return {PeriodOf(DateUnit::kCentury, day), DatePrecision::kCentury, true};
      return {YearInterval(y), DatePrecision::kYear, true};
    }
    if (century && century->nth) {
      const int y = std::clamp((*century->nth - 1) * 100 + 1, kFirstYear, kLastYear);
      return {PeriodOf(DateUnit::kCentury, *DayOf(y, 1, 1)), DatePrecision::kCentury, true};
    }
    const bool length = year && year->count && reading_.month;  // "the year to March" may end in any
    if (year && !length) return {Relative(DateUnit::kYear, *year), DatePrecision::kYear, true};
    if (decade) return {Relative(DateUnit::kDecade, *decade), DatePrecision::kDecade, true};
    if (century) return {Relative(DateUnit::kCentury, *century), DatePrecision::kCentury, true};
    return {};
  }

  // What `of_year` gives for the year named, or for the nearest that fits.
  template <typename OfYear>
  std::optional<DateInterval> InYear(const Outer& outer, const OfYear& of_year) {
    if (outer.named) return of_year(YearOf(outer.interval->first));
    out_.anchor = DateAnchor::kPublication;
    if (!context_.published) return std::nullopt;
    // Beside a weekday the offset is the weekday's: "next Friday, 12 May".
    const bool of_weekday = reading_.weekday && reading_.day;
    const int loose = of_weekday ? 0 : reading_.loose.offset.value_or(0);
    const Tense tense = loose < 0 ? Tense::kPast : loose > 0 ? Tense::kFuture : context_.tense;
    if (reading_.loose.offset && !of_weekday && loose == 0) return of_year(YearOf(*context_.published));
    const std::optional<DateInterval> nearest =
        NearestYear(*context_.published, tense, loose != 0 || context_.sure, of_year);
    // "last September", said in September, is that of the year before.
    const bool running = nearest && nearest->first <= *context_.published && *context_.published <= nearest->last;
    if (!running || loose == 0) return nearest;
    return of_year(std::clamp(YearOf(nearest->first) + (loose < 0 ? -1 : 1), kFirstYear, kLastYear));
  }

  void ReadInner(const Outer& outer) {
    if (reading_.easter || reading_.lunar || reading_.month) {
      reading_.month ? InMonth(outer) : MovableFeast(outer);
      return WidenToWeekend();
    }
    if (const std::optional<UnitUse>& month = reading_.unit(DateUnit::kMonth); month && !month->nth) {
      return InRelativeMonth(outer, *month);
    }
    if (reading_.season) {
      const Season season = *reading_.season;
      const int earlier = !outer.named && ThisWinter() ? 1 : 0;
      return Set(InYear(outer, [&](int y) { return std::optional(SeasonInterval(y - earlier, season)); }),
                 DatePrecision::kSeason);
    }
    for (const DateUnit unit : {DateUnit::kMonth, DateUnit::kQuarter, DateUnit::kHalf}) {
      if (reading_.unit(unit)) return InUnit(outer, unit, *reading_.unit(unit));
    }
    if (reading_.unit(DateUnit::kWeek)) return InWeek(outer, *reading_.unit(DateUnit::kWeek));
    if (reading_.unit(DateUnit::kWeekend)) {
      return InWeekend(*reading_.unit(DateUnit::kWeekend));
    }
    if (reading_.unit(DateUnit::kDay)) {
      return Set(Relative(DateUnit::kDay, *reading_.unit(DateUnit::kDay)), DatePrecision::kDay);
    }
    if (reading_.day) return Alone(DayAlone(reading_, context_));
    if (reading_.weekday) return Alone(WeekdayAlone(reading_, context_));
    Set(outer.interval, outer.precision);
  }

  // "this winter" began in the year before until summer comes.
  bool ThisWinter() const {
    if (reading_.season != Season::kWinter || reading_.loose.offset != 0 || !context_.published) return false;
    const int first_month_after = context_.tense == Tense::kFuture ? 3 : 6;
    return MonthOf(*context_.published) < first_month_after;
  }

  void MovableFeast(const Outer& outer) {
    const auto of_year = [this](int y) {
      std::optional<Day> day;
      if (reading_.easter) day = EasterSunday(y) + std::chrono::days(*reading_.easter);
      if (reading_.lunar) day = LunarDay(y, *reading_.lunar / 100, *reading_.lunar % 100);
      return day ? std::optional(DateInterval{*day, *day}) : std::nullopt;
    };
    Set(InYear(outer, of_year), DatePrecision::kDay);
    WidenToWeek();  // "Holy Week"
  }

  // Month by name or number, with or without a day or week.
  void InMonth(const Outer& outer) {
    const int month = *reading_.month;
    if (reading_.day) {
      const int day = *reading_.day;
      const auto of_year = [month, day](int y) {
        const std::optional<Day> found = DayOf(y, month, day);
        return found ? std::optional(DateInterval{*found, *found}) : std::nullopt;
      };
      Set(InYear(outer, of_year), DatePrecision::kDay);
      out_.impossible = !out_.interval && (outer.named || !DayOf(2000, month, day));
      if (!ReachBack()) WidenToWeek();
      return;
    }
    if (reading_.weekday && reading_.weekday_nth) {
      const auto of_year = [this, month](int y) {
        const std::optional<Day> found = NthWeekday(y, month, *reading_.weekday, *reading_.weekday_nth);
        return found ? std::optional(DateInterval{*found, *found}) : std::nullopt;
      };
      return Set(InYear(outer, of_year), DatePrecision::kDay);
    }
    Set(InYear(outer, [month](int y) { return std::optional(MonthInterval(y, month)); }), DatePrecision::kMonth);
    if (out_.interval && !ReachBack()) NarrowToWeek();
  }

  // "the year ended March 2026", "the three months to June 30": the units that end with it.
  bool ReachBack() {
    for (const DateUnit unit :
         {DateUnit::kYear, DateUnit::kHalf, DateUnit::kQuarter, DateUnit::kMonth, DateUnit::kWeek}) {
      const std::optional<UnitUse>& use = reading_.unit(unit);
      if (!out_.interval || !use || !use->count) continue;
      Set(PeriodUpTo(out_.interval->last, unit, *use->count), DatePrecision::kPeriod);
      return true;
    }
    return false;
  }

  // "Labor Day weekend": the day itself, where it is a Friday or Monday, and the Saturday and Sunday nearest to it.
  void WidenToWeekend() {
    if (!out_.interval || out_.interval->days() != 1 || !reading_.unit(DateUnit::kWeekend)) return;
    Set(WeekendBeside(out_.interval->first), DatePrecision::kPeriod);
  }

  // "the week of 4 February"
  void WidenToWeek() {
    if (!out_.interval || !reading_.unit(DateUnit::kWeek)) return;
    Set(PeriodOf(DateUnit::kWeek, out_.interval->first), DatePrecision::kWeek);
  }

  void NarrowToWeek() {
    if (const std::optional<UnitUse>& half = reading_.unit(DateUnit::kHalf); half && half->nth) {
      return Set(HalfOf(*out_.interval, *half->nth), DatePrecision::kPeriod);
    }
    const std::optional<UnitUse>& week = reading_.unit(DateUnit::kWeek);
    if (!week || !(week->nth || week->offset)) return;
    Set(NthWithin(*out_.interval, DateUnit::kWeek, week->nth.value_or(*week->offset < 0 ? -1 : 1)),
        DatePrecision::kWeek);
  }

  // "letzten Monat", "15日 of last month", "end of the month".
  void InRelativeMonth(const Outer& outer, const UnitUse& use) {
    if (outer.named && use.offset) {  // "der letzte Monat des Jahres"
      Set(NthWithin(*outer.interval, DateUnit::kMonth, *use.offset < 0 ? -1 : 1), DatePrecision::kMonth);
    } else {
      Set(Relative(DateUnit::kMonth, use), DatePrecision::kMonth);
    }
    if (!out_.interval || !reading_.day) return NarrowIfKnown();
    const Day first = out_.interval->first;
    const std::optional<Day> day = DayOf(YearOf(first), MonthOf(first), *reading_.day);
    out_.impossible = !day;
    Set(day ? std::optional(DateInterval{*day, *day}) : std::nullopt, DatePrecision::kDay);
  }

  void NarrowIfKnown() {
    if (out_.interval) NarrowToWeek();
  }

  // "erstes Quartal", "last quarter", "second half of 2025", "dritter Monat".
  void InUnit(const Outer& outer, DateUnit unit, const UnitUse& use) {
    if (unit == DateUnit::kHalf && use.nth && outer.named && outer.precision != DatePrecision::kYear) {
      return Set(HalfOf(*outer.interval, *use.nth), DatePrecision::kPeriod);
    }
    if (use.nth || (outer.named && use.offset)) {
      const int nth = use.nth.value_or(*use.offset < 0 ? -1 : 1);
      Set(InYear(outer, [unit, nth](int y) { return NthWithin(YearInterval(y), unit, nth); }), PrecisionOf(unit));
    } else {
      Set(Relative(unit, use), PrecisionOf(unit));
    }
  }

  void InWeek(const Outer& outer, const UnitUse& use) {
    if (use.nth || (outer.named && use.offset)) {
      const int week = use.nth.value_or(*use.offset < 0 ? -1 : 1);
      Set(InYear(outer, [week](int y) { return IsoWeek(y, week); }), DatePrecision::kWeek);
    } else {
      Set(Relative(DateUnit::kWeek, use), DatePrecision::kWeek);
    }
    if (!out_.interval || !reading_.weekday) return;
    const Day day = NextWeekday(out_.interval->first, *reading_.weekday);
    Set(DateInterval{day, day}, DatePrecision::kDay);
  }

  // A weekend without an offset is the latest that has begun, or the next one where the words look ahead.
  void InWeekend(const UnitUse& use) {
    constexpr int kSaturday = 6;
    UnitUse of = use;
    if (!use.offset && context_.published && context_.tense != Tense::kFuture)
      of.offset = WeekdayOf(*context_.published) < kSaturday ? -1 : 0;
    Set(Relative(DateUnit::kWeekend, of), DatePrecision::kPeriod);
  }

  void Alone(const std::optional<Day>& day) {
    out_.anchor = DateAnchor::kPublication;
    if (day) Set(DateInterval{*day, *day}, DatePrecision::kDay);
  }

  const DateReading& reading_;
  const DateContext& context_;
  ResolvedDate out_;
};

}  // namespace

ResolvedDate ResolveDate(const DateReading& reading, const DateContext& context) {
  return Resolver(reading, context).Run();
}

}  // namespace newsgraph::extract
