#include "extract/claim_roles.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "extract/claim_bystanders.h"
#include "extract/claim_comparisons.h"
#include "extract/claim_earlier.h"
#include "extract/claim_lists.h"
#include "extract/claim_places.h"
#include "extract/claim_rows.h"
#include "extract/claim_sites.h"
#include "extract/claim_states.h"

namespace newsgraph::extract {
namespace {

// Penalties in tenths of a word, against the distance to the trigger.
constexpr int kNextPreferredType = 30;
constexpr int kDemonym = 60;
constexpr int kModifier = 300;
constexpr int kAfterValue = 30;
constexpr int kSourcePenalty = 200;
constexpr int kFirmAsSource = 100;  // which also speaks of itself
constexpr int kObserver = 150;
// Totals are a country's; a city names where somebody is.
constexpr int kPartOfPlace = 50;
constexpr int kOblique = 80;
constexpr int kReference = 20;
constexpr int kPassedValue = 30;
constexpr int kMaker = 25;
constexpr int kFirmOfThing = 60;  // who makes, sells or buys what a value is said of
constexpr int kFromOrigin = 60;
constexpr int kFromFirm = 100;
constexpr int kWhere = 100;  // where something happens, somebody else does it
constexpr int kExample = 200;
constexpr int kNextClause = 120;
constexpr int kClauseBefore = 60;
constexpr int kUnfit = -1;    // of a type that the frame does not take
constexpr int kMeasure = 60;  // an index stands for the stock exchange of its country
constexpr int kMostInFavour = std::max(kFromFirm, kMeasure);
constexpr int kBought = 150;
constexpr int kBody = 50;
constexpr int kOwnerFollows = 100;  // "went to", "entfielen auf"
// How many words stand between counted goods and their maker, a multiple and its base.
constexpr std::uint32_t kMakerReach = 2;
constexpr std::uint32_t kMultipliedReach = 1;
// The one whom the text was about before is as near as this.
constexpr int kEarlier = 200;
// Whoever stands farther away from a value is seldom its owner.
constexpr int kFarthestSubject = 420;

// Who makes the thing, where the metric is the maker's; null otherwise.
const Entity* MakerOf(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (!binding.frame->maker || !IsThing(participant.type)) return nullptr;
  const Entity* thing = context.catalogue().FindEntity(participant.id);
  return thing == nullptr || thing->maker.empty() ? nullptr : context.catalogue().FindEntity(thing->maker);
}

// Who merely reports a value seldom owns it, but for firms that speak of themselves: "Acme announced".
int SourceCost(const ClaimContext& context, const Binding& binding, const Participant& participant,
               const std::vector<Source>& sources) {
  if (binding.frame->own_word) return 0;
  const auto source = std::find_if(sources.begin(), sources.end(),
                                   [&](const Source& each) { return each.tokens.Covers(participant.tokens.begin); });
  if (source == sources.end()) return 0;
  if (context.IsObserver(participant.id)) return kSourcePenalty + kObserver;
  const bool of_itself = source->speaks && source->type == EntityType::kCompany &&
                         participant.tokens.end <= std::min(binding.tokens.begin, binding.trigger.begin);
  if (!of_itself) return kSourcePenalty;
  // "Acme said it would build a plant in Poland": who speaks of nobody else speaks of itself.
  const auto named = context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token});
  const bool alone = std::none_of(named.begin(), named.end(), [&](const Participant& each) {
    return each.id != participant.id && each.type == EntityType::kCompany && !each.modifier;
  });
  const bool located = std::all_of(named.begin(), named.end(), [&](const Participant& each) {
    return each.type != EntityType::kPlace || each.demonym || context.ObliqueOf(each).has_value() ||
           IsOfSite(context, each.tokens);
  });
  return alone && located ? 0 : kFirmAsSource;
}

