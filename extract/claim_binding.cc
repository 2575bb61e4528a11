#include "extract/claim_binding.h"

#include <algorithm>

#include "extract/claim_differences.h"
#include "extract/claim_metrics.h"
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
constexpr std::string_view kUnit = "unit";  // a mere counting word
constexpr int kDeepestKind = 16;
constexpr int kVerbAtEnd = 100;                // so far may an event's verb that ends the sentence seem from its date
constexpr std::uint32_t kVerbBehindValue = 2;  // begins the verb that ends the value's clause
constexpr std::uint32_t kEndReach = 3;
// How many words hedge a value behind what announces it: "to about 5 percent".
constexpr std::uint32_t kHedgeReach = 2;
// How many words before a value say how high it has come.
constexpr std::uint32_t kLevelReach = 24;

const Figure* FigureOf(const ClaimContext& context, ValueRef value) {
  return value.kind == ValueRef::Kind::kFigure ? &context.read().figures[value.index] : nullptr;
}

TextSpan SpanOf(const ClaimContext& context, ValueRef value) {
  const Figure* figure = FigureOf(context, value);
  return figure != nullptr ? figure->span : context.read().dates[value.index].span;
}

// Makes the binding one of another value; where no word ties it, neither value's words do.
void Move(const ClaimContext& context, ValueRef value, Binding& binding) {
  const TokenRange tokens = context.TokensOf(SpanOf(context, value));
  if (!binding.triggered()) binding.trigger = tokens;
  binding.value = value;
  binding.tokens = tokens;
}

bool FitsValue(const ClaimContext& context, const ClaimFrame& frame, ValueRef value) {
  const Figure* figure = FigureOf(context, value);
  return figure != nullptr ? Fits(context, frame, *figure) : Fits(context, frame, context.read().dates[value.index]);
}

// Whether a concept, or one that it is a kind of, is one of those.
template <typename Those>
bool IsOneOf(const ClaimContext& context, std::string_view concept_id, const Those& those) {
  std::string_view at = concept_id;
  for (int depth = 0; depth < kDeepestKind; ++depth) {
    if (those(at)) return true;
    if (at.empty()) return false;
    const Concept* known = context.catalogue().FindConcept(at);
    at = known == nullptr ? std::string_view() : std::string_view(known->broader);
    if (at.empty()) return false;
  }
  return false;
}

class Binder {
 public:
  Binder(const ClaimContext& context, const Sentence& sentence, ValueRef value)
      : context_(context), sentence_{sentence.first_token, sentence.end_token} {
    binding_.value = value;
    binding_.tokens = binding_.trigger = context.TokensOf(SpanOf(context, value));
    binding_.sentence = &sentence;
    if (const Figure* figure = FigureOf(context, value)) binding_.counted = figure->unit;
    has_base_ = HasBaseBefore(context, sentence, value);
  }

  std::optional<Binding> Run(const Binding* before) && {
    FindTrigger();
    if (binding_.frame == nullptr || CountsNothing()) Continue(before);
    if (binding_.frame == nullptr) FindUntriggered();
    if (before != nullptr && (IsSameRate(context_, *before, binding_) || IsPart(context_, *before, binding_)))
      Take(*before);
    if (binding_.triggered() && CountsAnything()) TakeWhatUnitsSay();
    if (binding_.frame == nullptr) return std::nullopt;
    if (binding_.frame->of_site && IsOfASite(context_, binding_))
      binding_.frame = &context_.rules().frames[*binding_.frame->of_site];
    if (binding_.metric.empty()) TakeChange(context_, binding_);
    if (IsDifference(context_, binding_)) return std::nullopt;
    return std::move(binding_);
  }

