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
// Between one who acts and on whom: "Acme has at last overtaken Globex".
constexpr std::uint32_t kActorReach = 20;
// In tenths of a word, against the distance to the trigger.
constexpr int kBesideTopic = 200;
constexpr int kMarkedAside = 120;
constexpr int kMakerOfCounted = 300;
// How many words stand between a name and the word for what it owns.
constexpr std::uint32_t kOwnedReach = 3;
constexpr std::uint32_t kLongestFirm = 8;

bool HasFigures(const ClaimContext& context, TokenRange range, const Binding& binding) {
  return FiguresBetween(context, range.begin, range.end, binding.value) > 0;
}

// "아크메의 매출은 3억 달러": the word that announces the value stands right behind the name and before the value.
bool OwnsTheTrigger(const Binding& binding, const Participant& participant) {
  return participant.type != EntityType::kPlace && participant.tokens.end <= binding.trigger.begin &&
         binding.trigger.begin - participant.tokens.end <= kOwnedReach && binding.trigger.end <= binding.tokens.begin;
}

// "グロベックスの半導体を5000個", "글로벡스 반도체 5000개": who made what is counted.
bool MadeWhatIsCounted(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || !binding.frame->goods || binding.frame->maker) return false;
  if (participant.type != EntityType::kCompany || participant.topic) return false;
  // "エヌビディアのAI半導体「GB300」を40万個"
  const auto behind = context.ParticipantsIn({participant.tokens.end, binding.tokens.begin});
  if (!behind.empty() && behind.front().type != EntityType::kCompany) {
    const Entity* thing = context.catalogue().FindEntity(behind.front().id);
    if (thing != nullptr && !thing->maker.empty() && thing->maker == participant.id) return true;
  }
  if (figure->noun.empty()) return false;
  const std::uint32_t noun = context.TokensOf(figure->noun).begin;
  return noun < binding.tokens.begin && participant.tokens.end <= noun && noun - participant.tokens.end <= 1;
}

// The first word like "and" in `range` that goes on with no name; null if there is none.
const Hit* WeakMarkIn(const ClaimContext& context, TokenRange range) {
  for (const Hit* hit : context.HitsIn(range, SenseKind::kClauseMark)) {
    const bool lists = !context.ParticipantsIn({hit->end_token, hit->end_token + kNameReach + 1}).empty();
    if (context.rules().marks[hit->sense.entry] == ClauseMark::kWeak && !lists) return hit;
  }
  return nullptr;
}

// "スペインでは41億ユーロを投じ": whom the text speaks of does so there.
bool HappensThere(const Binding& binding, const Participant& participant, std::optional<Oblique> oblique) {
  const ClaimFrame& frame = *binding.frame;
  return participant.type == EntityType::kPlace && oblique == Oblique::kPlace && !frame.national && !frame.maker &&
         !frame.actor && frame.subjects.front() != EntityType::kPlace;
}

// "微软将在阿联酋投入152亿元": a firm that stands before it in the sentence does so there, where words are not spaced
// and whom it is about comes first.
bool IsWhereTheFirmBeforeActs(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (participant.type != EntityType::kPlace) return false;
  if (context.document().tokens()[participant.tokens.begin].kind != TokenKind::kIdeograph) return false;
  if (!HappensThere(binding, participant, context.ObliqueOf(participant))) return false;
  const auto before = context.ParticipantsIn({binding.sentence->first_token, participant.tokens.begin});
  return std::any_of(before.begin(), before.end(), [&](const Participant& each) {
    return each.type == EntityType::kCompany && !each.modifier && !context.IsObserver(each.id) &&
           !context.ObliqueOf(each) && !HasFigures(context, {each.tokens.end, participant.tokens.begin}, binding);
  });
}

// "조지아 공장에 투입하고": what goes into a plant is put there by its firm.
bool IsWhereAFirmMakes(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  return participant.type == EntityType::kPlace && binding.frame->subjects.front() == EntityType::kCompany &&
         binding.frame->units.empty() && IsOfSite(context, participant.tokens);
}

// "미국 제약사 카스타의 매출": whose country it is has nothing of a firm that no pack knows.
bool DescribesAnUnknownFirm(const ClaimContext& context, const Participant& participant) {
  if (participant.type != EntityType::kPlace) return false;
  const Document& document = context.document();
  const Hit* const firm = document.Longest(participant.tokens.end, SenseKind::kReference);
  if (firm == nullptr || context.rules().references[firm->sense.entry].kind == ReferenceKind::kPlain) return false;
  const std::uint32_t name = firm->end_token;
  return name < document.tokens().size() && document.tokens()[name].kind == TokenKind::kWord &&
         !document.HasHit(name, SenseKind::kNoun) && !document.HasHit(name, SenseKind::kTrigger) &&
         !document.HasHit(name, SenseKind::kTopic);
}

}  // namespace

