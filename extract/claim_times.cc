#include "extract/claim_times.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "extract/calendar.h"
#include "extract/claim_cues.h"
#include "extract/claim_parts.h"
#include "extract/claim_rows.h"
#include "extract/claim_scope.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a date still speaks for a value.
constexpr int kFarthestDate = 300;
// A date behind another figure is sooner that one's.
constexpr int kDateOfEarlier = 60;
constexpr std::uint32_t kComparisonReach = 4;
constexpr std::uint32_t kReportReach = 2;
constexpr std::uint32_t kLongestDateline = 6;
constexpr std::int64_t kLongestYear = 366;  // in days
// Between a value and the comma before the clause that says more of it: its noun.
constexpr std::uint32_t kRightBehind = 3;

// "Reuters reported on Wednesday", "SHENZHEN, Jan. 13 - ": when it was said, not
// when it holds.
bool IsOfReport(const ClaimContext& context, const Sentence& sentence, const Date& when, TokenRange date,
                const std::vector<Source>& sources) {
  if (when.precision != DatePrecision::kDay) return false;
  for (const Source& source : sources) {
    if (date.begin >= source.tokens.end && date.begin <= source.tokens.end + kReportReach) return true;
    if (date.end <= source.tokens.begin && date.end + kReportReach >= source.tokens.begin) return true;
  }
  const std::uint32_t from = std::max(sentence.first_token, date.begin - std::min(date.begin, kReportReach));
  if (!context.HitsIn({from, date.begin}, SenseKind::kAttribution).empty()) return true;
  // "wie der Konzern am Dienstag mitteilte"
  if (!context.HitsIn({date.end, date.end + 1}, SenseKind::kAttribution).empty()) return true;
  if (date.begin > sentence.first_token + kLongestDateline) return false;
  if (date.end <= context.DatelineEnd(sentence)) return true;
  const std::uint32_t to = std::min(sentence.end_token, date.end + 2);
  for (std::uint32_t token = date.end; token < to; ++token) {
    const std::string_view sign = context.document().Written(token);
    if (sign == "-" || sign == "–" || sign == "—") return context.document().tokens()[token].space_before;
  }
  return false;
}

// "shipped 5,500 and aims for 10,000 in 2026": the date is the later figure's.
bool IsOfAnother(const ClaimContext& context, const Binding& binding, TextSpan date) {
  if (binding.value.kind != ValueRef::Kind::kFigure) return false;
  const std::vector<Figure>& figures = context.read().figures;
  for (std::size_t i = binding.value.index + 1; i < figures.size() && figures[i].span.end <= date.begin; ++i) {
    if (!figures[i].parallel_to && !ComesTo(context, binding, i)) return true;
  }
  return false;
}

// "14 percent more than a year earlier": behind a change, a date that goes back from one before it tells since when.
bool IsSinceWhen(const ClaimContext& context, const Binding& binding, std::size_t date) {
  const std::vector<Date>& dates = context.read().dates;
  const Date& back = dates[date];
  if (back.anchor != DateAnchor::kText || !IsOfChange(context, binding.metric) || date == 0) return false;
  const Date& before = dates[date - 1];
  return before.interval && binding.sentence->span.Covers(before.span) &&
         back.interval->first < before.interval->first && context.TokensOf(back.span).begin >= binding.tokens.end;
}

// Whether a date stands behind the value and before the next one.
bool HasDateOfItsOwn(const ClaimContext& context, const Binding& binding) {
  const std::vector<Date>& dates = context.read().dates;
  const std::uint32_t end = context.document().tokens()[binding.tokens.end - 1].span.end;
  const auto next = std::lower_bound(dates.begin(), dates.end(), end,
                                     [](const Date& date, std::uint32_t at) { return date.span.begin < at; });
  return next != dates.end() && next->interval && binding.sentence->span.Covers(next->span) &&
         context.FiguresIn({end, next->span.begin}).empty();
}