// "chips from Nvidia", "five times that of the H20": makers of what others count,
// and what a multiple multiplies.
bool QualifiesValue(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr) return false;
  if (figure->kind == FigureKind::kMultiple) {
    if (!IsThing(participant.type)) return false;
    const std::uint32_t end = participant.tokens.end;
    if (participant.tokens.begin >= binding.tokens.end)
      return participant.tokens.begin - binding.tokens.end <= kMultipliedReach;
    // "H20的6倍"
    return end + 1 == binding.tokens.begin && context.document().tokens()[end].kind == TokenKind::kIdeograph;
  }
  if (participant.type != EntityType::kCompany || !binding.frame->goods || binding.frame->maker) return false;
  if (figure->kind != FigureKind::kCount || figure->noun.empty()) return false;
  const std::uint32_t end = NounPhrase(context, binding).end;
  if (participant.tokens.begin < end || participant.tokens.begin > end + kMakerReach) return false;
  return !context.HasSign({end, participant.tokens.begin});
}

// "40 billion on Huawei chips", "für Chips von Huawei", "화웨이 칩 구매에": who makes the goods that others buy or put
// money into.
bool MakesWhatIsBought(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || figure->kind != FigureKind::kMoney || participant.type != EntityType::kCompany) return false;
  if (!IsOfCustomer(*binding.frame) && !binding.frame->ahead) return false;
  const std::uint32_t begin = participant.tokens.begin;
  const bool of = begin > 1 && context.Says(context.document().Folded(begin - 1), context.rules().of_whom);
  const std::uint32_t end = participant.tokens.end;
  for (const Hit* hit : context.HitsIn({of ? begin - 2 : end, of ? begin - 1 : end + 1}, SenseKind::kNoun)) {
    const Noun& noun = context.nouns().Of(*hit);
    const bool plain = !noun.generic && !noun.concept_id.empty() && !context.rules().vague.contains(noun.concept_id);
    if (plain && IsGoods(context, noun.concept_id)) return true;
  }
  return false;
}

// Whoever stands behind the value, in the next clause all the more, seldom owns it.
int AfterValueCost(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (OwnsTheNext(context, binding, participant) || OpensClause(context, participant.tokens))
    return kAfterValue + kNextClause;
  if (binding.frame->owner_follows) return 0;
  // "アクメは30億ドルを投じ、グロベックスは": whom the next clause is about.
  if (participant.topic && context.HasSign({binding.tokens.end, participant.tokens.begin}))
    return kAfterValue + kNextClause;
  for (std::uint32_t token = binding.tokens.end; token < participant.tokens.begin; ++token) {
    const std::string_view sign = context.document().Written(token);
    if (sign == "，" || sign == ";" || sign == "；") return kAfterValue + kNextClause;
  }
  return kAfterValue;
}

int PlaceCost(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const bool place = participant.type == EntityType::kPlace;
  const bool town = context.IsTown(participant);
  int cost = town && !binding.frame->national ? kPartOfPlace : 0;
  // "In Britain, which has overtaken Brazil as the largest market, sales reached": what is only said of another.
  if (place && context.clauses().IsAside(participant.tokens.begin) &&
      !context.clauses().IsAside(std::min(binding.trigger.begin, binding.tokens.begin)))
    cost += kExample;
  if ((town && IsOfSite(context, participant.tokens)) || (place && IsBehindSite(context, participant.tokens)))
    cost += kExample;  // what a plant makes is its firm's
  // What is done all over the world is the world's; what is earned there, a firm's.
  if (participant.id == kWholeWorld)
    return cost + (IsWholeOfShare(context, binding, participant) ? kExample : 0) + (binding.frame->actor ? kWhere : 0) +
           (IsOfFirmBefore(context, participant) ? kModifier : 0);
  const std::optional<Oblique> oblique = context.ObliqueOf(participant);
  if (!oblique || IsCharged(context, binding, participant)) return cost;
  if (place && (binding.frame->actor || binding.frame->decreed)) cost += kWhere;
  // "对欧洲汽车征收25%的关税": where it is levied, nobody levies it.
  if (place && binding.frame->charge && oblique != Oblique::kOrigin) cost += kWhere;
  if (IsWhereItGoes(context, binding, participant)) cost += kWhere;
  // Whom things may not go to forbids nothing.
  if (binding.frame->decreed && oblique == Oblique::kGoal) cost += kExample;
  // "near the border with": what has nothing of its own counted there.
  if (place && binding.frame->national && oblique == Oblique::kElsewhere) cost += kWhere;
  // "In Bavaria 39 plants are planned": they are Bavaria's.
  if (place && binding.frame->national && !binding.frame->topics && oblique == Oblique::kPlace)
    return cost + (HasActor(context, binding, participant) ? kWhere : 0);
  if (!place && IsInClauseBefore(context, binding, participant)) cost += kClauseBefore;
  // "ordered 20 planes with Acme", "アクメに発注": who is asked for them orders nothing.
  if (!place && (binding.frame->bought || binding.frame->origin_before)) cost += kBought;
  return cost + (oblique == Oblique::kExample ? kExample : kOblique);
}

