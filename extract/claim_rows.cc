#include "extract/claim_rows.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claim_nouns.h"
#include "extract/claim_places.h"
#include "extract/claim_scope.h"
#include "extract/claim_times.h"
#include "extract/exact.h"

namespace newsgraph::extract {
namespace {

// How many words stand between the two values, and between such a word and its value.
constexpr std::uint32_t kBaseReach = 4;
constexpr std::uint32_t kWordReach = 2;
// Between an owner and the value that is its without a verb.
constexpr std::uint32_t kGapReach = 2;
// Between what was done and who did it: "ordered by the".
constexpr std::uint32_t kAgentReach = 3;
// From the comma behind a name to the verb of the clause that says more of it.
constexpr std::uint32_t kClauseReach = 4;

// Between a change and the sum that it comes to: "3 percent, to a total of".
constexpr std::uint32_t kSumReach = 4;

// Between a whole and its part: "9,000 jobs, of which", and between two changes that share a verb.
constexpr std::uint32_t kPartReach = 8;
constexpr std::uint32_t kVerbReach = 16;

// What was expected is no more than so many times what came, nor so many times less.
const Decimal kMostExpected = Decimal(3);
// A year is no more than so many times a quarter.
const Decimal kMostOfYear = Decimal(6);
constexpr std::string_view kAnalysts = "analysts";
constexpr std::string_view kShare = "share";

bool StandsIn(const ClaimContext& context, TokenRange range, const Words& words) {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (context.Says(context.document().Folded(token), words)) return true;
  }
  return false;
}

bool StandsBefore(const ClaimContext& context, TokenRange value, const Words& words) {
  return StandsIn(context, {value.begin - std::min(value.begin, kWordReach), value.begin}, words);
}

// Whether the figures stand as near as "from 3 to 5 percent" puts them, in one sentence and one unit.
bool AreNear(const ClaimContext& context, const Sentence& sentence, std::size_t first) {
  const std::vector<Figure>& figures = context.read().figures;
  if (first + 1 >= figures.size()) return false;
  const Figure& a = figures[first];
  const Figure& b = figures[first + 1];
  if (a.kind != b.kind || a.unit != b.unit || a.parallel_to || b.parallel_to) return false;
  if (!sentence.span.Covers(a.span) || !sentence.span.Covers(b.span)) return false;
  const std::uint32_t end = context.TokensOf(a.span).end;
  const std::uint32_t begin = context.TokensOf(b.span).begin;
  if (begin <= end || begin - end > kBaseReach) return false;
  // "Acme kam auf einen Anteil von 21 Prozent, Globex auf 19"
  const auto between = context.ParticipantsIn({end, begin});
  return std::ranges::none_of(between, [](const Participant& each) {
    return each.type == EntityType::kCompany && !each.modifier && !each.reference;
  });
}

// Whether figure `base` says where figure `reached` came from.
bool IsBase(const ClaimContext& context, std::size_t base, std::size_t reached) {
  const std::vector<Figure>& figures = context.read().figures;
  const TokenRange from = context.TokensOf(figures[base].span);
  const TokenRange to = context.TokensOf(figures[reached].span);
  if (base < reached && IsFollowedByAny(context, figures[base], context.rules().rose_from_behind)) return true;
  return StandsBefore(context, from, context.rules().rose_from) && StandsBefore(context, to, context.rules().rose_to);
}

// Signs that part an owner from its value: a comma, dash or colon, what opens a bracket or closes quotation marks.
bool MayStandBetween(std::string_view sign) {
  if (sign == "»" || sign == "”" || sign == "\"" || sign == "“") return true;
  return sign == "(" || sign == "（" || sign == "," || sign == "，" || sign == "、" || sign == "–" || sign == "—" ||
         sign == ":" || sign == "：";
}

// Whether nothing but signs and words like "with" stand between an owner and a value.
bool StandsRightBefore(const ClaimContext& context, TokenRange owner, TokenRange value) {
  if (owner.end > value.begin || value.begin - owner.end > kGapReach) return false;
  for (std::uint32_t token = owner.end; token < value.begin; ++token) {
    const TokenKind kind = context.document().tokens()[token].kind;
    if (kind == TokenKind::kSign && !MayStandBetween(context.document().Written(token))) return false;
    // "followed by Tesla with 30,000", "其次是特斯拉，为3万辆", "BYD il 12%"
    if (kind != TokenKind::kSign && kind != TokenKind::kIdeograph &&
        context.document().Longest(token, SenseKind::kLocative) == nullptr &&
        !context.Says(context.document().Folded(token), context.rules().definite))
      return false;
  }
  return true;
}

// How many figures stand within `span`, but for faces in brackets; of one kind, or of any.
int CountFigures(const ClaimContext& context, TextSpan span, std::optional<FigureKind> kind) {
  const std::vector<Figure>& figures = context.read().figures;
  const auto first = std::lower_bound(figures.begin(), figures.end(), span.begin,
                                      [](const Figure& f, std::uint32_t at) { return f.span.begin < at; });
  int count = 0;
  for (auto each = first; each != figures.end() && each->span.end <= span.end; ++each) {
    if ((!kind || each->kind == *kind) && !each->parallel_to) ++count;
  }
  return count;
}

// "Its market share rose to 12 percent. Globex comes to 2 percent", "In Spain it is 2 percent": of whom or where alone.
bool IsNextShare(const ClaimContext& context, const Binding& before, const Binding& own) {
  if (before.sentence->end_token != own.sentence->first_token) return false;
  if (!context.rules().IsShareOfItsOwn(before.metric)) return false;
  if (own.triggered() && !own.frame->ends_at_value) return false;
  const TokenRange words{own.sentence->first_token, std::min(own.tokens.end + 1, own.sentence->end_token)};
  const std::span<const Participant> named = context.ParticipantsIn(words);
  return std::any_of(
             named.begin(), named.end(),
             [&](const Participant& each) {
               // "In Spain, the jobless rate comes to 12 percent": of something else.
               const TokenRange between{each.tokens.end, own.tokens.begin - std::min(own.tokens.begin, 1U)};
               return !StandsIn(context, between, context.rules().definite) && !each.modifier && !each.demonym &&
                      (each.type == EntityType::kPlace || (each.type == EntityType::kCompany && !each.reference));
             }) &&
         context.HitsIn(words, SenseKind::kTopic).empty() && context.HitsIn(words, SenseKind::kNoun).empty();
}

}  // namespace

