#include "extract/claim_cues.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>
#include <utility>

#include "extract/claim_rows.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a date or a cue still speaks for a value.
constexpr int kFarthestDate = 300;
constexpr int kFarthestStatus = 150;
constexpr int kFarthestDenial = 120;  // who disputes one thing says another
// "not yet sold"
constexpr int kNegationReach = 20;
// A date behind another figure is sooner that one's.
constexpr int kDateOfEarlier = 60;
// A verb of the value's clause.
constexpr int kTenseReach = 80;
constexpr std::uint32_t kComparisonReach = 4;
constexpr std::uint32_t kReportReach = 2;
constexpr std::uint32_t kLongestDateline = 6;
constexpr std::int64_t kLongestYear = 366;  // in days

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

// "$38 billion by 2035 and $5 trillion by 2050": the first date is the first figure's.
bool IsOfEarlier(const ClaimContext& context, const Binding& binding, TokenRange date) {
  if (binding.value.kind != ValueRef::Kind::kFigure || binding.value.index == 0) return false;
  const std::vector<Figure>& figures = context.read().figures;
  std::size_t before = binding.value.index - 1;
  while (before > 0 && figures[before].parallel_to) --before;
  const TokenRange figure = context.TokensOf(figures[before].span);
  if (figure.begin < binding.sentence->first_token || figure.end > date.begin) return false;
  return context.Distance(figure, date) < context.Distance(date, binding.tokens);
}

// "shipped 5,500 and is aiming for 10,000 in May": what a word or date says behind "and" or a
// comma that parts clauses, and before another figure, it says of that.
bool IsOfTheNext(const ClaimContext& context, const Binding& binding, TokenRange cue) {
  if (cue.begin < binding.tokens.end || binding.value.kind != ValueRef::Kind::kFigure) return false;
  if (context.BeginsNewTopic({binding.tokens.end, cue.begin})) return true;
  const std::vector<Figure>& figures = context.read().figures;
  std::size_t next = binding.value.index + 1;
  while (next < figures.size() && (figures[next].parallel_to || ComesTo(context, binding, next))) ++next;
  const std::uint32_t at = context.document().tokens()[cue.begin].span.begin;
  if (next >= figures.size() || figures[next].span.begin >= binding.sentence->span.end) return false;
  if (figures[next].span.begin < at) return true;
  for (std::uint32_t token = binding.tokens.end; token < cue.begin; ++token) {
    if (context.document().Written(token) == "，") return true;
  }
  return !context.HitsIn({binding.tokens.end, cue.begin}, SenseKind::kClauseMark).empty();
}

// "plans to build 500, and built 300 last year": the plan is the earlier figure's, as is a verb that ends its clause.
bool IsOfFigureBefore(const ClaimContext& context, const Binding& binding, TokenRange cue) {
  if (binding.value.kind != ValueRef::Kind::kFigure || cue.end > binding.tokens.begin) return false;
  const std::vector<Figure>& figures = context.read().figures;
  const std::uint32_t end = context.document().tokens()[cue.end - 1].span.end;
  const Figure* before = binding.value.index > 0 ? &figures[binding.value.index - 1] : nullptr;
  if (context.VerbsEndClauses() && before != nullptr && binding.sentence->span.Covers(before->span)) return true;
  for (std::size_t i = binding.value.index; i-- > 0 && figures[i].span.begin >= end;) {
    if (!figures[i].parallel_to) return true;
  }
  return false;
}

// "The shares, which gained 28 percent in 2025, fell 3 percent": what a relative clause says, it says of its own alone.
bool IsSetAside(const ClaimContext& context, const Binding& binding, TokenRange words) {
  constexpr std::uint32_t kRightBehind = 3;  // "73 billion dollars, which it made mostly in 2024" is said of the value
  const Clauses& clauses = context.clauses();
  if (!clauses.IsAside(words.begin) || clauses.IsAside(binding.tokens.begin)) return false;
  std::uint32_t begin = words.begin;
  while (begin > binding.sentence->first_token && clauses.IsAside(begin - 1)) --begin;
  return begin < binding.tokens.end || begin > binding.tokens.end + kRightBehind;
}

// Where the words stand that may speak of the value.
TokenRange ClauseOf(const Binding& binding) {
  return binding.clause.value_or(TokenRange{binding.sentence->first_token, binding.sentence->end_token});
}

// Whether the value's clause tells of what is over: "sold", "had"; by the sentence's words of status and tense.
bool IsInPastTense(const ClaimContext& context, const Binding& binding, const std::vector<const Hit*>& hits) {
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    return context.rules().statuses[hit->sense.entry].does == StatusWord::kPast &&
           std::min(context.Distance(tokens, binding.trigger), context.Distance(tokens, binding.tokens)) < kTenseReach;
  });
}

