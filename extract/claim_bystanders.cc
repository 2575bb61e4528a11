#include "extract/claim_bystanders.h"

#include <algorithm>

#include "extract/claim_places.h"
#include "extract/claim_rows.h"

namespace newsgraph::extract {
namespace {

// Between the people of one who attacks and what they did: "Israeli air strikes on Sunday killed".
constexpr std::uint32_t kAttackReach = 4;
// Between "and" and the name: an article.
constexpr std::uint32_t kNameReach = 1;

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

bool OpensClause(const ClaimContext& context, TokenRange name) {
  for (std::uint32_t token = name.begin; token > 1 && token + kNameReach + 1 > name.begin; --token) {
    const Hit* const mark = context.document().LongestBefore(token, SenseKind::kClauseMark);
    if (mark == nullptr || mark->first_token == 0) continue;
    return context.rules().marks[mark->sense.entry] == ClauseMark::kWeak &&
           context.document().Written(mark->first_token - 1) == ",";
  }
  return false;
}

std::optional<TokenRange> ClauseBefore(const ClaimContext& context, const Binding& binding, const Participant& owner) {
  if (owner.tokens.begin >= binding.tokens.begin) return std::nullopt;
  const std::uint32_t end = binding.sentence->end_token;
  for (const Participant& each : context.ParticipantsIn({binding.tokens.end, end})) {
    if (each.type != EntityType::kCompany || each.modifier || !OpensClause(context, each.tokens)) continue;
    if (binding.trigger.begin >= each.tokens.begin || FiguresBetween(context, each.tokens.end, end, binding.value) > 0)
      return std::nullopt;
    std::uint32_t comma = each.tokens.begin;
    while (comma > binding.tokens.end && context.document().Written(comma) != ",") --comma;
    return TokenRange{binding.sentence->first_token, comma};
  }
  return std::nullopt;
}

std::string OwnerOfShares(const ClaimContext& context, const Claim& claim) {
  const Entity* subject = context.EntityOf(claim.subject);
  const bool firm = subject != nullptr && subject->type == EntityType::kCompany;
  if (!MovesInPrice(context, claim) || (firm && !context.IsObserver(claim.subject))) return claim.subject;
  if (!context.rules().exchanges.contains(claim.subject) && subject != nullptr && !firm &&
      subject->type != EntityType::kPlace && subject->type != EntityType::kOrganization)
    return claim.subject;
  const Sentence& headline = context.document().sentences().front();
  for (const Participant& each : context.ParticipantsIn({headline.first_token, headline.end_token})) {
    if (each.type == EntityType::kCompany && !context.IsObserver(each.id)) return std::string(each.id);
  }
  return claim.subject;
}

}  // namespace newsgraph::extract