std::optional<std::uint32_t> LaterPartOf(const ClaimContext& context, const ClaimTrigger& trigger, TokenRange words) {
  const std::span<const Token> tokens = context.document().tokens();
  const bool bought = context.rules().frames[trigger.frame].bought;
  for (std::uint32_t token = words.begin; token < words.end && context.document().Written(token) != ";"; ++token) {
    if (context.document().Folded(token) != trigger.later_part) continue;
    // "nahm um 6 Prozent auf 73 Milliarden zu": what it came to, and no "aufnehmen". "Pagó aranceles por 5 millones":
    // what was paid, and not what for.
    const bool preposition = token + 1 < words.end && tokens[token + 1].kind == TokenKind::kNumber &&
                             (bought || StandsIn(context, {token, token + 1}, context.rules().rose_to));
    if (!preposition) return token;
  }
  return std::nullopt;
}

bool HasLaterPart(const ClaimContext& context, const ClaimTrigger& trigger, TokenRange words) {
  return trigger.later_part.empty() || LaterPartOf(context, trigger, words).has_value();
}

int FiguresBetween(const ClaimContext& context, std::uint32_t from, std::uint32_t to, ValueRef value) {
  if (value.kind != ValueRef::Kind::kFigure || from >= to) return 0;
  const std::span<const Token> tokens = context.document().tokens();
  return CountFigures(context, {tokens[from].span.begin, tokens[to - 1].span.end},
                      context.read().figures[value.index].kind);
}

bool ComesToMoney(const ClaimContext& context, const Sentence& sentence, ValueRef change) {
  const std::vector<Figure>& figures = context.read().figures;
  const std::size_t next = change.index + 1;
  if (change.kind != ValueRef::Kind::kFigure || next >= figures.size()) return false;
  if (figures[next].kind != FigureKind::kMoney || !sentence.span.Covers(figures[next].span)) return false;
  return context.TokensOf(figures[next].span).begin - context.TokensOf(figures[change.index].span).end <= kSumReach;
}

