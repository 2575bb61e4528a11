#include "extract/claim_triggers.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_nouns.h"
#include "extract/claim_rows.h"
#include "extract/claim_sites.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a trigger still speaks for a value.
constexpr int kFarthestTrigger = 220;
constexpr int kFarthestEvent = 180;
// Another value between trigger and value has the better claim to it.
constexpr int kPassedValue = 20;
constexpr int kTriggerAfter = 5;
constexpr int kNextClause = 120;
constexpr int kBehindComma = 40;
constexpr int kBehindMark = 20;
constexpr int kDateOfFigure = 120;
constexpr int kWord = 10;
constexpr std::string_view kUnit = "unit";     // a mere counting word
constexpr int kVerbAtEnd = 100;                // so far may an event's verb that ends the sentence seem from its date
constexpr std::uint32_t kVerbBehindValue = 2;  // so far may the verb begin that ends a value's clause
constexpr std::uint32_t kEndReach = 3;
// How many words hedge a value behind what announces it: "to about 5 percent".
constexpr std::uint32_t kHedgeReach = 2;
// How many words before a value say how high it has come.
constexpr std::uint32_t kLevelReach = 24;

class TriggerSearch {
 public:
  TriggerSearch(const ClaimContext& context, const Sentence& sentence, ValueRef value)
      : context_(context),
        sentence_(sentence),
        range_{sentence.first_token, sentence.end_token},
        value_(value),
        value_tokens_(context.TokensOf(value)),
        has_base_(HasBaseBefore(context, sentence, value)) {}

  std::optional<FoundTrigger> Run() const {
    std::optional<FoundTrigger> found;
    int best = value_.kind == ValueRef::Kind::kDate ? kFarthestEvent : kFarthestTrigger;
    const Hits hits = context_.HitsIn(range_, SenseKind::kTrigger);
    for (const Hit* hit : hits) {
      const ClaimTrigger& trigger = context_.rules().triggers[hit->sense.entry];
      const ClaimFrame& frame = context_.rules().frames[trigger.frame];
      const TokenRange tokens{hit->first_token, hit->end_token};
      // Most stand too far off, and need no look.
      if (!MayStandNearer(trigger, tokens) && LeastCostOf(tokens) - frame.weight * kWord >= best) continue;
      context_.CountWeighed();
      if (!Fits(context_, frame, value_)) continue;
      if (frame.follows && tokens.begin != value_tokens_.end) continue;
      if (frame.needs_site && !TellsOfSite(context_, sentence_, tokens)) continue;
      if (IsOfHedge(tokens) || IsCounted(frame, tokens) || IsWorthOfGoods(frame, tokens)) continue;
      if (frame.raises && HasApart(context_, {tokens.end, value_tokens_.begin}, Apart::kOutlook)) continue;
      if (frame.ends_at_value && !EndsAtValue(trigger, tokens)) continue;
      const std::optional<TokenRange> nearest = NearestPart(trigger, tokens);
      if (!nearest || (IsOfChange(context_, frame.metric) && SaysHowHigh(hits, *hit))) continue;
      const int cost = CostOf(*nearest, frame) - frame.weight * kWord;
      if (cost >= best) continue;
      best = cost;
      found = {&frame, tokens};
    }
    return found;
  }

 private:
  // Whether a part of a trigger may stand nearer to the value than the first one does.
  bool MayStandNearer(const ClaimTrigger& trigger, TokenRange first) const {
    return !trigger.later_part.empty() && first.end <= value_tokens_.begin;
  }

  // "Deliveries of the H20, which …, will begin in April": the part of a trigger that stands nearest to the value; none
  // where one is missing.
  std::optional<TokenRange> NearestPart(const ClaimTrigger& trigger, TokenRange first) const {
    if (trigger.later_part.empty() || context_.rules().frames[trigger.frame].ends_at_value) return first;
    const std::optional<std::uint32_t> later = LaterPartOf(context_, trigger, {first.end, range_.end});
    if (!later) return std::nullopt;
    const TokenRange last{*later, *later + 1};
    return context_.Distance(last, value_tokens_) < context_.Distance(first, value_tokens_) ? last : first;
  }

  // "servers worth 390 million": their price, and no firm's.
  bool IsWorthOfGoods(const ClaimFrame& frame, TokenRange tokens) const {
    if (!frame.of_firms || tokens.begin <= range_.begin) return false;
    // "4.6 billion dollars' worth of hardware"
    const bool of = tokens.begin >= value_tokens_.end && tokens.end < range_.end &&
                    context_.Says(context_.document().Folded(tokens.end), context_.rules().of_whom);
    if (of) return true;
    const std::uint32_t before = tokens.begin - 1;
    const Hits nouns = context_.HitsIn({before, tokens.begin}, SenseKind::kNoun);
    const auto is_goods = [&](const Hit* hit) {
      const Noun& noun = context_.nouns().Of(*hit);
      return !noun.concept_id.empty() && IsGoods(context_, noun.concept_id);
    };
    const auto named = context_.ParticipantsIn({before, tokens.begin});
    return std::ranges::any_of(nouns, is_goods) ||
           !context_.HitsIn({before, tokens.begin}, SenseKind::kTopic).empty() ||
           std::ranges::any_of(named, [](const Participant& each) { return IsThing(each.type); });
  }