// "$38 billion by 2035 and $5 trillion by 2050": the first date is the first figure's.
bool IsOfEarlier(const ClaimContext& context, const Binding& binding, TokenRange date) {
  if (binding.value.kind != ValueRef::Kind::kFigure || binding.value.index == 0) return false;
  const std::vector<Figure>& figures = context.read().figures;
  std::size_t before = binding.value.index - 1;
  while (before > 0 && figures[before].parallel_to) --before;
  const TokenRange figure = context.TokensOf(figures[before].span);
  if (figure.begin < binding.sentence->first_token || figure.end > date.begin) return false;
  if (context.Distance(figure, date) < context.Distance(date, binding.tokens)) return true;
  // "sold 500 cars in 2023 and 600 cars in 2024"
  return date.end <= binding.tokens.begin && HasDateOfItsOwn(context, binding);
}

// When the clause says that it was: see FindTime.
DateInterval InItsTense(const ClaimContext& context, const Binding& binding, const Date& date,
                        std::optional<Day> published) {
  const bool of_year = date.precision == DatePrecision::kMonth || date.precision == DatePrecision::kQuarter ||
                       date.precision == DatePrecision::kHalf || date.precision == DatePrecision::kSeason;
  if (!published || date.interval->first <= *published || date.anchor != DateAnchor::kPublication || !of_year)
    return *date.interval;
  if (!IsInPastTense(context, binding, context.HitsIn(ClauseOf(binding), SenseKind::kStatus)) ||
      FindStatus(context, binding, false).status != ClaimStatus::kActual)
    return *date.interval;
  return YearBefore(*date.interval);
}

// "2024년의 5배": what a multiple stands right behind is what it multiplies.
bool IsMultiplied(const ClaimContext& context, const Binding& binding, TokenRange date) {
  if (binding.value.kind != ValueRef::Kind::kFigure || date.end > binding.tokens.begin) return false;
  const bool multiple = context.read().figures[binding.value.index].kind == FigureKind::kMultiple;
  // "2026 verdoppeln" is no such number.
  const bool number = context.document().tokens()[binding.tokens.begin].kind == TokenKind::kNumber;
  return multiple && number && binding.tokens.begin - date.end <= 1;
}

// "前年同期の1.6倍の2兆円"
bool IsMultipliedBefore(const ClaimContext& context, TokenRange date) {
  const std::span<const Token> tokens = context.document().tokens();
  if (date.end + 1 >= tokens.size()) return false;
  const std::span<const Figure> next = context.FiguresIn({tokens[date.end].span.begin, tokens[date.end + 1].span.end});
  return !next.empty() && next.front().kind == FigureKind::kMultiple && tokens[date.end].kind == TokenKind::kIdeograph;
}

// What something is at a time and not in a period: staff, a price, a share, what a plant can make.
bool IsAtATime(const ClaimContext& context, const std::string& metric) {
  const Metric* const known = context.catalogue().FindMetric(metric);
  return known != nullptr && (known->kind == MetricKind::kStock || known->kind == MetricKind::kRate ||
                              known->kind == MetricKind::kProperty);
}

// "employs 12,000 people today" says no more than "employs".
bool IsToday(const Date& date, std::optional<Day> published) {
  return published && date.precision == DatePrecision::kDay && date.interval->first == *published &&
         date.anchor == DateAnchor::kPublication;
}

// Whether a word in `range` tells what will be done, or what happened on a day.
bool HasVerbOfItsOwn(const ClaimContext& context, const Sentence& sentence, TokenRange range) {
  for (const Hit* hit : context.HitsIn(range, SenseKind::kStatus)) {
    const StatusWord does = context.rules().statuses[hit->sense.entry].does;
    if (does == StatusWord::kSays || does == StatusWord::kFuture) return true;
  }
  return HasEvent(context, range) || HasFutureVerb(context, sentence, range);
}

