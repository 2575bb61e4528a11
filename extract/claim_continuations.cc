#include "extract/claim_continuations.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "extract/claim_nouns.h"
#include "extract/claim_times.h"
#include "extract/exact.h"

namespace newsgraph::extract {
namespace {

// How many words stand between a word and the value that it is said of.
constexpr std::uint32_t kWordReach = 2;
// So near behind a sum stands its own date: "5 billion in 2024".
constexpr std::uint32_t kOwnDateReach = 2;
// Between a whole and its part: "9,000 jobs, of which", and between two changes that share a verb.
constexpr std::uint32_t kPartReach = 8;
constexpr std::uint32_t kVerbReach = 16;
// What was expected is no more than so many times what came, nor so many times less.
const Decimal kMostExpected = Decimal(3);
// A year is no more than so many times a quarter.
const Decimal kMostOfYear = Decimal(6);
constexpr std::string_view kAnalysts = "analysts";
constexpr std::string_view kShare = "share";

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
               return !context.SaysIn(between, context.rules().definite) && !each.modifier && !each.demonym &&
                      (each.type == EntityType::kPlace || (each.type == EntityType::kCompany && !each.reference));
             }) &&
         context.HitsIn(words, SenseKind::kTopic).empty() && context.HitsIn(words, SenseKind::kNoun).empty();
}

// Whether the words name nothing that a value could be of or mean.
bool SpeaksOfNothing(const ClaimContext& context, TokenRange words) {
  constexpr std::array kSpeaks = {SenseKind::kNoun, SenseKind::kTopic, SenseKind::kTrigger};
  return std::ranges::all_of(kSpeaks, [&](SenseKind kind) { return context.HitsIn(words, kind).empty(); });
}

// "For the third quarter it expects": whether a word foretells.
bool Foretells(const ClaimContext& context, const Sentence& sentence) {
  const Hits hits = context.HitsIn({sentence.first_token, sentence.end_token}, SenseKind::kStatus);
  return std::ranges::any_of(hits, [&](const Hit* hit) {
    const StatusCue& cue = context.rules().statuses[hit->sense.entry];
    return cue.does == StatusWord::kSays && cue.status == ClaimStatus::kForecast;
  });
}

// "The margin widened to 58 percent; in the third quarter it had stood at 47": how high what was said before came at
// another time, where nothing else is named.
bool IsNextLevel(const ClaimContext& context, const Binding& before, const Binding& own) {
  const Metric* const rate = context.catalogue().FindMetric(before.metric);
  if (rate == nullptr || rate->kind != MetricKind::kRate || before.metric == kShare) return false;
  const bool level = own.triggered() && own.trigger.end <= own.tokens.begin &&
                     own.tokens.begin - own.trigger.end <= kWordReach && own.frame->metric == kShare;
  if (!level) return false;
  const bool next = before.sentence == own.sentence || before.sentence->end_token == own.sentence->first_token;
  const TokenRange between{std::max(own.sentence->first_token, before.tokens.end), own.trigger.begin};
  if (!next || between.begin > between.end) return false;
  return SpeaksOfNothing(context, between);
}

// Whether a date behind `from` says of which period its sentence speaks, and no day, which is that of a report.
bool NamesAPeriod(const ClaimContext& context, const Sentence& sentence, std::uint32_t from) {
  return std::ranges::any_of(context.DatesIn(sentence.span), [&](const Date& date) {
    return date.interval && date.interval->days() > 1 && context.TokensOf(date.span).begin >= from &&
           !IsCompared(context, context.TokensOf(date.span));
  });
}

}  // namespace

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

bool IsSameSum(const ClaimContext& context, const Binding& before, const Binding& own) {
  const Figure* earned = FigureOf(context, before);
  const Figure* expected = FigureOf(context, own);
  const Metric* metric = context.catalogue().FindMetric(before.metric);
  if (earned == nullptr || expected == nullptr || earned->unit != expected->unit) return false;
  if (metric == nullptr || metric->kind != MetricKind::kFlow || earned->value.is_negative()) return false;
  if (before.sentence->end_token != own.sentence->first_token && before.sentence != own.sentence) return false;
  const std::uint32_t from = std::max(own.sentence->first_token, before.tokens.end);
  // "Revenue came to 593 million; in the fourth quarter alone it was 228", "For the third quarter it expects": of
  // another period, where nothing else is spoken of or a word foretells.
  const bool beside = before.sentence == own.sentence;
  const bool other =
      NamesAPeriod(context, *own.sentence, from + (beside ? kOwnDateReach : 0)) &&
      (SpeaksOfNothing(context, {from, own.tokens.begin}) || (!beside && Foretells(context, *own.sentence)));
  if (!other && !HasApart(context, {from, own.sentence->end_token}, Apart::kOutlook)) return false;
  const std::optional<Decimal> most = Product(earned->value, kMostOfYear);
  const std::optional<Decimal> least = Product(expected->value, other ? kMostOfYear : kMostExpected);
  return most && least && *most >= expected->value && *least >= earned->value;
}

bool IsSameRate(const ClaimContext& context, const Binding& before, const Binding& own) {
  if (own.frame == nullptr) return false;
  // "a margin of 4.3 percent, down from 5.7": what it came from is no change.
  const bool change = IsOfChange(context, own.frame->metric) && before.sentence == own.sentence;
  const TokenRange word{own.tokens.begin - std::min(own.tokens.begin, kWordReach), own.tokens.begin};
  const bool came_from = change && (context.SaysIn(word, context.rules().rose_from) ||
                                    !context.HitsIn(word, SenseKind::kComparison).empty());
  if (own.frame->metric != kShare && !came_from) return false;
  // "Acme sold 160,000 (4%)", "2.2 million cards, or 55% of the total"
  if (context.rules().IsShareOfItsOwn(before.metric) && IsBesideCount(context, own)) return true;
  // "The EU levies 30 percent. For Acme it will be 17": what is levied goes on in the next sentence.
  // "Acme holds a market share of 20 percent. Globex has 17": so does what several hold of one market.
  const bool goes_on = before.frame->charge || context.rules().IsShareOfItsOwn(before.metric);
  const bool next = before.sentence->end_token == own.sentence->first_token && goes_on && !own.triggered();
  if (IsNextShare(context, before, own) || IsNextLevel(context, before, own)) return true;
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

bool IsBesideCount(const ClaimContext& context, const Binding& own) {
  if (own.value.index == 0) return false;
  const Figure& before = context.read().figures[own.value.index - 1];
  if (before.kind != FigureKind::kCount || !own.sentence->span.Covers(before.span)) return false;
  const TextSpan last =
      before.noun.empty() ? before.span : TextSpan{before.span.begin, std::max(before.span.end, before.noun.end)};
  const std::uint32_t end = context.TokensOf(last).end;
  if (end >= own.tokens.begin || own.tokens.begin - end > kWordReach) return false;
  const std::string_view sign = context.document().Written(end);
  return sign == "(" || sign == "（" || (sign == "," && own.tokens.begin - end == kWordReach);
}

}  // namespace newsgraph::extract