  // "ships" in "runs 500 ships": what is counted, and not what was done ("of which 90 ordered").
  bool IsCounted(const ClaimFrame& frame, TokenRange tokens) const {
    const Figure* own = FigureOf(context_, value_);
    return frame.goods && own != nullptr && own->kind == FigureKind::kCount && !own->noun.empty() &&
           own->unit != kUnit && !context_.rules().deeds.contains(own->unit) &&
           context_.TokensOf(own->noun).Covers(tokens.begin) && !IsDoneNotCounted(context_, *own, tokens);
  }

  // "up" in "up to 60 percent" says nothing of a rise.
  bool IsOfHedge(TokenRange tokens) const {
    const Hit* const hedge = context_.document().Longest(tokens.begin, SenseKind::kMod);
    return hedge != nullptr && hedge->end_token > tokens.end && hedge->end_token == value_tokens_.begin;
  }

  // "close to 30 percent"
  bool IsInHedge(std::uint32_t token) const {
    const Hit* const hedge = context_.document().LongestBefore(value_tokens_.begin, SenseKind::kMod);
    return hedge != nullptr && hedge->first_token < token && token < hedge->end_token;
  }

  // "rose in May to about 5 percent": its last word stands right before the value.
  bool EndsAtValue(const ClaimTrigger& trigger, TokenRange tokens) const {
    if (value_tokens_.begin < tokens.end) return false;
    if (trigger.later_part.empty()) return value_tokens_.begin - tokens.end <= kHedgeReach;
    for (std::uint32_t token = value_tokens_.begin; token-- > tokens.end;) {
      if (context_.document().Folded(token) == trigger.later_part) return !IsInHedge(token);
      if (context_.document().tokens()[token].kind != TokenKind::kWord) return false;
      if (value_tokens_.begin - token > kHedgeReach) return false;
    }
    return false;
  }

  // Whether a word says here how high it has come, and not by how much: `change` itself, or one before a value that
  // `change` stands behind.
  bool SaysHowHigh(const Hits& hits, const Hit& change) const {
    if (FellToNothing(context_, value_tokens_)) return true;
    const std::uint32_t from = value_tokens_.begin - std::min(value_tokens_.begin, kLevelReach);
    auto hit = std::lower_bound(hits.begin(), hits.end(), from,
                                [](const Hit* each, std::uint32_t at) { return each->first_token < at; });
    for (; hit != hits.end() && (*hit)->first_token < value_tokens_.begin; ++hit) {
      const ClaimTrigger& trigger = context_.rules().triggers[(*hit)->sense.entry];
      const ClaimFrame& frame = context_.rules().frames[trigger.frame];
      const bool of_it = (*hit)->first_token == change.first_token || change.first_token >= value_tokens_.end;
      if (frame.ends_at_value && of_it && Fits(context_, frame, value_) &&
          EndsAtValue(trigger, {(*hit)->first_token, (*hit)->end_token}))
        return true;
    }
    return false;
  }

  // What it costs at least, by the distance alone.
  int LeastCostOf(TokenRange trigger) const {
    if (trigger.begin == value_tokens_.end) return 0;
    const int words = context_.Distance(trigger, value_tokens_);
    return value_.kind == ValueRef::Kind::kDate ? std::min(words, kVerbAtEnd) : words;
  }

  int CostOf(TokenRange trigger, const ClaimFrame& frame) const {
    const TokenRange& value = value_tokens_;
    if (trigger.begin == value.end && value_.kind == ValueRef::Kind::kFigure && IsNounOfSum(frame)) return 0;
    const bool after = trigger.begin >= value.end;
    const int between = after ? FiguresBetween(context_, value.end, trigger.begin, value_)
                              : FiguresBetween(context_, trigger.end, value.begin, value_);
    // A trigger between the two has not passed the base.
    const int passed = std::max(0, between - (has_base_ && !after ? 1 : 0));
    const int words = context_.Distance(trigger, value);
    const int distance = after && IsLastVerb(trigger) ? std::min(words, kVerbAtEnd) : words;
    // "15日…増えたと発表した": where verbs end the sentence, who announces does so on the day that opens it.
    const bool announced = frame.own_word && after && IsLastVerb(trigger) && IsDay();
    const int taken = value_.kind == ValueRef::Kind::kDate && !announced && IsOfFigure(distance) ? kDateOfFigure : 0;
    return distance + passed * kPassedValue + (after ? kTriggerAfter + NextClauseCost(trigger) : 0) + taken +
           (after && IsBehindComma(trigger) ? (has_base_ ? kNextClause : kBehindComma) : 0) +
           (!after && !frame.object.empty() ? CostOfOneBefore(trigger) : 0) +
           (!after && EndsClauseOfAnother(trigger) ? kBehindComma : 0) +
           (after && IsOfNext(trigger) ? kBehindComma : 0);
  }

