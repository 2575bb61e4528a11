#include "extract/claim_carry.h"

#include <algorithm>
#include <string_view>

#include "extract/claim_nouns.h"
#include "extract/claim_places.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

// Whether `object` names no kind of thing: nothing, a counting word, a "project"; or where the text goes on with what
// it counted before, a word as "model".
bool SaysNoKind(const ClaimContext& context, const std::string& object, bool continued) {
  return object.empty() || object == "unit" || context.rules().forms.contains(object) ||
         (continued && context.rules().vague.contains(object));
}

// Whether a claim of `figure` (null: of a date) may be of what was last counted of its subject: it names nothing, or
// only what is done with something ("870 deliveries").
bool LacksGoods(const ClaimContext& context, const Claim& claim, const Figure* figure) {
  if (context.rules().deeds.contains(claim.object)) return figure != nullptr && figure->kind == FigureKind::kCount;
  return claim.object.empty() && (figure == nullptr || figure->kind != FigureKind::kMeasure) &&
         context.catalogue().FindMetric(claim.metric) != nullptr &&
         context.catalogue().FindMetric(claim.metric)->kind != MetricKind::kChange &&
         IsCarriedTo(context, claim.metric, claim.subject);
}

// Whether a claim is of the things that the paragraph has counted, which `things` is of.
bool GoesOnOf(const ClaimContext& context, const Binding& binding, const Claim& claim, const Claim& things) {
  const Entity* subject = context.EntityOf(claim.subject);
  if ((subject != nullptr && IsThing(subject->type)) || context.rules().vague.contains(things.object)) return false;
  const auto figure_of = [&](const Claim& of) {
    return of.value.kind == ValueRef::Kind::kFigure ? &context.read().figures[of.value.index] : nullptr;
  };
  const Figure* const own = figure_of(claim);
  const Figure* const counted = figure_of(things);
  // Money is not spent on the people who were counted, nor do they grow; and what goes into plants is not for goods.
  const bool money = own != nullptr && own->kind == FigureKind::kMoney;
  if (money && binding.frame->sited) return context.rules().sites.contains(things.object);
  const bool goods = binding.frame->goods || money || IsOfChange(context, claim.metric);
  const std::string unit = counted == nullptr ? "" : counted->unit;
  if (goods && !(IsGoods(context, things.object) && IsGoods(context, unit))) return false;
  // "16,000 robots were sold, and over 80 percent went to China"
  if (claim.metric == "share" && things.sentence == claim.sentence) return true;
  // A thing by name is another's only where the same one is spoken of.
  if (context.catalogue().FindConcept(things.object) == nullptr && things.subject != claim.subject) return false;
  const bool measured = own != nullptr && own->kind == FigureKind::kMeasure;
  return binding.frame->parts ||
         (things.subject == claim.subject && !measured && IsCarriedTo(context, claim.metric, claim.subject));
}

// Whether `thing` is one of the `kind`.
bool IsOfKind(const ClaimContext& context, const std::string& thing, const std::string& kind) {
  if (context.catalogue().IsPartOf(thing, kind)) return true;
  const Entity* const known = context.EntityOf(thing);
  return known != nullptr && known->type == EntityType::kChip && kind == Name(EntityType::kChip);
}

// "Capital expenditure was 20 billion" behind a sentence that says what a plant costs: of all that the firm builds, and
// not of what the claim before is of.
bool IsOfAll(const Binding& binding, const Claim& before) {
  return binding.frame->sited && before.sentence != binding.sentence->span;
}

}  // namespace
bool AreOfOneKind(const ClaimContext& context, const Claim& a, const Claim& b) {
  return a.object == b.object || a.object.empty() || b.object.empty() ||
         context.nouns().FamilyOf(a.object) == context.nouns().FamilyOf(b.object);
}

bool IsCarriedTo(const ClaimContext& context, const std::string& metric, const std::string& subject) {
  const auto types = context.rules().carried_to.find(metric);
  const Entity* entity = context.EntityOf(subject);
  return entity != nullptr && types != context.rules().carried_to.end() &&
         std::find(types->second.begin(), types->second.end(), entity->type) != types->second.end();
}

bool IsOfPeriod(const ClaimContext& context, const std::string& metric) {
  const Metric* known = context.catalogue().FindMetric(metric);
  return known != nullptr && (known->kind == MetricKind::kFlow || known->kind == MetricKind::kChange ||
                              context.rules().reported.contains(metric));
}

bool IsDeal(const ClaimContext& context, const BoundClaim& said) {
  const Metric* const metric = context.catalogue().FindMetric(said.claim.metric);
  return metric != nullptr && metric->kind == MetricKind::kFlow && said.binding.frame->goods;
}

bool NamesFirm(const ClaimContext& context, const Sentence& sentence) {
  return std::ranges::any_of(
      context.ParticipantsIn({sentence.first_token, sentence.end_token}),
      [](const Participant& each) { return each.type == EntityType::kCompany && !each.modifier && !each.reference; });
}

bool MayBeCounted(const ClaimContext& context, const Binding& binding, const Claim& claim) {
  const Figure* const figure = FigureOf(context, binding);
  const bool money = figure != nullptr && figure->kind == FigureKind::kMoney;
  return !binding.frame->total && !binding.frame->charge && !money && !MovesInPrice(context, claim);
}

std::string ObjectGoingOn(const ClaimContext& context, const Binding& binding, const Claim& claim, SaidBefore said) {
  Claim own = claim;
  const bool unsaid = SaysNoKind(context, own.object, binding.continued);
  // "an operating profit of 73 million, a net profit of 50": what one rule calls it is not said of another's.
  const bool anew = !binding.continued;
  if (said.last != nullptr && unsaid) {
    const Binding& last = said.last->binding;
    const bool of_rule = anew && last.frame != binding.frame && !last.frame->object.empty();
    if (!of_rule && !(anew && IsOfAll(binding, said.last->claim))) own.object = said.last->claim.object;
  } else if (said.last != nullptr && !anew && IsOfKind(context, said.last->claim.object, own.object)) {
    // "buys 260,000 Blackwell chips, of which Acme takes 60,000 chips"
    own.object = said.last->claim.object;
  }
  const bool goes_on = said.things != nullptr && GoesOnOf(context, binding, own, *said.things);
  if (own.object.empty() && goes_on) own.object = said.things->object;
  if (said.goods != nullptr && LacksGoods(context, own, FigureOf(context, binding))) own.object = *said.goods;
  return own.object.empty() ? GoodsFor(context, binding, own.subject) : own.object;
}

}  // namespace newsgraph::extract
