#include "extract/claim_roles.h"

#include <algorithm>
#include <limits>

#include "extract/claim_cues.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

// Penalties in tenths of a word, against the distance to the trigger.
constexpr int kNextPreferredType = 30;
constexpr int kDemonym = 80;
constexpr int kModifier = 300;
constexpr int kAfterValue = 30;
constexpr int kSourcePenalty = 200;
constexpr int kLocativePenalty = 60;
// How far a thing may stand from the value that measures it.
constexpr int kFarthestObject = 80;
constexpr int kFarthestOfEvent = 250;
// A noun behind the value seldom says what the value is of.
constexpr int kNounAfterValue = 150;
// Whoever stands farther away from a value is seldom its owner.
constexpr int kFarthestSubject = 320;
constexpr std::uint32_t kCueReach = 2;

bool IsThing(EntityType type) {
  return type == EntityType::kChip || type == EntityType::kProduct || type == EntityType::kModel;
}

const Figure* FigureOf(const ClaimContext& context, const Binding& binding) {
  return binding.value.kind == ValueRef::Kind::kFigure ? &context.read().figures[binding.value.index] : nullptr;
}

bool FollowsCue(const ClaimContext& context, TokenRange tokens, SenseKind kind) {
  const std::uint32_t from = tokens.begin > kCueReach ? tokens.begin - kCueReach : 0;
  return !context.HitsIn({from, tokens.begin}, kind).empty();
}

// From the value to the end of the noun that it counts.
TokenRange NounPhrase(const ClaimContext& context, const Binding& binding) {
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || figure->noun.empty()) return {binding.tokens.end, binding.tokens.end + 1};
  const TokenRange noun = context.TokensOf(figure->noun);
  return {std::min(binding.tokens.end, noun.begin), std::max(binding.tokens.end, noun.end)};
}

// "further plant" where the words before `noun` set it apart from the plants
// that were spoken of.
std::string Qualified(const ClaimContext& context, TokenRange noun, const std::string& maker, const std::string& id) {
  const std::string with_maker = maker.empty() ? id : maker + " " + id;
  return FollowsCue(context, noun, SenseKind::kFurther) ? "further " + with_maker : with_maker;
}

// The nearest thing by name that is not the subject; empty if none is near.
std::string NearestThing(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  std::string nearest;
  int best = kFarthestObject;
  for (const Participant& participant :
       context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token})) {
    if (!IsThing(participant.type) || participant.id == subject.id) continue;
    const int distance = context.Distance(participant.tokens, binding.tokens);
    if (distance >= best) continue;
    best = distance;
    nearest = participant.id;
  }
  return nearest;
}

// What a count counts: a thing by name, else the noun with its maker.
std::string CountedObject(const ClaimContext& context, const Binding& binding, const Subject& subject,
                          const Figure& figure) {
  const TokenRange phrase = NounPhrase(context, binding);
  std::string maker;
  for (const Participant& participant : context.ParticipantsIn({phrase.begin, phrase.end + 1})) {
    if (IsThing(participant.type) && participant.id != subject.id) return participant.id;
    const bool inside = participant.tokens.end <= phrase.end;
    if (participant.type == EntityType::kCompany && inside) maker = context.NameOf(participant.id);
  }
  // "60万颗昇腾910C芯片", "600,000 chips of type Ascend 910C"
  const bool named = figure.unit.empty() || (figure.unit == Name(EntityType::kChip) && maker.empty());
  if (std::string thing = named ? NearestThing(context, binding, subject) : ""; !thing.empty()) return thing;
  if (figure.unit.empty()) return "";
  return Qualified(context, {phrase.end, phrase.end}, maker, figure.unit);
}

bool CanBeObject(const ClaimContext& context, const ClaimFrame& frame, const std::string& concept_id) {
  return frame.objects.empty() || std::any_of(frame.objects.begin(), frame.objects.end(), [&](const std::string& kind) {
           return concept_id == kind || context.catalogue().IsPartOf(concept_id, kind);
         });
}

// "zwei weitere sollen 2025 folgen": set apart without the noun being said again.
bool SetApart(const ClaimContext& context, TokenRange noun, const Binding& binding) {
  return noun.end < binding.tokens.begin &&
         !context.HitsIn({noun.end, binding.tokens.begin}, SenseKind::kFurther).empty();
}

// The noun that stands nearest to the trigger; empty if none is near.
std::string NearestNoun(const ClaimContext& context, const Binding& binding) {
  std::string nearest;
  int best = binding.frame->event ? kFarthestOfEvent : kFarthestObject;
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  for (const Hit* hit : context.HitsIn(sentence, SenseKind::kNoun)) {
    const Noun& noun = context.nouns().Of(*hit);
    const TokenRange tokens{hit->first_token, hit->end_token};
    int distance = context.Distance(tokens, binding.trigger);
    if (noun.generic || distance == 0 || !CanBeObject(context, *binding.frame, noun.concept_id)) continue;
    if (tokens.begin > binding.tokens.begin) distance += kNounAfterValue;
    if (distance >= best) continue;
    best = distance;
    nearest = Qualified(context, tokens, "", noun.concept_id);
    if (SetApart(context, tokens, binding) && nearest == noun.concept_id) nearest = "further " + nearest;
  }
  return nearest;
}