// "invests 5 billion a year": what goes on.
bool IsRate(const ClaimContext& context, const Binding& binding) {
  const Figure* const figure = FigureOf(context, binding);
  return figure != nullptr && !figure->per.empty();
}

Day SameDayBefore(Day day) {
  using std::chrono::years;
  const std::chrono::year_month_day date = std::chrono::year_month_day(day) - years{1};
  return date.ok() ? Day(date) : Day(date.year() / date.month() / std::chrono::last);
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

// "may" in "in May" says nothing of what may be.
bool IsOfDate(const ClaimContext& context, const Hit& cue) {
  const std::vector<Date>& dates = context.read().dates;
  const auto after = std::upper_bound(dates.begin(), dates.end(), cue.span.begin,
                                      [](std::uint32_t at, const Date& date) { return at < date.span.begin; });
  return after != dates.begin() && std::prev(after)->span.Overlaps(cue.span);
}

// "2024년의 5배": what a multiple stands right behind is what it multiplies.
bool IsMultiplied(const ClaimContext& context, const Binding& binding, TokenRange date) {
  if (binding.value.kind != ValueRef::Kind::kFigure || date.end > binding.tokens.begin) return false;
  const bool multiple = context.read().figures[binding.value.index].kind == FigureKind::kMultiple;
  // "2026 verdoppeln" is no such number.
  const bool number = context.document().tokens()[binding.tokens.begin].kind == TokenKind::kNumber;
  return multiple && number && binding.tokens.begin - date.end <= 1;
}

// Whether a word in `range` makes what stands on that side of it the base of a comparison.
bool Compares(const ClaimContext& context, TokenRange range, Side side) {
  const std::vector<const Hit*> hits = context.HitsIn(range, SenseKind::kComparison);
  return std::any_of(hits.begin(), hits.end(),
                     [side](const Hit* hit) { return static_cast<Side>(hit->sense.entry) == side; });
}

// "wird … verkaufen", "verkaufen wird": whether the verb that the word needs stands right before it or in its clause.
bool HasItsVerb(const ClaimContext& context, const Sentence& sentence, TokenRange cue, const StatusCue& status) {
  const Document& document = context.document();
  const auto is_verb = [&](std::uint32_t token) {
    const auto found = status.with.find(document.Folded(token));
    if (found == status.with.end()) return false;
    const Token& before = document.tokens()[token - 1];  // the word itself at the latest
    return found->second.contains("") || found->second.contains(document.Folded(token - 1)) ||
           (found->second.contains("*") && before.kind == TokenKind::kWord && !before.capitalised);
  };
  if (status.with.empty()) return true;
  if (cue.begin > sentence.first_token + 1 && is_verb(cue.begin - 1)) return true;
  bool aside = false;  // "wird, so Omdia, … verkaufen"
  for (std::uint32_t token = cue.end; token < sentence.end_token; ++token) {
    if (is_verb(token)) return true;
    const bool in_number = token + 1 < sentence.end_token && !document.tokens()[token + 1].space_before;  // "4,5"
    if (document.Written(token) != "," || in_number) continue;
    if (!aside && token != cue.end) return false;
    aside = !aside;
  }
  return false;
}

// The rule by which the ending of a word makes it a verb in the future; null if none does.
const StatusCue* FutureOfEnding(const ClaimContext& context, const Sentence& sentence, std::uint32_t token) {
  constexpr std::size_t kShortestStem = 2;
  const Token& at = context.document().tokens()[token];
  if (at.kind != TokenKind::kWord || (at.capitalised && token != sentence.first_token)) return nullptr;
  const std::string_view word = context.document().Folded(token);
  const LanguageSet languages = context.document().languages();
  for (const FutureEnding& known : context.rules().future_endings) {
    if ((known.languages & languages) == 0 || !word.ends_with(known.ending)) continue;
    if (word.size() < known.ending.size() + kShortestStem) continue;
    const auto none = context.rules().not_future.find(word);
    if (none == context.rules().not_future.end() || (none->second & languages) == 0)
      return &context.rules().statuses[known.cue];
  }
  return nullptr;
}

// "has a staff of two, it will invest": whether a clause begins between the value and a verb behind it that says no
// more of it, as "which will" does.
bool IsOfNextClause(const ClaimContext& context, const Binding& binding, TokenRange verb) {
  if (binding.value.kind != ValueRef::Kind::kFigure) return false;
  for (std::uint32_t token = binding.tokens.end; token < verb.begin; ++token) {
    const std::string_view sign = context.document().Written(token);
    const std::uint32_t at = sign == "," || sign == "，" ? token + 1 : token;
    const Hit* const mark = context.document().Longest(at, SenseKind::kClauseMark);
    if (mark == nullptr && at == token) continue;
    if (mark == nullptr || context.rules().marks[mark->sense.entry] != ClauseMark::kRelative) return true;
    token = at;
  }
  return false;
}

struct NearestCue {
  int distance = kFarthestStatus;
  const StatusCue* cue = nullptr;
  TokenRange tokens;
  bool behind_figure = false;  // another figure stands between it and the value
};

// Takes `cue` for `nearest` where it stands nearer to the value and speaks of it.
void Offer(const ClaimContext& context, const Binding& binding, TokenRange tokens, const StatusCue& cue, bool over,
           NearestCue& nearest) {
  const int distance = std::min(context.Distance(tokens, binding.trigger), context.Distance(tokens, binding.tokens));
  const int farthest = cue.status == ClaimStatus::kDenied ? kFarthestDenial : kFarthestStatus;
  if (distance >= std::min(nearest.distance, farthest)) return;
  const bool behind_figure = IsOfFigureBefore(context, binding, tokens);
  if ((over && behind_figure) || IsOfTheNext(context, binding, tokens) || context.IsNamed(tokens)) return;
  if (cue.does == StatusWord::kFuture && IsOfNextClause(context, binding, tokens)) return;
  if (IsSetAside(context, binding, tokens)) return;
  nearest = {distance, &cue, tokens, behind_figure};
}

// The word that denies what is said of the value: beside what announces it, beside the word of its status, or right
// before the value. Null if none does.
const StatusCue* NegationOf(const ClaimContext& context, const Binding& binding, const std::vector<const Hit*>& hits,
                            const NearestCue& status) {
  // "keine 600.000" is fewer.
  const bool bounded =
      binding.value.kind == ValueRef::Kind::kFigure && context.read().figures[binding.value.index].mod != Mod::kExact;
  for (const Hit* hit : hits) {
    const StatusCue& cue = context.rules().statuses[hit->sense.entry];
    const TokenRange tokens{hit->first_token, hit->end_token};
    if (cue.does != StatusWord::kNegation || IsOfNextClause(context, binding, tokens)) continue;
    const auto beside = [&](TokenRange word) { return context.Distance(tokens, word) <= kNegationReach; };
    const bool of_value = tokens.begin < binding.tokens.begin && !bounded && beside(binding.tokens);
    const bool of_status = status.cue != nullptr && beside(status.tokens);
    if (of_value || of_status || (binding.triggered() && beside(binding.trigger))) return &cue;
  }
  return nullptr;
}

// "delivered 735 planes": what is counted is no plan.
bool IsOfNoun(const ClaimContext& context, const Binding& binding, TokenRange cue) {
  const Figure* figure = FigureOf(context, binding);
  return figure != nullptr && !figure->noun.empty() && context.TokensOf(figure->noun).Covers(cue.begin);
}

// "planes" is no form of "plan" where it is a noun with less of an ending.
bool IsThing(const ClaimContext& context, const Hit& cue) {
  if (cue.ending_bytes == 0) return false;
  const Hit* const noun = context.document().Longest(cue.first_token, SenseKind::kNoun);
  return noun != nullptr && noun->span == cue.span && noun->ending_bytes < cue.ending_bytes;
}

}  // namespace