// "has a capacity of 1.4 gigawatts and will be completed in 2029", "will unveil a phone in September, priced at 999
// dollars": the plan's time is that of the plan alone.
bool IsOfOtherPlan(const ClaimContext& context, const Binding& binding, const Date& date, TokenRange tokens,
                   std::optional<Day> published) {
  if (!published || date.interval->last <= *published || !IsAtATime(context, binding.metric)) return false;
  const Sentence& sentence = *binding.sentence;
  const TokenRange part = PartAround(context, sentence, tokens);
  const auto [begin, end] = part;
  if (part.Covers(binding.tokens.begin) || (binding.triggered() && part.Covers(binding.trigger.begin))) return false;
  // "By 2027 they expect 100, of which 70 in Peru": what opens the sentence holds for all of it.
  if (end <= binding.tokens.begin) return HasEvent(context, part);
  // "two further plants, which will open in 2027"
  const Hit* const mark = begin == 0 ? nullptr : context.document().Longest(begin - 1, SenseKind::kClauseMark);
  const bool more = mark != nullptr && context.rules().marks[mark->sense.entry] == ClauseMark::kRelative;
  return !(more && begin <= binding.tokens.end + kRightBehind + 1) && HasVerbOfItsOwn(context, sentence, part);
}

// "Founded in 2015, Acme employs 500", "das 2015 gegründete Unternehmen": the date is that of what happened then.
bool IsOfOtherEvent(const ClaimContext& context, const Binding& binding, TokenRange date) {
  const bool before = date.end <= binding.tokens.begin;
  if (!before || !IsAtATime(context, binding.metric) || IsTally(context, binding.metric)) return false;
  if (HasEvent(context, {date.end, date.end + 1})) return true;
  const TokenRange part = PartAround(context, *binding.sentence, date);
  const bool own = part.Covers(binding.tokens.begin) || (binding.triggered() && part.Covers(binding.trigger.begin));
  return !own && HasEvent(context, part);
}

bool IsBehindFrom(const ClaimContext& context, std::uint32_t token) {
  return token > 0 && context.Says(context.document().Folded(token - 1), context.rules().rose_from);
}

// "sold 500 from April to June": the word opens the period and no comparison.
bool IsFromTo(const ClaimContext& context, const Date& date, TokenRange tokens) {
  return date.precision == DatePrecision::kPeriod && IsBehindFrom(context, tokens.begin);
}

// "in 2025 and 2026", "2025年和2026年": the two years as one time, where the sentence has one value for them.
std::optional<DateInterval> WithItsNeighbour(const ClaimContext& context, const Binding& binding, std::size_t date) {
  constexpr std::uint32_t kAndReach = 3;
  const std::vector<Date>& dates = context.read().dates;
  const Figure* const own = FigureOf(context, binding);
  if (own == nullptr || date + 1 >= dates.size()) return std::nullopt;
  const Date& first = dates[date];
  const Date& second = dates[date + 1];
  const bool years = first.interval && second.interval && first.precision == DatePrecision::kYear &&
                     second.precision == DatePrecision::kYear;
  if (!years || first.interval->last + std::chrono::days(1) != second.interval->first) return std::nullopt;
  const TokenRange gap{context.TokensOf(first.span).end, context.TokensOf(second.span).begin};
  if (!binding.sentence->span.Covers(second.span) || gap.end <= gap.begin || gap.end - gap.begin > kAndReach)
    return std::nullopt;
  const Hit* const mark = context.document().Longest(gap.begin, SenseKind::kClauseMark);
  if (mark == nullptr || context.rules().marks[mark->sense.entry] != ClauseMark::kWeak) return std::nullopt;
  const auto is_other = [own](const Figure& figure) {
    return &figure != own && !figure.parallel_to && figure.kind == own->kind;
  };
  if (std::ranges::any_of(context.FiguresIn(binding.sentence->span), is_other)) return std::nullopt;
  return DateInterval{first.interval->first, second.interval->last};
}

// What comes in periods, and no change: "ordered 5 since January" is none, "rose 5 percent since January".
bool IsFlowSince(const ClaimContext& context, const Binding& binding, const Date& date) {
  const Metric* const known = context.catalogue().FindMetric(binding.metric);
  if (date.mod != DateMod::kSince || known == nullptr || known->kind != MetricKind::kFlow) return false;
  // "rose in June from a year ago to 59 billion": from then, and not since.
  return !IsBehindFrom(context, context.TokensOf(date.span).begin);
}

// "since the beginning of the year", "so far this year": what has come of it up to now.
std::optional<DateInterval> UpToNow(const ClaimContext& context, const Binding& binding, const Date& date,
                                    std::optional<Day> published) {
  if (!published || !IsFlowSince(context, binding, date) || date.interval->first > *published) return std::nullopt;
  return DateInterval{date.interval->first, *published};
}

