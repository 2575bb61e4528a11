#include "extract/claim_bystanders.h"

#include <algorithm>

namespace newsgraph::extract {
namespace {

// Between the people of one who attacks and what they did: "Israeli air strikes on Sunday killed".
constexpr std::uint32_t kAttackReach = 4;

}  // namespace

bool IsBought(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (participant.tokens.begin >= std::max(binding.tokens.end, binding.trigger.end)) return true;
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || figure->kind != FigureKind::kMoney || participant.tokens.begin < binding.trigger.end)
    return false;
  const auto before = context.ParticipantsIn({binding.sentence->first_token, binding.trigger.begin});
  return std::any_of(before.begin(), before.end(), [&](const Participant& each) {
    return each.id != participant.id && each.type == EntityType::kCompany;
  });
}

bool IsLevelOfIndex(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const Figure* figure = FigureOf(context, binding);
  return !participant.measure.empty() && figure != nullptr && figure->kind == FigureKind::kCount;
}

bool IsOfMeasured(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (!IsOfChange(context, binding.metric)) return false;
  const TokenRange head{participant.tokens.end + 1, participant.tokens.end + 2};
  const std::vector<const Hit*> nouns = context.HitsIn(head, SenseKind::kNoun);
  return std::any_of(nouns.begin(), nouns.end(), [&](const Hit* hit) {
    return context.rules().measured_by.contains(context.nouns().Of(*hit).concept_id);
  });
}

bool CountsOthers(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const Figure* figure = FigureOf(context, binding);
  const bool goods = binding.frame->goods && figure != nullptr && figure->kind == FigureKind::kCount;
  return (goods || !binding.frame->otherwise.empty()) && context.IsObserver(participant.id);
}

bool IsAttacker(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (!participant.demonym || !binding.frame->national || binding.frame->object.empty()) return false;
  const bool before = participant.tokens.begin >= binding.sentence->first_token &&
                      participant.tokens.end <= binding.trigger.begin && binding.trigger.end <= binding.tokens.begin;
  return before && binding.trigger.begin - participant.tokens.end <= kAttackReach &&
         !context.ObliqueOf(participant.tokens);
}

bool IsOfMarket(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources) {
  if (!binding.frame->market) return false;
  const bool counted =
      std::any_of(sources.begin(), sources.end(), [&](const Source& each) { return context.IsObserver(each.id); });
  if (counted) return true;
  const auto named = context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token});
  return std::any_of(named.begin(), named.end(), [](const Participant& each) { return each.id == kWholeWorld; });
}

}  // namespace newsgraph::extract