 private:
  void FindTrigger() {
    int best = binding_.value.kind == ValueRef::Kind::kDate ? kFarthestEvent : kFarthestTrigger;
    const Hits hits = context_.HitsIn(sentence_, SenseKind::kTrigger);
    for (const Hit* hit : hits) {
      const ClaimTrigger& trigger = context_.rules().triggers[hit->sense.entry];
      const ClaimFrame& frame = context_.rules().frames[trigger.frame];
      const TokenRange tokens{hit->first_token, hit->end_token};
      // Most stand too far off, and need no look.
      if (!MayStandNearer(trigger, tokens) && LeastCostOf(tokens) - frame.weight * kWord >= best) continue;
      context_.CountWeighed();
      if (!FitsValue(context_, frame, binding_.value)) continue;
      if (frame.follows && tokens.begin != binding_.tokens.end) continue;
      if (frame.needs_site && !TellsOfSite(context_, *binding_.sentence, tokens)) continue;
      if (IsOfHedge(tokens) || IsCounted(frame, tokens)) continue;
      if (frame.raises && HasApart(context_, {tokens.end, binding_.tokens.begin}, Apart::kOutlook)) continue;
      if (frame.ends_at_value && !EndsAtValue(trigger, tokens)) continue;
      const std::optional<TokenRange> nearest = NearestPart(trigger, tokens);
      if (!nearest || (IsOfChange(context_, frame.metric) && SaysHowHigh(hits, *hit))) continue;
      const int cost = CostOf(*nearest, frame) - frame.weight * kWord;
      if (cost >= best) continue;
      best = cost;
      binding_.frame = &frame;
      binding_.trigger = tokens;
    }
  }

  // Whether a part of a trigger may stand nearer to the value than the first one does.
  bool MayStandNearer(const ClaimTrigger& trigger, TokenRange first) const {
    return !trigger.later_part.empty() && first.end <= binding_.tokens.begin;
  }

  // "Deliveries of the H20, which …, will begin in April": the part of a trigger that stands nearest to the value; none
  // where one is missing.
  std::optional<TokenRange> NearestPart(const ClaimTrigger& trigger, TokenRange first) const {
    if (trigger.later_part.empty() || context_.rules().frames[trigger.frame].ends_at_value) return first;
    const std::optional<std::uint32_t> later = LaterPartOf(context_, trigger, {first.end, sentence_.end});
    if (!later) return std::nullopt;
    const TokenRange last{*later, *later + 1};
    return context_.Distance(last, binding_.tokens) < context_.Distance(first, binding_.tokens) ? last : first;
  }

  // "ships" in "runs 500 ships": what is counted, and not what was done ("of which 90 ordered").
  bool IsCounted(const ClaimFrame& frame, TokenRange tokens) const {
    const Figure* own = FigureOf(context_, binding_.value);
    return frame.goods && own != nullptr && own->kind == FigureKind::kCount && !own->noun.empty() &&
           own->unit != kUnit && !context_.rules().deeds.contains(own->unit) &&
           context_.TokensOf(own->noun).Covers(tokens.begin) && !IsDoneNotCounted(context_, *own, tokens);
  }

  // "up" in "up to 60 percent" says nothing of a rise.
  bool IsOfHedge(TokenRange tokens) const {
    const Hit* const hedge = context_.document().Longest(tokens.begin, SenseKind::kMod);
    return hedge != nullptr && hedge->end_token > tokens.end && hedge->end_token == binding_.tokens.begin;
  }

  // "rose in May to about 5 percent": its last word stands right before the value.
  bool EndsAtValue(const ClaimTrigger& trigger, TokenRange tokens) const {
    if (binding_.tokens.begin < tokens.end) return false;
    if (trigger.later_part.empty()) return binding_.tokens.begin - tokens.end <= kHedgeReach;
    for (std::uint32_t token = binding_.tokens.begin; token-- > tokens.end;) {
      if (context_.document().Folded(token) == trigger.later_part) return true;
      if (context_.document().tokens()[token].kind != TokenKind::kWord) return false;
      if (binding_.tokens.begin - token > kHedgeReach) return false;
    }
    return false;
  }