bool ComesTo(const ClaimContext& context, const Binding& change, std::size_t figure) {
  const Figure* const own = FigureOf(context, change);
  if (own == nullptr || figure != change.value.index + 1 || !IsOfChange(context, change.metric)) return false;
  const Figure& reached = context.read().figures[figure];
  const TokenRange tokens = context.TokensOf(reached.span);
  return reached.kind != own->kind && tokens.begin - change.tokens.end <= kSumReach &&
         StandsBefore(context, tokens, context.rules().rose_to);
}

bool IsExpected(const ClaimContext& context, const Binding& before, const Binding& own) {
  const Figure* earned = FigureOf(context, before);
  const Figure* expected = FigureOf(context, own);
  if (earned == nullptr || expected == nullptr || earned->unit != expected->unit || before.frame->event) return false;
  const std::optional<Decimal> most = Product(earned->value, kMostExpected);
  const std::optional<Decimal> least = Product(expected->value, kMostExpected);
  if (!most || !least || *most < expected->value || *least < earned->value) return false;
  if (before.sentence->end_token != own.sentence->first_token && before.sentence != own.sentence) return false;
  const std::uint32_t from = std::max(own.sentence->first_token, before.tokens.end);
  const Hits who = context.HitsIn({from, own.sentence->end_token}, SenseKind::kSourcePhrase);
  return std::any_of(who.begin(), who.end(),
                     [&](const Hit* hit) { return context.rules().phrases[hit->sense.entry].english == kAnalysts; });
}

bool IsPart(const ClaimContext& context, const Binding& before, const Binding& own) {
  const Figure* whole = FigureOf(context, before);
  const Figure* part = FigureOf(context, own);
  if (whole == nullptr || part == nullptr || part->kind != FigureKind::kCount || before.frame->object.empty())
    return false;
  if (before.sentence != own.sentence || own.tokens.begin < before.tokens.end || whole->value < part->value)
    return false;
  if (own.tokens.begin - before.tokens.end > kPartReach || (!part->unit.empty() && part->unit != whole->unit))
    return false;
  const std::uint32_t end = std::min(own.tokens.end + kWordReach + 1, own.sentence->end_token);
  return HasApart(context, {before.tokens.end, end}, Apart::kPart);
}

bool SharesVerb(const ClaimContext& context, const Binding& before, const Binding& own) {
  if (before.sentence != own.sentence || !IsOfChange(context, before.metric)) return false;
  if (own.tokens.begin < before.tokens.end || own.tokens.begin - before.tokens.end > kVerbReach) return false;
  const Hits words = context.HitsIn({before.tokens.end, own.tokens.begin}, SenseKind::kTrigger);
  return std::any_of(words.begin(), words.end(), [&](const Hit* hit) {
    const ClaimFrame& frame = context.rules().frames[context.rules().triggers[hit->sense.entry].frame];
    const Metric* metric = context.catalogue().FindMetric(frame.metric);
    return metric != nullptr && metric->kind == MetricKind::kFlow && hit->end_token + kWordReach >= own.tokens.begin;
  });
}

// "For the third quarter it expects": a word that foretells, and of when.
bool ForetellsOfATime(const ClaimContext& context, const Sentence& sentence) {
  const Hits hits = context.HitsIn({sentence.first_token, sentence.end_token}, SenseKind::kStatus);
  const bool foretells = std::ranges::any_of(hits, [&](const Hit* hit) {
    const StatusCue& cue = context.rules().statuses[hit->sense.entry];
    return cue.does == StatusWord::kSays && cue.status == ClaimStatus::kForecast;
  });
  return foretells && std::ranges::any_of(context.read().dates, [&](const Date& date) {
           // "It expects 12 billion, it said on Monday": a day is that of the report.
           return sentence.span.Covers(date.span) && date.interval && date.interval->days() > 1 &&
                  !IsCompared(context, context.TokensOf(date.span));
         });
}

