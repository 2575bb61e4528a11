#include "extract/claim_carry.h"

#include <algorithm>
#include <string_view>

namespace newsgraph::extract {
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

bool SaysNoKind(const ClaimContext& context, const std::string& object, bool continued) {
  return object.empty() || object == "unit" || context.rules().forms.contains(object) ||
         (continued && context.rules().vague.contains(object));
}

bool LacksGoods(const ClaimContext& context, const Claim& claim, std::optional<FigureKind> kind) {
  if (context.rules().deeds.contains(claim.object)) return kind == FigureKind::kCount;
  return claim.object.empty() && kind != FigureKind::kMeasure &&
         context.catalogue().FindMetric(claim.metric) != nullptr &&
         context.catalogue().FindMetric(claim.metric)->kind != MetricKind::kChange &&
         IsCarriedTo(context, claim.metric, claim.subject);
}

bool IsOfPeriod(const ClaimContext& context, const std::string& metric) {
  const Metric* known = context.catalogue().FindMetric(metric);
  return known != nullptr && (known->kind == MetricKind::kFlow || known->kind == MetricKind::kChange ||
                              context.rules().reported.contains(metric));
}

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

bool IsOfAll(const Binding& binding, const Claim& before) {
  return binding.frame->sited && before.sentence != binding.sentence->span;
}

}  // namespace newsgraph::extract