int DistanceOf(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  return std::min(context.Distance(participant.tokens, binding.trigger),
                  context.Distance(participant.tokens, binding.tokens) + 10);
}

// Who only tells of what kind something is: "Nvidia chips", the maker of what is counted.
int ModifierCost(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const bool counted = NounPhrase(context, binding).Covers(participant.tokens.begin);
  const bool describes = participant.demonym && participant.modifier;
  const bool where = binding.frame->national && participant.type == EntityType::kPlace && !describes;
  const bool modifies = participant.modifier && !IsOfMeasured(context, binding, participant);
  const bool object = counted && IsThing(participant.type) && !binding.frame->maker;
  const bool tells = object || (!IsThing(participant.type) && !where && (modifies || counted));
  const bool qualifies =
      QualifiesValue(context, binding, participant) || MakesWhatIsBought(context, binding, participant);
  return (tells ? kModifier : 0) + (qualifies ? kModifier : 0);
}

// "30 percent more than in the United States", "attacked by Acme": whose it cannot be, whatever its type.
bool NeverOwns(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  if (IsGoalOfParts(context, binding, participant) || IsLevelOfIndex(context, binding, participant) ||
      IsAttacker(context, binding, participant) || CountsOthers(context, binding, participant))
    return true;
  return participant.type == EntityType::kPlace && participant.tokens.begin >= binding.tokens.end &&
         IsOfChange(context, binding.metric) && IsBaseOfComparison(context, participant.tokens);
}

// Lower is better, and never below the distance by more than kMostInFavour; nothing where the type does not fit.
std::optional<int> SubjectCost(const ClaimContext& context, const Binding& binding, const Participant& participant,
                               const std::vector<Source>& sources) {
  const Entity* maker = MakerOf(context, binding, participant);
  const std::optional<int> rank = RankOf(binding, maker != nullptr ? maker->type : participant.type);
  if (!rank || NeverOwns(context, binding, participant)) return std::nullopt;
  // "The chip is made by TSMC on a 3 nm process": what is said of a thing is not said of who makes it.
  const bool of_things = IsOfThings(binding);
  // Whose value stands right behind it needs no word of its own.
  if (IsGapped(context, binding, participant) || (IsAgent(context, binding, participant) && !of_things) ||
      OwnClauseOf(context, binding, participant) || IsOwnerOfBase(context, binding, participant, sources))
    return *rank * kNextPreferredType;
  int cost = DistanceOf(context, binding, participant);
  const bool before = binding.frame->origin_before && participant.tokens.end <= binding.trigger.begin;
  if ((binding.frame->from_origin || before) && !participant.modifier &&
      context.ObliqueOf(participant) == Oblique::kOrigin && !IsInClauseBefore(context, binding, participant))
    return std::max(0, cost - (participant.type == EntityType::kCompany ? kFromFirm : kFromOrigin));
  cost += *rank * kNextPreferredType;
  if (of_things && participant.type == EntityType::kCompany) cost += kFirmOfThing;
  if (maker != nullptr) return cost + kMaker;
  if (participant.demonym) cost += kDemonym;
  // "Indian airstrikes killed 26": not there.
  if (participant.demonym && binding.frame->national && !binding.frame->object.empty()) cost += kExample;
  if (!participant.measure.empty()) return cost - kMeasure;
  if (participant.reference) cost += kReference;
  // What a body fines, somebody else pays.
  if (participant.type == EntityType::kOrganization && IsFine(context, binding)) cost += kBody;
  cost += ModifierCost(context, binding, participant);
  // "On Wall Street, Acme's shares fell", "Acme went public on the New York exchange and raised": not the exchange's.
  if (context.rules().exchanges.contains(participant.id)) cost += kExample;
  if (participant.tokens.begin >= binding.tokens.end) cost += AfterValueCost(context, binding, participant);
  if (binding.frame->owner_follows && participant.tokens.begin < binding.trigger.end) cost += kOwnerFollows;
  // "its $5 billion takeover of Globex"
  if (binding.frame->bought && IsBought(context, binding, participant)) cost += kBought;
  if (IsActedUponBefore(context, binding, participant, sources)) cost += kNextClause;
  return cost + BesideTopicCost(context, binding, participant, sources) +
         SourceCost(context, binding, participant, sources) + PlaceCost(context, binding, participant) +
         Passed(context, binding, participant.tokens) * kPassedValue;
}