int BesideTopicCost(const ClaimContext& context, const Binding& binding, const Participant& participant,
                    const std::vector<Source>& sources) {
  if (!context.MarksTopics()) return IsWhereTheFirmBeforeActs(context, binding, participant) ? kMarkedAside : 0;
  if (participant.topic || binding.frame->charge) return 0;
  int cost = MadeWhatIsCounted(context, binding, participant) ? kMakerOfCounted : 0;
  const std::optional<Oblique> oblique = context.ObliqueOf(participant);
  if (oblique && oblique != Oblique::kPlace && participant.type != EntityType::kPlace) cost += kMarkedAside;
  if (HappensThere(binding, participant, oblique) || IsWhereAFirmMakes(context, binding, participant))
    cost += kMarkedAside;
  if (DescribesAnUnknownFirm(context, participant)) cost += kMakerOfCounted;
  const auto& types = binding.frame->subjects;
  const auto before = context.ParticipantsIn({binding.sentence->first_token, participant.tokens.begin});
  const bool beside = std::any_of(before.begin(), before.end(), [&](const Participant& each) {
    if (!each.topic || each.modifier || each.id == participant.id || context.IsObserver(each.id)) return false;
    if (std::find(types.begin(), types.end(), each.type) == types.end()) return false;
    const bool speaks = IsSource(sources, each.tokens.begin);
    if (speaks && each.type != EntityType::kCompany) return false;
    if (OwnsTheTrigger(binding, participant)) return false;
    const bool place = participant.type == EntityType::kPlace;
    return place || !HasFigures(context, {each.tokens.end, participant.tokens.begin}, binding);
  });
  return cost + (beside ? kBesideTopic : 0);
}

bool SpeaksOfShares(const ClaimContext& context, const Sentence& sentence) {
  const TokenRange words{sentence.first_token, sentence.end_token};
  const auto& measured = context.rules().measured_by;
  const auto is_share = [&](std::string_view id) {
    return std::any_of(measured.begin(), measured.end(),
                       [&](const auto& each) { return each.first == id || each.second == id; });
  };
  const Hits nouns = context.HitsIn(words, SenseKind::kNoun);
  const Hits topics = context.HitsIn(words, SenseKind::kTopic);
  return std::any_of(nouns.begin(), nouns.end(),
                     [&](const Hit* hit) { return is_share(context.nouns().Of(*hit).concept_id); }) ||
         std::any_of(topics.begin(), topics.end(),
                     [&](const Hit* hit) { return is_share(context.rules().topics[hit->sense.entry]); });
}

bool IsOfFirmBefore(const ClaimContext& context, const Participant& world) {
  const std::uint32_t at = world.tokens.begin;
  const auto before = context.ParticipantsIn({at - std::min(at, kLongestFirm), at});
  return !before.empty() && before.back().type == EntityType::kCompany && before.back().tokens.end == at &&
         !context.IsObserver(before.back().id);
}

bool OnlyReports(const ClaimContext& context, const Participant& participant, const std::vector<Source>& sources) {
  return context.IsObserver(participant.id) && IsSource(sources, participant.tokens.begin);
}

bool StandsAside(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (IsAttacker(context, binding, participant) || CountsOthers(context, binding, participant)) return true;
  if (!context.IsObserver(participant.id)) return false;
  const auto [known, is_new] = context.known().reports.try_emplace(participant.tokens.begin);
  if (is_new) {
    const Sentence* const sentence = context.document().SentenceOf(participant.tokens.begin);
    known->second = sentence != nullptr && OnlyReports(context, participant, SourcesIn(context, *sentence));
  }
  return known->second;
}

bool NamesNoOwner(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources) {
  const auto named = context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token});
  return std::all_of(named.begin(), named.end(), [&](const Participant& each) {
    return IsSource(sources, each.tokens.begin) || CountsOthers(context, binding, each);
  });
}

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
  const Hits nouns = context.HitsIn(head, SenseKind::kNoun);
  return std::any_of(nouns.begin(), nouns.end(), [&](const Hit* hit) {
    return context.rules().measured_by.contains(context.nouns().Of(*hit).concept_id);
  });
}

