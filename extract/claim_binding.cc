#include "extract/claim_binding.h"

#include <algorithm>

#include "extract/claim_continuations.h"
#include "extract/claim_differences.h"
#include "extract/claim_metrics.h"
#include "extract/claim_nouns.h"
#include "extract/claim_rows.h"
#include "extract/claim_sites.h"
#include "extract/claim_triggers.h"

namespace newsgraph::extract {
namespace {

constexpr std::string_view kShare = "share";
constexpr int kDeepestKind = 16;

// Makes the binding one of another value; where no word ties it, neither value's words do.
void Move(const ClaimContext& context, ValueRef value, Binding& binding) {
  const TokenRange tokens = context.TokensOf(value);
  if (!binding.triggered()) binding.trigger = tokens;
  binding.value = value;
  binding.tokens = tokens;
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
  Binder(const ClaimContext& context, const Sentence& sentence, ValueRef value) : context_(context) {
    binding_.value = value;
    binding_.tokens = binding_.trigger = context.TokensOf(value);
    binding_.sentence = &sentence;
    if (const Figure* figure = FigureOf(context, value)) binding_.counted = figure->unit;
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
    const std::optional<FoundTrigger> found = NearestTrigger(context_, *binding_.sentence, binding_.value);
    if (!found) return;
    binding_.frame = found->frame;
    binding_.trigger = found->tokens;
  }

  void Continue(const Binding* before) {
    const Figure* own = FigureOf(context_, binding_.value);
    if (own == nullptr || before == nullptr) return;
    const Figure* other = FigureOf(context_, before->value);
    if (other == nullptr || other->kind != own->kind) return;
    if (own->kind == FigureKind::kMoney) {
      binding_.expected = IsExpected(context_, *before, binding_);
      if (binding_.expected || IsOfAnother(*before) || IsSameSum(context_, *before, binding_)) Take(*before);
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
      if (!Fits(context_, frame, binding_.value)) continue;
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
      if (frame.units.empty() || !Fits(context_, frame, binding_.value)) continue;
      binding_.frame = &frame;
      return;
    }
  }

  const ClaimContext& context_;
  Binding binding_;
};

}  // namespace

const Figure* FigureOf(const ClaimContext& context, ValueRef value) {
  return value.kind == ValueRef::Kind::kFigure ? &context.read().figures[value.index] : nullptr;
}

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
  // "2.5 times as many" are no share of them.
  if (figure.kind == FigureKind::kMultiple && frame.metric == kShare && figure.value >= Decimal(1)) return false;
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

bool Fits(const ClaimContext& context, const ClaimFrame& frame, ValueRef value) {
  const Figure* figure = FigureOf(context, value);
  return figure != nullptr ? Fits(context, frame, *figure) : Fits(context, frame, context.read().dates[value.index]);
}

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