// Of what period the date speaks.
std::optional<DateInterval> PeriodOf(const ClaimContext& context, const Binding& binding, std::size_t date,
                                     std::optional<Day> published) {
  if (const auto both = WithItsNeighbour(context, binding, date)) return both;
  if (date > 0) {
    if (const auto both = WithItsNeighbour(context, binding, date - 1)) return both;
  }
  const Date& found = context.read().dates[date];
  if (const auto so_far = UpToNow(context, binding, found, published)) return so_far;
  return InItsTense(context, binding, found, published);
}

// Whether a word in `range` makes what stands on that side of it the base of a comparison.
bool Compares(const ClaimContext& context, TokenRange range, Side side) {
  const Hits hits = context.HitsIn(range, SenseKind::kComparison);
  return std::any_of(hits.begin(), hits.end(),
                     [side](const Hit* hit) { return static_cast<Side>(hit->sense.entry) == side; });
}

// What a date of the sentence is to a value.
enum class DateUse : std::uint8_t {
  kNone,
  kNow,     // says no more than that it is so
  kOfPlan,  // tells when something else will be
  kTime,    // may tell when the value holds
  kOwn,     // opens what says the value alone
};

struct FoundDate {
  std::size_t index = 0;  // into the article's dates
  TokenRange tokens;
};

// "from 1.8 billion a year ago": right behind the value, it tells when that was.
bool IsRightBehind(const ClaimContext& context, const Binding& binding, TokenRange tokens) {
  return tokens.begin >= binding.tokens.end && tokens.begin <= binding.tokens.end + 1 &&
         !Compares(context, {binding.tokens.end, tokens.begin}, Side::kBefore);
}

// Whether a comparison is made with the date. "from 2023 to 2029" is no base of one.
bool IsBaseOf(const ClaimContext& context, const Binding& binding, const Date& date, TokenRange tokens) {
  const bool beside = IsRightBehind(context, binding, tokens) && !IsComparedBehind(context, tokens);
  return !beside && !IsFromTo(context, date, tokens) && date.interval->days() <= kLongestYear &&
         !IsFlowSince(context, binding, date) && IsCompared(context, tokens);
}

// Of what an aside says, its date. "Acme, which employs 500, will open a plant in 2027"; but "in 2025, of which 70 in
// Peru".
bool IsOfAside(const ClaimContext& context, const Binding& binding, const Date& date, TokenRange tokens,
               std::optional<Day> published) {
  if (!IsSetAside(context, binding, tokens)) return false;
  const bool ahead = published && date.interval->last > *published && IsAtATime(context, binding.metric);
  return ahead || context.clauses().IsAside(tokens.begin);
}

DateUse UseOf(const ClaimContext& context, const Binding& binding, FoundDate found, const std::vector<Source>& sources,
              std::optional<Day> published, bool base) {
  const Date& date = context.read().dates[found.index];
  const TokenRange tokens = found.tokens;
  // "approved on Tuesday an investment of": the day is that of the decision.
  const bool of_day = binding.frame->lasting || binding.frame->reported;
  if (of_day && date.precision == DatePrecision::kDay) return DateUse::kNone;
  if (binding.value == ValueRef{ValueRef::Kind::kDate, static_cast<std::uint32_t>(found.index)}) return DateUse::kNone;
  if (IsOfReport(context, *binding.sentence, date, tokens, sources)) return DateUse::kNone;
  // "revenue was 30 billion, a year earlier it was 20"
  if (!IsOfChange(context, binding.metric) && OpensPartOf(context, binding, tokens)) return DateUse::kOwn;
  if (OpensPartBehind(context, binding, tokens) || IsMultipliedBefore(context, tokens)) return DateUse::kNone;
  // "793 in 2025, up from 766 in 2024": of what is compared with, only what stands right beside it tells when.
  if (base && (tokens.end + 1 < binding.tokens.begin ||
               Compares(context, {tokens.end, std::max(tokens.end, binding.tokens.begin)}, Side::kBefore)))
    return DateUse::kNone;
  if (!base && IsBaseOf(context, binding, date, tokens)) return DateUse::kNone;
  if (IsOfAside(context, binding, date, tokens, published) || IsSinceWhen(context, binding, found.index))
    return DateUse::kNone;
  // What is counted of an event ("a fire killed seven on Thursday") has its day.
  if (IsToday(date, published) && IsAtATime(context, binding.metric) && !IsTally(context, binding.metric))
    return DateUse::kNow;
  if (IsOfOtherPlan(context, binding, date, tokens, published)) return DateUse::kOfPlan;
  if (IsOfOtherEvent(context, binding, tokens)) return DateUse::kNone;
  if (IsOfAnother(context, binding, date.span) || IsMultiplied(context, binding, tokens)) return DateUse::kNone;
  const bool beyond = IsOfTheNext(context, binding, tokens) || tokens.begin >= ClauseOf(binding).end;
  return beyond ? DateUse::kNone : DateUse::kTime;
}

}  // namespace