// Lower is better; nothing where the type does not fit.
std::optional<int> SubjectCost(const ClaimContext& context, const Binding& binding, const Participant& participant,
                               const std::optional<Source>& source) {
  const std::vector<EntityType>& types = binding.frame->subjects;
  const auto type = std::find(types.begin(), types.end(), participant.type);
  if (type == types.end()) return std::nullopt;
  int cost = std::min(context.Distance(participant.tokens, binding.trigger),
                      context.Distance(participant.tokens, binding.tokens) + 10);
  if (cost > kFarthestSubject) return std::nullopt;
  cost += static_cast<int>(type - types.begin()) * kNextPreferredType;
  if (participant.demonym) cost += kDemonym;
  const bool counted = NounPhrase(context, binding).Covers(participant.tokens.begin);
  if (!IsThing(participant.type) && (participant.modifier || counted)) cost += kModifier;
  if (participant.tokens.begin >= binding.tokens.end) cost += kAfterValue;
  if (source && source->tokens.Covers(participant.tokens.begin)) cost += kSourcePenalty;
  if (FollowsCue(context, participant.tokens, SenseKind::kLocative)) cost += kLocativePenalty;
  return cost;
}

// Two of one type with only commas and words like "und" between them.
bool Enumerated(const ClaimContext& context, const Participant& a, const Participant& b) {
  if (a.type != b.type || b.tokens.begin <= a.tokens.end) return false;
  for (std::uint32_t token = a.tokens.end; token < b.tokens.begin; ++token) {
    const std::string_view folded = context.document().Folded(token);
    const Hit* mark = context.document().Longest(token, SenseKind::kClauseMark);
    const bool joins = folded == "," || folded == "、" || folded == "，" ||
                       (mark != nullptr && !context.rules().marks[mark->sense.entry].strong);
    if (!joins) return false;
  }
  return true;
}

void AddEnumerated(const ClaimContext& context, std::span<const Participant> participants, std::size_t at,
                   Subject& subject) {
  std::size_t first = at;
  std::size_t last = at;
  while (first > 0 && Enumerated(context, participants[first - 1], participants[first])) --first;
  while (last + 1 < participants.size() && Enumerated(context, participants[last], participants[last + 1])) ++last;
  subject.id = participants[first].id;
  for (std::size_t i = first + 1; i <= last; ++i) {
    if (participants[i].id != subject.id) subject.others.push_back(participants[i].id);
  }
}

std::optional<Subject> SubjectIn(const ClaimContext& context, const Binding& binding) {
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  const std::span<const Participant> participants = context.ParticipantsIn(sentence);
  const std::optional<Source> source = FindSource(context, sentence);
  int best = std::numeric_limits<int>::max();
  std::size_t chosen = participants.size();
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const std::optional<int> cost = SubjectCost(context, binding, participants[i], source);
    if (cost && *cost < best) {
      best = *cost;
      chosen = i;
    }
  }
  if (chosen == participants.size()) return std::nullopt;
  Subject subject{participants[chosen].id, {}, participants[chosen].tokens, true, "same sentence"};
  AddEnumerated(context, participants, chosen, subject);
  return subject;
}

// The first participant of a preferred type in `range`.
std::optional<Subject> FirstIn(const ClaimContext& context, const Binding& binding, TokenRange range, const char* how) {
  for (const EntityType type : binding.frame->subjects) {
    for (const Participant& participant : context.ParticipantsIn(range)) {
      if (participant.type == type && !participant.modifier)
        return Subject{participant.id, {}, participant.tokens, false, how};
    }
  }
  return std::nullopt;
}

// The sentence before in the paragraph that names one who may be the subject; null
// if none does.
const Sentence* LastWithSubject(const ClaimContext& context, const Binding& binding) {
  const Participant* last = nullptr;
  for (const EntityType type : binding.frame->subjects) {
    const Participant* other = context.LastBefore(binding.sentence->first_token, type);
    if (other != nullptr && (last == nullptr || other->tokens.begin > last->tokens.begin)) last = other;
  }
  const Sentence* sentence = last == nullptr ? nullptr : context.document().SentenceOf(last->tokens.begin);
  return sentence != nullptr && sentence->paragraph == binding.sentence->paragraph ? sentence : nullptr;
}

}  // namespace

std::optional<Subject> FindSubject(const ClaimContext& context, const Binding& binding, const std::string& earlier) {
  if (std::optional<Subject> subject = SubjectIn(context, binding)) return subject;
  const std::span<const Sentence> sentences = context.document().sentences();
  if (!earlier.empty() && context.IsNamedBefore(binding.sentence->first_token, earlier, binding.frame->subjects))
    return Subject{earlier, {}, binding.tokens, false, "subject of the claim before"};
  if (const Sentence* last = LastWithSubject(context, binding)) {
    if (auto subject = FirstIn(context, binding, {last->first_token, last->end_token}, "earlier sentence"))
      return subject;
  }
  if (sentences.empty()) return std::nullopt;
  return FirstIn(context, binding, {sentences[0].first_token, sentences[0].end_token}, "headline");
}

std::string FindObject(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  if (!binding.frame->object.empty()) return binding.frame->object;
  const Figure* figure = FigureOf(context, binding);
  if (figure != nullptr && figure->kind == FigureKind::kCount) return CountedObject(context, binding, subject, *figure);
  std::string thing = NearestThing(context, binding, subject);
  const bool property =
      figure != nullptr && (figure->kind == FigureKind::kMoney || figure->kind == FigureKind::kMeasure);
  return thing.empty() && !property ? NearestNoun(context, binding) : thing;
}

std::string FindPlace(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const Participant* nearest = nullptr;
  for (const Participant& participant :
       context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token})) {
    if (participant.type != EntityType::kPlace || participant.demonym || participant.id == subject.id) continue;
    if (!FollowsCue(context, participant.tokens, SenseKind::kLocative)) continue;
    if (nearest == nullptr ||
        context.Distance(participant.tokens, binding.tokens) < context.Distance(nearest->tokens, binding.tokens)) {
      nearest = &participant;
    }
  }
  return nearest == nullptr ? "" : nearest->id;
}

}  // namespace newsgraph::extract