// "The Seal U starts at 37,800 euros": whether a model that no pack knows is named before the value, which then is not
// that of the thing that was spoken of before.
bool NamesAnotherModel(const ClaimContext& context, const Binding& binding) {
  const auto& tokens = context.document().tokens();
  const auto is_read = [&](std::uint32_t token) {
    const TextSpan span = tokens[token].span;
    const auto covers = [&](const auto& value) { return value.span.Overlaps(span); };
    return std::ranges::any_of(context.FiguresIn(binding.sentence->span), covers) ||
           std::ranges::any_of(context.DatesIn(binding.sentence->span), covers);
  };
  for (std::uint32_t token = binding.sentence->first_token; token + 1 < binding.tokens.begin; ++token) {
    const Token& name = tokens[token];
    const Token& mark = tokens[token + 1];
    const bool letter = mark.kind == TokenKind::kWord && mark.capitalised && mark.span.end - mark.span.begin == 1;
    if (name.kind != TokenKind::kWord || !name.capitalised || !(letter || mark.kind == TokenKind::kNumber)) continue;
    if (!context.IsNamed(TokenRange{token, token + 1}) && !is_read(token) && !is_read(token + 1)) return true;
  }
  return false;
}

struct Candidate {
  Subject subject;
  int cost = 0;
  const Participant* participant = nullptr;
};

std::optional<Candidate> CandidateIn(const ClaimContext& context, const Binding& binding,
                                     const std::vector<Source>& sources) {
  const std::span<const Participant> participants =
      context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token});
  int best = kFarthestSubject;
  std::size_t chosen = participants.size();
  for (std::size_t i = 0; i < participants.size(); ++i) {
    if (DistanceOf(context, binding, participants[i]) - kMostInFavour >= best) continue;
    context.CountWeighed();
    const std::optional<int> cost = SubjectCost(context, binding, participants[i], sources);
    if (!cost || *cost >= best) continue;
    const int with_list = *cost + (IsListedExample(context, participants, i) ? kExample : 0);
    if (with_list < best) {
      best = with_list;
      chosen = i;
    }
  }
  if (chosen == participants.size()) return std::nullopt;
  const Participant& found = participants[chosen];
  const std::string id(found.id);
  if (!found.measure.empty()) {
    const std::string measure(found.measure);
    return Candidate{{id, {}, found.tokens, true, measure, "", "whose measure it is"}, best, &found};
  }
  if (const Entity* maker = MakerOf(context, binding, found)) {
    return Candidate{{maker->id, {}, found.tokens, true, id, "", "the maker of a thing"}, best, &found};
  }
  Subject subject{id, {}, found.tokens, true, "", "", found.reference ? "a word for it" : "same sentence"};
  AddEnumerated(context, participants, chosen, sources, subject);
  TakeTurns(context, binding, subject);
  return Candidate{std::move(subject), best, &found};
}

// "Acme sold 500. In Peru it was 300, in Chile 200": where, and of Acme still.
bool IsWhereItGoesOn(const ClaimContext& context, const Binding& binding, const Participant& place,
                     const std::string& earlier) {
  if (!binding.continued || !binding.frame->goes || place.type != EntityType::kPlace || place.reference) return false;
  constexpr std::array kFirms = {EntityType::kCompany};
  return context.ObliqueOf(place) == Oblique::kPlace && context.IsNamedBefore(binding.tokens.begin, earlier, kFirms);
}