bool IsOutlook(const ClaimContext& context, const Binding& before, const Binding& own) {
  const Figure* earned = FigureOf(context, before);
  const Figure* expected = FigureOf(context, own);
  const Metric* metric = context.catalogue().FindMetric(before.metric);
  if (earned == nullptr || expected == nullptr || earned->unit != expected->unit) return false;
  if (metric == nullptr || metric->kind != MetricKind::kFlow || earned->value.is_negative()) return false;
  const std::optional<Decimal> most = Product(earned->value, kMostOfYear);
  const std::optional<Decimal> least = Product(expected->value, kMostExpected);
  if (!most || !least || *most < expected->value || *least < earned->value) return false;
  if (before.sentence->end_token != own.sentence->first_token && before.sentence != own.sentence) return false;
  if (HasApart(context, {std::max(own.sentence->first_token, before.tokens.end), own.sentence->end_token},
               Apart::kOutlook))
    return true;
  return before.sentence != own.sentence && ForetellsOfATime(context, *own.sentence);
}

bool CameFrom(const ClaimContext& context, const Binding& before, const Binding& binding) {
  const ClaimRules& rules = context.rules();
  // "habla de 400.000": a word that says "of", too, tells nothing without a rise.
  return before.metric == binding.metric && before.sentence == binding.sentence &&
         binding.trigger.begin < before.tokens.end && StandsBefore(context, binding.tokens, rules.rose_from) &&
         !StandsBefore(context, binding.tokens, rules.of_whom) &&
         !HasApart(context, {before.tokens.end, binding.tokens.begin}, Apart::kPart);
}

bool IsSameRate(const ClaimContext& context, const Binding& before, const Binding& own) {
  if (own.frame == nullptr) return false;
  // "a margin of 4.3 percent, down from 5.7": what it came from is no change.
  const bool change = IsOfChange(context, own.frame->metric) && before.sentence == own.sentence;
  const TokenRange word{own.tokens.begin - std::min(own.tokens.begin, kWordReach), own.tokens.begin};
  const bool came_from = change && (StandsBefore(context, own.tokens, context.rules().rose_from) ||
                                    !context.HitsIn(word, SenseKind::kComparison).empty());
  if (own.frame->metric != kShare && !came_from) return false;
  // "The EU levies 30 percent. For Acme it will be 17": what is levied goes on in the next sentence.
  // "Acme holds a market share of 20 percent. Globex has 17": so does what several hold of one market.
  const bool goes_on = before.frame->charge || context.rules().IsShareOfItsOwn(before.metric);
  const bool next = before.sentence->end_token == own.sentence->first_token && goes_on && !own.triggered();
  if (IsNextShare(context, before, own)) return true;
  if (before.sentence != own.sentence && !next) return false;
  const Metric* rate = context.catalogue().FindMetric(before.metric);
  if (rate == nullptr || rate->kind != MetricKind::kRate || before.metric == kShare) return false;
  const TokenRange between{before.tokens.end, own.tokens.begin};
  if (!context.HitsIn(between, SenseKind::kComparison).empty()) return true;
  const std::span<const Participant> named = context.ParticipantsIn(between);
  return !(own.triggered() && own.trigger.begin >= own.tokens.end) &&
         std::any_of(named.begin(), named.end(), [](const Participant& each) {
           return each.type == EntityType::kCompany && !each.modifier && !each.reference;
         });
}

int Passed(const ClaimContext& context, const Binding& binding, TokenRange tokens, bool any_kind) {
  const Figure* own = FigureOf(context, binding);
  if (own == nullptr) return 0;
  const std::uint32_t at = context.document().tokens()[tokens.begin].span.begin;
  const bool before = tokens.begin < binding.tokens.begin;
  return CountFigures(context, before ? TextSpan{at + 1, own->span.begin} : TextSpan{own->span.end, at},
                      any_kind ? std::nullopt : std::optional(own->kind));
}

std::optional<ValueRef> RisenFrom(const ClaimContext& context, const Sentence& sentence, ValueRef value) {
  if (value.kind != ValueRef::Kind::kFigure) return std::nullopt;
  const std::uint32_t own = value.index;
  if (AreNear(context, sentence, own) && IsBase(context, own, own + 1)) return ValueRef{value.kind, own + 1};
  if (own > 0 && AreNear(context, sentence, own - 1) && IsBase(context, own, own - 1))
    return ValueRef{value.kind, own - 1};
  return std::nullopt;
}