DateInterval YearBefore(const DateInterval& interval) {
  // From the day behind the last one, so that February ends where it ends.
  const std::chrono::days day{1};
  return {Shift(interval.first, DateUnit::kYear, -1), Shift(interval.last + day, DateUnit::kYear, -1) - day};
}

std::optional<DateInterval> WholeYearBefore(const std::optional<DateInterval>& of, std::optional<Day> published) {
  const bool begun = of && published && of->first <= *published;
  if (!begun || of->days() > kLongestYear || of->days() + 1 < kLongestYear) return std::nullopt;
  return YearBefore(*of);
}

DateInterval LikeForLike(const DateInterval& base, const std::optional<DateInterval>& of) {
  if (!of || base.days() + 1 < kLongestYear || of->days() >= base.days()) return base;
  const DateInterval before = YearBefore(*of);
  return base.Covers(before) ? before : base;
}

bool IsComparedBehind(const ClaimContext& context, TokenRange tokens) {
  return Compares(context, {tokens.begin, tokens.end + 1}, Side::kBehind);
}

bool IsCompared(const ClaimContext& context, TokenRange tokens) {
  const std::uint32_t from = tokens.begin > kComparisonReach ? tokens.begin - kComparisonReach : 0;
  return Compares(context, {from, tokens.begin}, Side::kBefore) || IsComparedBehind(context, tokens);
}

TimeReading FindTime(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources,
                     std::optional<Day> published, bool base) {
  TimeReading out;
  const std::vector<Date>& dates = context.read().dates;
  std::optional<std::size_t> found;
  std::pair<int, int> best{kFarthestDate, 0};  // and how far from the value alone
  const TextSpan sentence = binding.sentence->span;
  const auto first = std::lower_bound(dates.begin(), dates.end(), sentence.begin,
                                      [](const Date& date, std::uint32_t at) { return date.span.begin < at; });
  for (auto i = static_cast<std::size_t>(first - dates.begin()); i < dates.size(); ++i) {
    if (dates[i].span.begin >= sentence.end) break;
    if (!dates[i].interval || !sentence.Covers(dates[i].span)) continue;
    const TokenRange tokens = context.TokensOf(dates[i].span);
    const DateUse use = UseOf(context, binding, {i, tokens}, sources, published, base);
    out.now = out.now || use == DateUse::kNow;
    out.behind_plan = out.behind_plan || (use == DateUse::kOfPlan && tokens.end <= binding.tokens.begin);
    if (use != DateUse::kTime && use != DateUse::kOwn) continue;
    const int from_value = context.Distance(tokens, binding.tokens);
    const int near = use == DateUse::kOwn ? 0 : std::min(from_value, context.Distance(tokens, binding.trigger));
    // "sold 2024 500,000 and 2025 600,000": of dates as near, the one beside the value.
    const std::pair distance(near + (IsOfEarlier(context, binding, tokens) ? kDateOfEarlier : 0), from_value);
    if (distance >= best) continue;
    best = distance;
    found = i;
    out.beside = IsRightBehind(context, binding, tokens);
    out.back = dates[i].anchor == DateAnchor::kText;
  }
  if (!found) return out;
  // "will open a plant in 2027 and employed 500 in 2024": it has a time of its own.
  out.behind_plan = false;
  out.interval = PeriodOf(context, binding, *found, published);
  return out;
}

}  // namespace newsgraph::extract
