#include "extract/claim_things.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace newsgraph::extract {
namespace {

// How far behind a name the noun stands that it owns: "TikTok's parent".
constexpr std::uint32_t kOwnedReach = 3;

// Whether a firm earns nothing with the thing, since another one makes it.
bool IsOfAnother(const ClaimContext& context, const Binding& binding, const Subject& subject, std::string_view id) {
  if (!binding.frame->maker || !binding.frame->actor) return false;
  const Entity* thing = context.catalogue().FindEntity(id);
  const Entity* owner = context.EntityOf(subject.id);
  return thing != nullptr && owner != nullptr && owner->type == EntityType::kCompany && !thing->maker.empty() &&
         thing->maker != owner->id;
}

// "has ordered 100,000 B30A and raised its investment to 5 billion": what another value counts is not bought with this
// one.
bool IsOfAnotherValue(const ClaimContext& context, const Binding& binding, TokenRange thing) {
  if (!binding.frame->parts || thing.begin >= binding.tokens.begin) return false;
  const Figure* const own = FigureOf(context, binding);
  return std::ranges::any_of(context.FiguresIn(binding.sentence->span), [&](const Figure& each) {
    if (&each == own || each.kind != FigureKind::kCount) return false;
    const TokenRange counted = context.TokensOf(each.noun.empty() ? each.span : each.noun);
    return counted.begin < thing.end && thing.begin <= counted.end + 1 && thing.end <= binding.trigger.begin;
  });
}

// "TikTok's parent", "der Tiktok-Mutterkonzern": by whom it is owned, and not of what.
bool NamesOwner(const ClaimContext& context, const Participant& thing) {
  if (thing.type == EntityType::kChip) return false;
  // Behind the hyphen of "TikTok-Mutterkonzern", or the ending of "TikTok's".
  const std::uint32_t reach = thing.tokens.end + kOwnedReach;
  const Hits heads = context.HitsIn({thing.tokens.begin, reach}, SenseKind::kNoun);
  return std::ranges::any_of(heads, [&](const Hit* hit) {
    const Noun& noun = context.nouns().Of(*hit);
    return !noun.generic && hit->end_token >= thing.tokens.end && context.rules().owning.contains(noun.concept_id);
  });
}

}  // namespace

std::string NearestThing(const ClaimContext& context, const Binding& binding, const Subject& subject, int reach) {
  std::string nearest;
  int best = reach;
  for (const Participant& participant :
       context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token})) {
    if (!IsThing(participant.type) || participant.id == subject.id) continue;
    if (IsOfAnother(context, binding, subject, participant.id)) continue;
    if (IsOfAnotherValue(context, binding, participant.tokens) || NamesOwner(context, participant)) continue;
    const int distance = std::min(context.Distance(participant.tokens, binding.tokens),
                                  context.Distance(participant.tokens, binding.trigger));
    if (distance >= best) continue;
    best = distance;
    nearest = participant.id;
  }
  return nearest;
}

std::string ThingOfHeadline(const ClaimContext& context, const Subject& subject, bool (*fits)(EntityType)) {
  const std::uint32_t end = context.document().sentences().front().end_token;
  for (const Participant* thing : context.things()) {
    if (thing->tokens.begin >= end) break;
    if (fits(thing->type) && thing->id != subject.id && !NamesOwner(context, *thing)) return std::string(thing->id);
  }
  return "";
}

std::string ThingOfText(const ClaimContext& context, const Binding& binding, const Subject& subject,
                        bool (*fits)(EntityType)) {
  if (std::string thing = ThingOfHeadline(context, subject, fits); !thing.empty()) return thing;
  std::string_view only;
  for (const Participant* thing : context.things()) {
    if (thing->tokens.begin >= binding.tokens.begin) break;
    if (!fits(thing->type) || thing->id == subject.id || NamesOwner(context, *thing)) continue;
    if (!only.empty()) return "";
    only = thing->id;
  }
  return std::string(only);
}

std::string ThingBefore(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  if (binding.sentence->first_token == 0) return "";
  const Sentence* before = context.document().SentenceOf(binding.sentence->first_token - 1);
  if (before == nullptr || before->paragraph != binding.sentence->paragraph) return "";
  for (const Participant& participant : context.ParticipantsIn({before->first_token, before->end_token})) {
    if (IsThing(participant.type) && participant.id != subject.id) return std::string(participant.id);
  }
  return "";
}

}  // namespace newsgraph::extract