  // Whether a word says here how high it has come, and not by how much: `change` itself, or one before a value that
  // `change` stands behind.
  bool SaysHowHigh(const Hits& hits, const Hit& change) const {
    const std::uint32_t from = binding_.tokens.begin - std::min(binding_.tokens.begin, kLevelReach);
    auto hit = std::lower_bound(hits.begin(), hits.end(), from,
                                [](const Hit* each, std::uint32_t at) { return each->first_token < at; });
    for (; hit != hits.end() && (*hit)->first_token < binding_.tokens.begin; ++hit) {
      const ClaimTrigger& trigger = context_.rules().triggers[(*hit)->sense.entry];
      const ClaimFrame& frame = context_.rules().frames[trigger.frame];
      const bool of_it = (*hit)->first_token == change.first_token || change.first_token >= binding_.tokens.end;
      if (frame.ends_at_value && of_it && FitsValue(context_, frame, binding_.value) &&
          EndsAtValue(trigger, {(*hit)->first_token, (*hit)->end_token}))
        return true;
    }
    return false;
  }

  // What it costs at least, by the distance alone.
  int LeastCostOf(TokenRange trigger) const {
    const int words = context_.Distance(trigger, binding_.tokens);
    return binding_.value.kind == ValueRef::Kind::kDate ? std::min(words, kVerbAtEnd) : words;
  }

  int CostOf(TokenRange trigger, const ClaimFrame& frame) const {
    const TokenRange& value = binding_.tokens;
    const bool after = trigger.begin >= value.end;
    const int between = after ? FiguresBetween(context_, value.end, trigger.begin, binding_.value)
                              : FiguresBetween(context_, trigger.end, value.begin, binding_.value);
    // A trigger between the two has not passed the base.
    const int passed = std::max(0, between - (has_base_ && !after ? 1 : 0));
    const int words = context_.Distance(trigger, value);
    const int distance = after && IsLastVerb(trigger) ? std::min(words, kVerbAtEnd) : words;
    const int taken = binding_.value.kind == ValueRef::Kind::kDate && IsOfFigure(distance) ? kDateOfFigure : 0;
    return distance + passed * kPassedValue + (after ? kTriggerAfter + NextClauseCost(trigger) : 0) + taken +
           (after && IsBehindComma(trigger) ? (has_base_ ? kNextClause : kBehindComma) : 0) +
           (!after && !frame.object.empty() ? CostOfOneBefore(trigger) : 0) +
           (!after && EndsClauseOfAnother(trigger) ? kBehindComma : 0);
  }

  // "revenue fell to 13 billion, profit to 2 billion": money that a comma parts from the word behind it is another's.
  bool IsBehindComma(TokenRange trigger) const {
    const Figure* own = FigureOf(context_, binding_.value);
    if (own == nullptr || own->kind != FigureKind::kMoney) return false;
    for (std::uint32_t token = binding_.tokens.end; token < trigger.begin; ++token) {
      const std::string_view sign = context_.document().Written(token);
      if (sign == "," || sign == "،" || sign == "，" || sign == "、" || sign == ";" || sign == "；") return true;
    }
    return !context_.HitsIn({binding_.tokens.end, trigger.begin}, SenseKind::kClauseMark).empty();
  }

  // "one was killed and 2 were wounded": "and" parts them; "23명이 사망하고 31명이 부상했다": where verbs end clauses,
  // one behind a value is that one's.
  int CostOfOneBefore(TokenRange trigger) const {
    const bool last = (context_.document().languages() & context_.rules().verb_last) != 0;
    const bool taken = last && FiguresBetween(context_, sentence_.begin, trigger.begin, binding_.value) > 0;
    const bool marked = trigger.end < binding_.tokens.begin &&
                        !context_.HitsIn({trigger.end, binding_.tokens.begin}, SenseKind::kClauseMark).empty();
    return (marked ? kBehindMark : 0) + (taken ? kBehindComma : 0);
  }