bool HasBaseBefore(const ClaimContext& context, const Sentence& sentence, ValueRef value) {
  if (value.kind != ValueRef::Kind::kFigure || value.index == 0) return false;
  return AreNear(context, sentence, value.index - 1) && IsBase(context, value.index - 1, value.index);
}

bool IsGapped(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const TokenRange& owner = participant.tokens;
  if (participant.demonym || participant.modifier || !StandsRightBefore(context, owner, binding.tokens)) return false;
  if (binding.triggered() && binding.trigger.begin >= owner.begin) return false;
  const std::string_view opening = context.document().Written(owner.end);
  const bool bracketed = opening == "(" || opening == "（";
  // "20 percent, behind Australia with 33 percent"
  const std::optional<Oblique> oblique = context.ObliqueOf(owner);
  const auto& tokens = context.document().tokens();
  // "seguida pela Globex, com 17%", and in Russian "у Globex — 17%"
  const bool aside = opening == "," && owner.end + 1 < binding.tokens.begin;
  const bool dashed = participant.type == EntityType::kCompany && (opening == "—" || opening == "–");
  const bool compared = oblique == Oblique::kElsewhere && (tokens[owner.end].kind == TokenKind::kWord || aside);
  return FiguresBetween(context, binding.sentence->first_token, owner.begin, binding.value) > 0 &&
         (bracketed || compared || dashed || !oblique);
}

bool OwnsTheNext(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const Figure* own = FigureOf(context, binding);
  if (own == nullptr || participant.tokens.begin < binding.tokens.end) return false;
  const std::vector<Figure>& figures = context.read().figures;
  std::size_t next = binding.value.index + 1;
  while (next < figures.size() && (figures[next].parallel_to || figures[next].kind != own->kind)) ++next;
  if (next >= figures.size() || !binding.sentence->span.Covers(figures[next].span)) return false;
  return StandsRightBefore(context, participant.tokens, context.TokensOf(figures[next].span));
}

bool IsAgent(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const std::uint32_t begin = participant.tokens.begin;
  if (!binding.triggered() || begin <= binding.trigger.end || begin - binding.trigger.end > kAgentReach) return false;
  return StandsIn(context, {binding.trigger.end, binding.trigger.end + 1}, context.rules().agents) &&
         !participant.demonym;
}

std::optional<TokenRange> OwnClauseOf(const ClaimContext& context, const Binding& binding,
                                      const Participant& participant) {
  const std::uint32_t comma = participant.tokens.end;
  if (!binding.triggered() || binding.trigger.begin <= comma + 1 || binding.trigger.begin - comma > kClauseReach)
    return std::nullopt;
  if (participant.demonym || participant.modifier || context.document().Written(comma) != ",") return std::nullopt;
  // "the plant in Szeged, Hungary, which will start": the plant does so.
  const bool place = participant.type == EntityType::kPlace;
  if (place && (IsOfSite(context, participant.tokens) || IsBehindSite(context, participant.tokens)))
    return std::nullopt;
  const Hit* const mark = context.document().Longest(comma + 1, SenseKind::kClauseMark);
  if (mark == nullptr || context.rules().marks[mark->sense.entry] != ClauseMark::kRelative ||
      binding.tokens.begin <= mark->first_token)
    return std::nullopt;
  std::uint32_t end = std::max(binding.trigger.end, binding.tokens.end);
  while (end < binding.sentence->end_token && context.document().Written(end) != ",") ++end;
  return TokenRange{comma + 1, end};
}

bool IsDoneNotCounted(const ClaimContext& context, const Figure& figure, TokenRange trigger) {
  if (figure.noun.empty() || figure.unit.empty() || context.rules().deeds.contains(figure.unit)) return false;
  const TokenRange noun = context.TokensOf(figure.noun);
  return noun.Covers(trigger.begin) && context.HitsIn(noun, SenseKind::kNoun).empty() &&
         context.HitsIn(noun, SenseKind::kCountedNoun).empty();
}

}  // namespace newsgraph::extract