  // "because of costs, a 1.9 billion dollar loss", "19억 달러의 순손실": what a sum right before it is of.
  bool IsNounOfSum(const ClaimFrame& frame) const {
    const Figure* const own = FigureOf(context_, value_);
    return own != nullptr && own->kind == FigureKind::kMoney && frame.reported;
  }

  // "raised 1 billion at a valuation of 39 billion": what ends right before the next value of its kind is that one's.
  bool IsOfNext(TokenRange trigger) const {
    const std::size_t next = value_.index + 1;
    const std::vector<Figure>& figures = context_.read().figures;
    const Figure* const own = FigureOf(context_, value_);
    if (own == nullptr || next >= figures.size() || figures[next].kind != own->kind) return false;
    const std::uint32_t begin = context_.TokensOf(figures[next].span).begin;
    const Hit* const hedge = context_.document().Longest(trigger.end, SenseKind::kMod);
    return trigger.end == begin || (hedge != nullptr && hedge->end_token == begin);
  }

  // "revenue fell to 13 billion, profit to 2 billion": money that a comma parts from the word behind it is another's.
  bool IsBehindComma(TokenRange trigger) const {
    const Figure* own = FigureOf(context_, value_);
    if (own == nullptr || own->kind != FigureKind::kMoney) return false;
    for (std::uint32_t token = value_tokens_.end; token < trigger.begin; ++token) {
      const std::string_view sign = context_.document().Written(token);
      if (sign == "," || sign == "،" || sign == "，" || sign == "、" || sign == ";" || sign == "；") return true;
    }
    return !context_.HitsIn({value_tokens_.end, trigger.begin}, SenseKind::kClauseMark).empty();
  }

  // "one was killed and 2 were wounded": "and" parts them; "23명이 사망하고 31명이 부상했다": where verbs end clauses,
  // one behind a value is that one's.
  int CostOfOneBefore(TokenRange trigger) const {
    const bool last = (context_.document().languages() & context_.rules().verb_last) != 0;
    const bool taken = last && FiguresBetween(context_, range_.begin, trigger.begin, value_) > 0;
    const bool marked = trigger.end < value_tokens_.begin &&
                        !context_.HitsIn({trigger.end, value_tokens_.begin}, SenseKind::kClauseMark).empty();
    return (marked ? kBehindMark : 0) + (taken ? kBehindComma : 0);
  }

  // "18만대를 생산하고 4500명을 고용": where verbs end clauses, one right behind another value is that one's.
  bool EndsClauseOfAnother(TokenRange trigger) const {
    const Figure* const own = FigureOf(context_, value_);
    if (!context_.VerbsEndClauses() || own == nullptr || value_.index == 0) return false;
    const Figure& before = *(own - 1);
    if (before.kind != own->kind && !before.parallel_to) return false;
    const std::uint32_t from = context_.TokensOf(before.span).end + (before.parallel_to ? 1 : 0);  // its bracket
    return from <= trigger.begin && trigger.begin - from <= kVerbBehindValue &&
           !context_.HasSign({from, trigger.begin});
  }

  // What is said behind "while" or "before" is said of something else.
  int NextClauseCost(TokenRange trigger) const {
    const Hits marks = context_.HitsIn({value_tokens_.end, trigger.begin}, SenseKind::kClauseMark);
    return std::any_of(
               marks.begin(), marks.end(),
               [this](const Hit* hit) { return context_.rules().marks[hit->sense.entry] == ClauseMark::kStrong; })
               ? kNextClause
               : 0;
  }

  // Where verbs end the sentence, the last one says what happened at the date that opens it.
  bool IsLastVerb(TokenRange trigger) const {
    if (value_.kind != ValueRef::Kind::kDate) return false;
    if ((context_.document().languages() & context_.rules().verb_last) == 0) return false;
    return trigger.end + kEndReach >= range_.end;
  }

  bool IsDay() const {
    if (value_.kind != ValueRef::Kind::kDate) return false;
    const std::optional<DateInterval>& when = context_.read().dates[value_.index].interval;
    return when && when->days() == 1;
  }

  // "für 2024 einen Umsatz von 743 Millionen": the date is when a figure holds that
  // stands behind it and nearer than the trigger.
  bool IsOfFigure(int distance) const {
    const std::vector<Figure>& figures = context_.read().figures;
    const std::uint32_t end = context_.document().tokens()[value_tokens_.end - 1].span.end;
    const auto next = std::lower_bound(figures.begin(), figures.end(), end,
                                       [](const Figure& f, std::uint32_t at) { return f.span.begin < at; });
    if (next == figures.end() || next->span.begin >= sentence_.span.end) return false;
    return context_.Distance(value_tokens_, context_.TokensOf(next->span)) < distance;
  }

  const ClaimContext& context_;
  const Sentence& sentence_;
  TokenRange range_;
  ValueRef value_;
  TokenRange value_tokens_;
  bool has_base_;  // "from 3 to 5 percent": what stands before the 5 is no value of another word
};

}  // namespace

std::optional<FoundTrigger> NearestTrigger(const ClaimContext& context, const Sentence& sentence, ValueRef value) {
  return TriggerSearch(context, sentence, value).Run();
}

}  // namespace newsgraph::extract