DateInterval YearBefore(const DateInterval& interval) {
  return {SameDayBefore(interval.first), SameDayBefore(interval.last)};
}

std::optional<DateInterval> WholeYearBefore(const std::optional<DateInterval>& of, std::optional<Day> published) {
  const bool begun = of && published && of->first <= *published;
  if (!begun || of->days() > kLongestYear || of->days() + 1 < kLongestYear) return std::nullopt;
  return YearBefore(*of);
}

bool IsComparedBehind(const ClaimContext& context, TokenRange tokens) {
  return Compares(context, {tokens.begin, tokens.end + 1}, Side::kBehind);
}

bool IsCompared(const ClaimContext& context, TokenRange tokens) {
  const std::uint32_t from = tokens.begin > kComparisonReach ? tokens.begin - kComparisonReach : 0;
  return Compares(context, {from, tokens.begin}, Side::kBefore) || IsComparedBehind(context, tokens);
}

std::optional<DateInterval> FindTime(const ClaimContext& context, const Binding& binding,
                                     const std::vector<Source>& sources, std::optional<Day> published, bool base) {
  const std::vector<Date>& dates = context.read().dates;
  const Date* found = nullptr;
  std::pair<int, int> best{kFarthestDate, 0};  // and how far from the value alone
  const TextSpan sentence = binding.sentence->span;
  const auto first = std::lower_bound(dates.begin(), dates.end(), sentence.begin,
                                      [](const Date& date, std::uint32_t at) { return date.span.begin < at; });
  for (auto i = static_cast<std::size_t>(first - dates.begin()); i < dates.size(); ++i) {
    const Date& date = dates[i];
    if (date.span.begin >= sentence.end) break;
    if (!date.interval || !sentence.Covers(date.span)) continue;
    // "approved on Tuesday an investment of": the day is that of the decision.
    if (binding.frame->lasting && date.precision == DatePrecision::kDay) continue;
    if (binding.value == ValueRef{ValueRef::Kind::kDate, static_cast<std::uint32_t>(i)}) continue;
    const TokenRange tokens = context.TokensOf(date.span);
    // "793 in 2025, up from 766 in 2024": of what is compared with, only what stands right beside it tells when.
    if (base && tokens.end + 1 < binding.tokens.begin) continue;
    // "from 2023 to 2029" is no base of a comparison.
    const bool compared = !base && date.interval->days() <= kLongestYear && IsCompared(context, tokens);
    if (compared || IsOfReport(context, *binding.sentence, date, tokens, sources)) continue;
    if (IsSetAside(context, binding, tokens) || IsSinceWhen(context, binding, i)) continue;
    if (IsOfAnother(context, binding, date.span) || IsMultiplied(context, binding, tokens)) continue;
    if (IsOfTheNext(context, binding, tokens) || tokens.begin >= ClauseOf(binding).end) continue;
    const int from_value = context.Distance(tokens, binding.tokens);
    const int near = std::min(from_value, context.Distance(tokens, binding.trigger));
    // "sold 2024 500,000 and 2025 600,000": of dates as near, the one beside the value.
    const std::pair distance(near + (IsOfEarlier(context, binding, tokens) ? kDateOfEarlier : 0), from_value);
    if (distance >= best) continue;
    best = distance;
    found = &date;
  }
  if (found == nullptr) return std::nullopt;
  return InItsTense(context, binding, *found, published);
}