  // "18만대를 생산하고 4500명을 고용": where verbs end clauses, one right behind another value is that one's.
  bool EndsClauseOfAnother(TokenRange trigger) const {
    const Figure* const own = FigureOf(context_, binding_.value);
    if (!context_.VerbsEndClauses() || own == nullptr || binding_.value.index == 0) return false;
    const Figure& before = *(own - 1);
    if (before.kind != own->kind && !before.parallel_to) return false;
    const std::uint32_t from = context_.TokensOf(before.span).end + (before.parallel_to ? 1 : 0);  // its bracket
    return from <= trigger.begin && trigger.begin - from <= kVerbBehindValue &&
           !context_.HasSign({from, trigger.begin});
  }

  // What is said behind "while" or "before" is said of something else.
  int NextClauseCost(TokenRange trigger) const {
    const Hits marks = context_.HitsIn({binding_.tokens.end, trigger.begin}, SenseKind::kClauseMark);
    return std::any_of(
               marks.begin(), marks.end(),
               [this](const Hit* hit) { return context_.rules().marks[hit->sense.entry] == ClauseMark::kStrong; })
               ? kNextClause
               : 0;
  }

  // Where verbs end the sentence, the last one says what happened at the date that opens it.
  bool IsLastVerb(TokenRange trigger) const {
    if (binding_.value.kind != ValueRef::Kind::kDate) return false;
    if ((context_.document().languages() & context_.rules().verb_last) == 0) return false;
    return trigger.end + kEndReach >= sentence_.end;
  }

  // "für 2024 einen Umsatz von 743 Millionen": the date is when a figure holds that
  // stands behind it and nearer than the trigger.
  bool IsOfFigure(int distance) const {
    const std::vector<Figure>& figures = context_.read().figures;
    const std::uint32_t end = context_.document().tokens()[binding_.tokens.end - 1].span.end;
    const auto next = std::lower_bound(figures.begin(), figures.end(), end,
                                       [](const Figure& f, std::uint32_t at) { return f.span.begin < at; });
    if (next == figures.end() || next->span.begin >= binding_.sentence->span.end) return false;
    return context_.Distance(binding_.tokens, context_.TokensOf(next->span)) < distance;
  }

  void Continue(const Binding* before) {
    const Figure* own = FigureOf(context_, binding_.value);
    if (own == nullptr || before == nullptr) return;
    const Figure* other = FigureOf(context_, before->value);
    if (other == nullptr || other->kind != own->kind) return;
    if (own->kind == FigureKind::kMoney) {
      binding_.expected = IsExpected(context_, *before, binding_);
      if (binding_.expected || IsOfAnother(*before) || IsOutlook(context_, *before, binding_)) Take(*before);
      return;
    }
    if (own->kind == FigureKind::kPercent && SharesVerb(context_, *before, binding_)) {
      binding_.frame = before->frame;
      binding_.continued = true;
    }
    if (own->kind != FigureKind::kCount) return;
    // "17 people are missing. 600,000 people need help": what has become of the ones is not said of others.
    if (!before->frame->object.empty() && !own->noun.empty() && before->sentence != binding_.sentence) return;
    const std::string_view counted = before->counted;
    const bool says = !own->unit.empty() && !context_.rules().vague.contains(own->unit);
    if (counted.empty() ? says || !before->continued
                        : says && context_.nouns().FamilyOf(own->unit) != context_.nouns().FamilyOf(counted))
      return;
    Take(*before);
    if (binding_.counted.empty()) binding_.counted = counted;
  }

  void Take(const Binding& before) {
    binding_.frame = before.frame;
    binding_.metric = before.metric;
    binding_.continued = true;
  }

  // "sales of Acme reach 15 billion, while Globex would stop at 800 million": of another firm, in one sentence.
  bool IsOfAnother(const Binding& before) const {
    if (before.sentence != binding_.sentence || before.frame->event) return false;
    const std::span<const Participant> between = context_.ParticipantsIn({before.tokens.end, binding_.tokens.begin});
    return std::any_of(between.begin(), between.end(), [](const Participant& each) {
      return each.type == EntityType::kCompany && !each.modifier && !each.reference;
    });
  }

  void FindUntriggered() {
    for (const std::uint32_t index : context_.rules().untriggered) {
      const ClaimFrame& frame = context_.rules().frames[index];
      if (!FitsValue(context_, frame, binding_.value)) continue;
      binding_.frame = &frame;
      return;
    }
  }

