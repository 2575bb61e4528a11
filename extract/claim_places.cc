#include "extract/claim_places.h"

#include <algorithm>
#include <optional>

namespace newsgraph::extract {
namespace {

// A place farther off, or behind other figures, is seldom where the value holds.
constexpr int kFarthestPlace = 220;
constexpr int kPassedPlace = 80;
constexpr std::string_view kMarket = "market";
constexpr std::uint32_t kMarketReach = 4;
// How many words of a list of two places are looked at.
constexpr std::uint32_t kListReach = 7;

// "im chinesischen KI-Markt": there, and not of its people.
bool IsOfMarket(const ClaimContext& context, TokenRange demonym) {
  const std::vector<const Hit*> hits = context.HitsIn({demonym.end, demonym.end + kMarketReach}, SenseKind::kTopic);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const Hit* hit) { return context.rules().topics[hit->sense.entry] == kMarket; });
}

// "a charge because chips may not go to China"
bool IsInAnotherClause(const ClaimContext& context, const Binding& binding, TokenRange place) {
  const std::uint32_t from = std::max(binding.tokens.end, binding.trigger.end);
  if (place.begin < from) return false;
  for (std::uint32_t token = from; token < place.begin; ++token) {
    const std::string_view sign = context.document().Written(token);
    if (sign == ";" || sign == "；" || sign == ":" || sign == "：") return true;
  }
  const std::vector<const Hit*> marks = context.HitsIn({from, place.begin}, SenseKind::kClauseMark);
  return std::any_of(marks.begin(), marks.end(),
                     [&](const Hit* hit) { return context.rules().marks[hit->sense.entry] == ClauseMark::kStrong; });
}

// Of several places the first counts: "in Xinjiang and neighbouring Qinghai".
std::string FirstOf(const ClaimContext& context, const Participant& place) {
  const Entity* known = context.catalogue().FindEntity(place.id);
  if (known == nullptr || known->part_of.empty()) return place.id;
  const std::uint32_t from = place.tokens.begin - std::min(place.tokens.begin, kListReach);
  for (const Participant& each : context.ParticipantsIn({from, place.tokens.begin})) {
    const Entity* other = context.catalogue().FindEntity(each.id);
    if (each.type != EntityType::kPlace || each.demonym || other == nullptr || other->part_of != known->part_of)
      continue;
    if (!context.HitsIn({each.tokens.end, place.tokens.begin}, SenseKind::kClauseMark).empty()) return each.id;
  }
  return place.id;
}

}  // namespace

std::string FindPlace(const ClaimContext& context, const Binding& binding) {
  const Participant* nearest = nullptr;
  int best = kFarthestPlace;
  for (const Participant& participant :
       context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token})) {
    if (participant.type != EntityType::kPlace || participant.reference) continue;
    if (participant.demonym && !IsOfMarket(context, participant.tokens)) continue;
    if (participant.id == kWholeWorld) continue;
    const std::optional<Oblique> oblique = context.ObliqueOf(participant.tokens);
    if (oblique != Oblique::kPlace) continue;
    const int distance = std::min(context.Distance(participant.tokens, binding.tokens),
                                  context.Distance(participant.tokens, binding.trigger)) +
                         Passed(context, binding, participant.tokens, true) * kPassedPlace +
                         (IsInAnotherClause(context, binding, participant.tokens) ? kPassedPlace : 0);
    if (distance >= best) continue;
    best = distance;
    nearest = &participant;
  }
  if (nearest == nullptr) return "";
  return FirstOf(context, *nearest);
}

}  // namespace newsgraph::extract