bool IsSupposed(const ClaimContext& context, const Binding& binding) {
  // The last word or sign before the value that says so decides.
  for (std::uint32_t token = binding.tokens.begin; token-- > binding.sentence->first_token;) {
    if (context.document().tokens()[token].kind == TokenKind::kSign) {
      const std::string_view sign = context.document().Written(token);
      if (sign == "," || sign == "，" || sign == "、" || sign == ";" || sign == "；" || sign == ":") return false;
    }
    const Hit* const mark = context.document().Longest(token, SenseKind::kClauseMark);
    if (mark == nullptr) continue;
    const ClauseMark kind = context.rules().marks[mark->sense.entry];
    if (kind == ClauseMark::kCondition || kind == ClauseMark::kStrong) return kind == ClauseMark::kCondition;
  }
  return false;
}

StatusReading FindStatus(const ClaimContext& context, const Binding& binding, bool over) {
  NearestCue said;
  NearestCue future;
  const std::vector<const Hit*> hits = context.HitsIn(ClauseOf(binding), SenseKind::kStatus);
  const bool dated = over;
  over = over || IsInPastTense(context, binding, hits);
  for (const Hit* hit : hits) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    const StatusCue& cue = context.rules().statuses[hit->sense.entry];
    // What announces it is no word of status where its rule says of which status that is: "can produce".
    const bool announces = (binding.frame->event || binding.frame->status) && binding.trigger.Covers(tokens.begin);
    if (announces || IsOfNoun(context, binding, tokens) || IsOfDate(context, *hit) || IsThing(context, *hit)) continue;
    if (!HasItsVerb(context, *binding.sentence, tokens, cue)) continue;
    // "confirmed investments of 5 billion in 2025": what is decided of a year that is over has been done.
    if (dated && !cue.with.empty() && cue.does == StatusWord::kSays) continue;
    if (cue.does == StatusWord::kSays) Offer(context, binding, tokens, cue, over, said);
    if (cue.does == StatusWord::kFuture) Offer(context, binding, tokens, cue, over, future);
  }
  const TokenRange clause = ClauseOf(binding);
  for (std::uint32_t token = clause.begin; token < clause.end; ++token) {
    const StatusCue* const cue = FutureOfEnding(context, *binding.sentence, token);
    if (cue != nullptr) Offer(context, binding, {token, token + 1}, *cue, over, future);
  }
  // A verb in the future says less than a word before it that foretells: "it is hoped that … will".
  const bool foretold = said.cue != nullptr && (said.distance <= future.distance ||
                                                (!said.behind_figure && said.tokens.begin < future.tokens.begin));
  const NearestCue& nearest = future.cue != nullptr && !foretold ? future : said;
  if (const StatusCue* const negation = NegationOf(context, binding, hits, nearest))
    return {negation->status, negation->rule};
  if (nearest.cue != nullptr) return {nearest.cue->status, nearest.cue->rule, nearest.cue->does == StatusWord::kFuture};
  if (binding.frame->status) return {*binding.frame->status, binding.frame->rule};
  if (binding.frame->ahead && !over && binding.triggered() && !IsRate(context, binding))
    return {ClaimStatus::kPlanned, binding.frame->rule};
  return {};
}

}  // namespace newsgraph::extract
