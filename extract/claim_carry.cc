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

bool IsOfAll(const Binding& binding, const Claim& before) {
  return binding.frame->sited && before.sentence != binding.sentence->span;
}

}  // namespace newsgraph::extract