  // "comfortably above the 13,317 that it counted in 2025": of what, was said before.
  bool CountsNothing() const { return CountsAnything() && binding_.counted.empty(); }

  bool CountsAnything() const {
    return binding_.frame->object.empty() && binding_.frame->units.empty() && IsTally(context_, binding_.frame->metric);
  }

  // "runs 500 hotels": what is counted says more than that it is.
  void TakeWhatUnitsSay() {
    for (const std::uint32_t index : context_.rules().untriggered) {
      const ClaimFrame& frame = context_.rules().frames[index];
      if (frame.units.empty() || !FitsValue(context_, frame, binding_.value)) continue;
      binding_.frame = &frame;
      return;
    }
  }

  const ClaimContext& context_;
  TokenRange sentence_;
  Binding binding_;
  bool has_base_ = false;  // "from 3 to 5 percent": what stands before the 5 is no value of another word
};

}  // namespace

const Figure* FigureOf(const ClaimContext& context, const Binding& binding) { return FigureOf(context, binding.value); }

std::optional<Decimal> CountedDown(const ClaimContext& context, const Binding& binding) {
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || !binding.frame->negative || figure->value.is_negative()) return std::nullopt;
  return -figure->value;
}

Binding OfReached(const ClaimContext& context, const Binding& base) {
  Binding binding = base;
  Move(context, *base.reached, binding);
  binding.reached.reset();
  return binding;
}

bool IsGoods(const ClaimContext& context, const std::string& concept_id) {
  const auto& not_goods = context.rules().not_goods;
  return !IsOneOf(context, concept_id, [&](std::string_view kind) { return not_goods.find(kind) != not_goods.end(); });
}

bool IsOfChange(const ClaimContext& context, const std::string& metric) {
  const Metric* known = context.catalogue().FindMetric(metric);
  return known != nullptr && known->kind == MetricKind::kChange;
}

bool IsTally(const ClaimContext& context, const std::string& metric) {
  const Metric* known = context.catalogue().FindMetric(metric);
  return known != nullptr && known->tally;
}

bool Fits(const ClaimContext& context, const ClaimFrame& frame, const Figure& figure) {
  if (std::find(frame.takes.begin(), frame.takes.end(), figure.kind) == frame.takes.end()) return false;
  if (frame.with_minus && !figure.value.is_negative()) return false;
  if (figure.kind == FigureKind::kMoney) return true;
  // "an earthquake of magnitude 7.1": nobody counts parts of things.
  if (figure.kind == FigureKind::kCount && figure.value.exponent() < 0 && IsTally(context, frame.metric)) return false;
  if (figure.kind == FigureKind::kCount && frame.goods) return IsGoods(context, figure.unit);
  if (figure.kind == FigureKind::kMeasure && !frame.measures.empty()) {
    return std::find(frame.measures.begin(), frame.measures.end(), figure.unit) != frame.measures.end();
  }
  return frame.units.empty() || IsOneOf(context, figure.unit, [&](std::string_view kind) {
           return std::find(frame.units.begin(), frame.units.end(), kind) != frame.units.end();
         });
}

bool Fits(const ClaimContext&, const ClaimFrame& frame, const Date&) { return frame.event; }

std::optional<Binding> Bind(const ClaimContext& context, const Sentence& sentence, ValueRef value,
                            const Binding* before) {
  if (CountsSources(context, value)) return std::nullopt;
  const std::optional<ValueRef> reached = RisenFrom(context, sentence, value);
  if (!reached) return Binder(context, sentence, value).Run(before);
  std::optional<Binding> binding = Binder(context, sentence, *reached).Run(before);
  // Where it says by how much, there is nothing that it could have come from.
  if (!binding || IsOfChange(context, binding->metric)) return std::nullopt;
  Move(context, value, *binding);
  binding->reached = reached;
  return binding;
}

}  // namespace newsgraph::extract