// Whether the one spoken of before owns the value rather than the one `named` far off.
bool Precedes(const ClaimContext& context, const Binding& binding, const Subject& before, const Candidate& named) {
  const Entity* entity = context.EntityOf(before.id);
  const int rank = entity == nullptr ? kUnfit : RankOf(binding, entity->type).value_or(kUnfit);
  // "For Acme things went well: in the third quarter revenue rose": of the article's own firm rather than of its
  // supplier.
  if (named.participant->id == context.protagonist() && before.id != named.participant->id &&
      named.participant->tokens.end <= binding.tokens.begin && !named.participant->modifier)
    return false;
  // A place leaves what an actor does to one whom the paragraph speaks of, not to the headline's.
  // Only firms report what they earn all over the world: "A escala mundial, los ingresos avanzaron".
  const bool reported = named.participant->id == kWholeWorld && binding.frame->reported;
  const bool place = named.participant->type == EntityType::kPlace && !reported;
  const bool goal = IsWhereItGoes(context, binding, *named.participant);
  if (place && !goal && binding.frame->actor && (rank != 0 || before.how == kHeadline)) return false;
  // What stands in a named region is not the headline's firm's.
  if (place && binding.frame->national && before.how == kHeadline) return false;
  return rank != kUnfit && kEarlier + rank * kNextPreferredType < named.cost;
}

}  // namespace

std::optional<int> RankOf(const Binding& binding, EntityType type) {
  const std::vector<EntityType>& types = binding.frame->subjects;
  const auto found = std::find(types.begin(), types.end(), type);
  if (found == types.end()) return std::nullopt;
  return static_cast<int>(found - types.begin());
}

TokenRange NounPhrase(const ClaimContext& context, const Binding& binding) {
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || figure->noun.empty()) return {binding.tokens.end, binding.tokens.end + 1};
  const TokenRange noun = context.TokensOf(figure->noun);
  return {std::min(binding.tokens.end, noun.begin), std::max(binding.tokens.end, noun.end)};
}

std::optional<Subject> FindSubject(const ClaimContext& context, const Binding& binding,
                                   const std::vector<Source>& sources, const Earlier& earlier) {
  std::optional<Candidate> named = CandidateIn(context, binding, sources);
  if (named && (IsWhereItGoesOn(context, binding, *named->participant, earlier.subject) ||
                IsOnlyWhere(context, binding, *named->participant, earlier.subject)))
    named.reset();
  if (named) {
    if (std::string firm = FirmOfSite(context, binding, *named->participant, earlier.subject); !firm.empty()) {
      // What is measured there needs no word that announces it.
      const Figure* const figure = FigureOf(context, binding);
      const bool measured = figure != nullptr && figure->kind == FigureKind::kMeasure;
      return Subject{std::move(firm), {}, binding.tokens, measured, "", "", "whose plant the text speaks of"};
    }
    named->subject.cost = named->cost;
    named->subject.clause = OwnClauseOf(context, binding, *named->participant);
    if (!named->subject.clause) named->subject.clause = ClauseBefore(context, binding, *named->participant);
  }
  const bool nobody = !named || context.IsObserver(named->participant->id);
  if (nobody && IsOfMarket(context, binding, sources))
    return Subject{std::string(kWholeWorld), {}, binding.trigger, true, "", "", "what the market has"};
  if (named && named->cost <= kEarlier) return OfState(context, binding, std::move(named->subject));
  if (!binding.frame->otherwise.empty()) {
    return Subject{binding.frame->otherwise, {}, binding.trigger, true, "", "", "what the rule takes for granted"};
  }
  // Who stands far off, or merely reports it, leaves it to whom the text spoke of before.
  const bool unnamed = binding.frame->sited && IsOfSomebody(context, binding);
  std::optional<Subject> before = unnamed ? std::nullopt : EarlierSubject(context, binding, sources, earlier);
  const Entity* const spoken = before ? context.EntityOf(before->id) : nullptr;
  if (spoken != nullptr && IsThing(spoken->type) && NamesAnotherModel(context, binding)) before.reset();
  if (before && (!named || Precedes(context, binding, *before, *named)))
    return OfState(context, binding, *std::move(before));
  if (!named || OnlyReports(context, *named->participant, sources) ||
      IsMereHome(context, binding, *named->participant) || IsWhereItGoes(context, binding, *named->participant))
    return std::nullopt;
  return OfState(context, binding, std::move(named->subject));
}

}  // namespace newsgraph::extract
