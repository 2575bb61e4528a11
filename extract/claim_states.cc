#include "extract/claim_states.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <utility>

namespace newsgraph::extract {
namespace {

// Places are parts of places no deeper than this.
constexpr int kDeepestPart = 16;
// How many names back a state is looked for.
constexpr std::size_t kMostLooked = 40;

// The country that the text names of which `place` is a part; empty if it names none.
std::string CountryOf(const ClaimContext& context, const std::string& place) {
  std::string country;
  const Entity* whole = context.catalogue().FindEntity(place);
  if (whole != nullptr && whole->type != EntityType::kPlace) return "";
  for (int depth = 0; depth < kDeepestPart && whole != nullptr && !whole->part_of.empty(); ++depth) {
    whole = context.catalogue().FindEntity(whole->part_of);
    if (whole != nullptr && context.IsNamed(whole->id)) country = whole->id;
  }
  return country;
}

// The first place of `country` that the sentence of `subject` names before it; `place`
// if it names none.
std::string FirstPlaceOf(const ClaimContext& context, TokenRange subject, const std::string& country,
                         const std::string& place) {
  const Sentence* sentence = context.document().SentenceOf(subject.begin);
  if (sentence == nullptr) return place;
  for (const Participant& each : context.ParticipantsIn({sentence->first_token, subject.begin})) {
    if (each.type == EntityType::kPlace && !each.reference && context.catalogue().IsPartOf(each.id, country))
      return std::string(each.id);
  }
  return place;
}

bool Acts(const ClaimRules& rules, std::string_view id) {
  const auto is = [&id](const auto& each) { return each.second == id; };
  return rules.state_of.contains(id) || rules.body_of.contains(id) ||
         std::any_of(rules.body_of.begin(), rules.body_of.end(), is);
}

}  // namespace

std::string StateBefore(const ClaimContext& context, std::uint32_t token) {
  std::size_t looked = 0;
  for (const Participant& each : std::views::reverse(context.ParticipantsIn({0, token}))) {
    if (++looked > kMostLooked) break;
    if (each.demonym || each.modifier || !Acts(context.rules(), each.id)) continue;
    if (context.ObliqueOf(each) != Oblique::kGoal) return std::string(each.id);
  }
  return "";
}

Subject OfState(const ClaimContext& context, const Binding& binding, Subject subject) {
  const auto state = context.rules().state_of.find(subject.id);
  if (binding.frame->event && state != context.rules().state_of.end()) subject.id = state->second;
  const auto body = context.rules().body_of.find(subject.id);
  if (binding.frame->decreed && body != context.rules().body_of.end()) subject.id = body->second;
  const auto bureau = context.rules().bureau_of.find(subject.id);
  // What an office of statistics has itself, people at work, no country has.
  const auto& types = binding.frame->subjects;
  const bool country_can = std::find(types.begin(), types.end(), EntityType::kPlace) != types.end();
  if (bureau != context.rules().bureau_of.end() && !binding.frame->event && country_can) subject.id = bureau->second;
  if (!binding.frame->national) return subject;
  const std::string country = CountryOf(context, subject.id);
  if (country.empty()) return subject;
  subject.region = FirstPlaceOf(context, subject.tokens, country, subject.id);
  subject.id = country;
  std::erase_if(subject.others, [&](const std::string& other) {
    return other == country || context.catalogue().IsPartOf(other, country);
  });
  return subject;
}

bool IsFine(const ClaimContext& context, const Binding& binding) {
  const Figure* figure = FigureOf(context, binding);
  return binding.frame->charge && figure != nullptr && figure->kind == FigureKind::kMoney;
}

bool IsCharged(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (participant.type != EntityType::kCompany || !IsFine(context, binding)) return false;
  const auto others = context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token});
  return std::none_of(others.begin(), others.end(), [&](const Participant& each) {
    return each.type == EntityType::kCompany && each.id != participant.id;
  });
}

}  // namespace newsgraph::extract