bool CountsOthers(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (!context.IsObserver(participant.id)) return false;
  const Figure* figure = FigureOf(context, binding);
  if (binding.frame->goods && figure != nullptr && figure->kind == FigureKind::kCount) return true;
  if (!binding.frame->otherwise.empty()) return true;
  // "DRAM will be 20 percent dearer, TrendForce expects": growth of what is nobody's revenue or share price.
  return binding.frame->topics && binding.metric == binding.frame->metric && IsOfChange(context, binding.metric) &&
         !SpeaksOfShares(context, *binding.sentence);
}

bool IsInClauseBefore(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const std::uint32_t end = std::min(binding.trigger.begin, binding.tokens.begin);
  return participant.tokens.end < end && WeakMarkIn(context, {participant.tokens.end, end}) != nullptr;
}

bool IsActedUponBefore(const ClaimContext& context, const Binding& binding, const Participant& participant,
                       const std::vector<Source>& sources) {
  const std::uint32_t end = std::min(binding.trigger.begin, binding.tokens.begin);
  if (participant.type == EntityType::kPlace || participant.tokens.end >= end) return false;
  const Hit* const mark = WeakMarkIn(context, {participant.tokens.end, end});
  if (mark == nullptr || context.HasSign({participant.tokens.end, mark->first_token})) return false;
  const auto acts = [&](const Participant& each) {
    return !each.modifier && !each.demonym && each.type != EntityType::kPlace && !IsSource(sources, each.tokens.begin);
  };
  const auto behind = context.ParticipantsIn({mark->end_token, end});
  if (std::any_of(behind.begin(), behind.end(), acts)) return false;
  const std::uint32_t at = participant.tokens.begin;
  const std::uint32_t from = std::max(binding.sentence->first_token, at - std::min(at, kActorReach));
  const auto before = context.ParticipantsIn({from, at});
  return std::any_of(before.begin(), before.end(), [&](const Participant& each) {
    const TokenRange between{each.tokens.end, participant.tokens.begin};
    return each.type == participant.type && each.id != participant.id && acts(each) && !context.ObliqueOf(each) &&
           between.begin < between.end && !context.HasSign(between) && WeakMarkIn(context, between) == nullptr;
  });
}

bool IsWholeOfShare(const ClaimContext& context, const Binding& binding, const Participant& world) {
  const Figure* figure = FigureOf(context, binding);
  const bool share = figure != nullptr && figure->kind == FigureKind::kPercent && !IsOfChange(context, binding.metric);
  return share && world.tokens.begin >= binding.tokens.end && !OpensClause(context, world.tokens);
}

bool IsWhereItGoes(const ClaimContext& context, const Binding& binding, const Participant& place) {
  if (!binding.frame->goes || place.type != EntityType::kPlace || place.demonym || place.id == kWholeWorld)
    return false;
  const std::optional<Oblique> oblique = context.ObliqueOf(place);
  return oblique == Oblique::kGoal || (oblique == Oblique::kElsewhere && IsOfChange(context, binding.metric));
}

bool IsMereHome(const ClaimContext& context, const Binding& binding, const Participant& town) {
  return binding.frame->actor && context.IsTown(town) && (town.reference || context.ObliqueOf(town).has_value());
}

bool IsAttacker(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (!participant.demonym || !binding.frame->national || binding.frame->object.empty()) return false;
  const bool before = participant.tokens.begin >= binding.sentence->first_token &&
                      participant.tokens.end <= binding.trigger.begin && binding.trigger.end <= binding.tokens.begin;
  return before && binding.trigger.begin - participant.tokens.end <= kAttackReach && !context.ObliqueOf(participant);
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

bool IsOnlyWhere(const ClaimContext& context, const Binding& binding, const Participant& place,
                 const std::string& earlier) {
  if (place.type != EntityType::kPlace || place.tokens.begin < binding.tokens.end) return false;
  if (!binding.frame->national || binding.frame->topics) return false;
  const Entity* firm = context.EntityOf(earlier);
  return binding.frame->subjects.front() == EntityType::kCompany && firm != nullptr &&
         firm->type == EntityType::kCompany && context.ObliqueOf(place) == Oblique::kPlace;
}

bool IsOfSomebody(const ClaimContext& context, const Binding& binding) {
  constexpr std::uint32_t kHead = 2;
  const std::uint32_t first = binding.sentence->first_token;
  constexpr std::array kNouns = {SenseKind::kNoun, SenseKind::kCountedNoun};
  return std::ranges::any_of(kNouns, [&](SenseKind kind) {
    const Hits hits = context.HitsIn({first, std::min(binding.sentence->end_token, first + kHead)}, kind);
    return std::ranges::any_of(
        hits, [&](const Hit* hit) { return context.rules().unnamed.contains(context.nouns().Of(*hit).concept_id); });
  });
}

}  // namespace newsgraph::extract
