#include "extract/claim_roles.h"

#include <algorithm>
#include <limits>

namespace newsgraph::extract {
namespace {

// Penalties in tenths of a word, against the distance to the trigger.
constexpr int kNextPreferredType = 30;
constexpr int kDemonym = 60;
constexpr int kModifier = 300;
constexpr int kAfterValue = 30;
constexpr int kSourcePenalty = 200;
constexpr int kOblique = 80;
constexpr int kReference = 20;
constexpr int kPassedValue = 30;
// Whoever stands farther away from a value is seldom its owner.
constexpr int kFarthestSubject = 420;

const Figure* FigureOf(const ClaimContext& context, const Binding& binding) {
  return binding.value.kind == ValueRef::Kind::kFigure ? &context.read().figures[binding.value.index] : nullptr;
}

bool IsSource(const std::vector<Source>& sources, std::uint32_t token) {
  return std::any_of(sources.begin(), sources.end(), [token](const Source& s) { return s.tokens.Covers(token); });
}

// How many figures that own something stand between the participant and the value.
int Passed(const ClaimContext& context, const Binding& binding, TokenRange participant) {
  const Figure* own = FigureOf(context, binding);
  if (own == nullptr) return 0;
  const bool before = participant.begin < binding.tokens.begin;
  const std::uint32_t from = context.document().tokens()[participant.begin].span.begin;
  const std::vector<Figure>& figures = context.read().figures;
  int passed = 0;
  if (before) {
    for (std::size_t i = binding.value.index; i-- > 0 && figures[i].span.begin > from;) {
      if (!figures[i].parallel_to && figures[i].kind == own->kind) ++passed;
    }
  } else {
    for (std::size_t i = binding.value.index + 1; i < figures.size() && figures[i].span.end <= from; ++i) {
      if (!figures[i].parallel_to && figures[i].kind == own->kind) ++passed;
    }
  }
  return passed;
}

// Lower is better; nothing where the type does not fit.
std::optional<int> SubjectCost(const ClaimContext& context, const Binding& binding, const Participant& participant,
                               const std::vector<Source>& sources) {
  const std::vector<EntityType>& types = binding.frame->subjects;
  const auto type = std::find(types.begin(), types.end(), participant.type);
  if (type == types.end()) return std::nullopt;
  int cost = std::min(context.Distance(participant.tokens, binding.trigger),
                      context.Distance(participant.tokens, binding.tokens) + 10);
  if (cost > kFarthestSubject) return std::nullopt;
  cost += static_cast<int>(type - types.begin()) * kNextPreferredType;
  if (participant.demonym) cost += kDemonym;
  if (participant.reference) cost += kReference;
  const bool counted = NounPhrase(context, binding).Covers(participant.tokens.begin);
  if (!IsThing(participant.type) && (participant.modifier || counted)) cost += kModifier;
  if (participant.tokens.begin >= binding.tokens.end) cost += kAfterValue;
  if (IsSource(sources, participant.tokens.begin)) cost += kSourcePenalty;
  if (context.ObliqueBefore(participant.tokens)) cost += kOblique;
  return cost + Passed(context, binding, participant.tokens) * kPassedValue;
}

// What stands between two names of an enumeration.
enum class Joint : std::uint8_t { kNone, kComma, kAnd };

Joint JointOf(const ClaimContext& context, const Participant& a, const Participant& b) {
  if (a.type != b.type || b.tokens.begin <= a.tokens.end) return Joint::kNone;
  Joint joint = Joint::kComma;
  for (std::uint32_t token = a.tokens.end; token < b.tokens.begin; ++token) {
    const std::string_view folded = context.document().Folded(token);
    const Hit* mark = context.document().Longest(token, SenseKind::kClauseMark);
    if (folded == "、" || (mark != nullptr && !context.rules().marks[mark->sense.entry].strong)) {
      joint = Joint::kAnd;
    } else if (folded != "," && folded != "，" && folded != "،") {
      return Joint::kNone;
    }
  }
  return joint;
}

// Those of one type that share the value: with commas between them, and a word like
// "und" at least once.
void AddEnumerated(const ClaimContext& context, std::span<const Participant> participants, std::size_t at,
                   const std::vector<Source>& sources, Subject& subject) {
  bool joined = false;
  const auto joins = [&](std::size_t a, std::size_t b) {
    if (IsSource(sources, participants[a].tokens.begin) != IsSource(sources, participants[b].tokens.begin)) return false;
    const Joint joint = JointOf(context, participants[a], participants[b]);
    joined = joined || joint == Joint::kAnd;
    return joint != Joint::kNone;
  };
  std::size_t first = at;
  std::size_t last = at;
  while (first > 0 && joins(first - 1, first)) --first;
  while (last + 1 < participants.size() && joins(last, last + 1)) ++last;
  if (!joined) return;
  subject.id = participants[first].id;
  for (std::size_t i = first + 1; i <= last; ++i) {
    if (participants[i].id != subject.id) subject.others.push_back(participants[i].id);
  }
}

std::optional<Subject> SubjectIn(const ClaimContext& context, const Binding& binding,
                                 const std::vector<Source>& sources) {
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  const std::span<const Participant> participants = context.ParticipantsIn(sentence);
  int best = std::numeric_limits<int>::max();
  std::size_t chosen = participants.size();
  for (std::size_t i = 0; i < participants.size(); ++i) {
    const std::optional<int> cost = SubjectCost(context, binding, participants[i], sources);
    if (cost && *cost < best) {
      best = *cost;
      chosen = i;
    }
  }
  if (chosen == participants.size()) return std::nullopt;
  // Who merely reports it, or is named inside another word, leaves it to whom the text spoke of before.
  if (best > kFarthestSubject) return std::nullopt;
  const Participant& found = participants[chosen];
  Subject subject{found.id, {}, found.tokens, true, found.reference ? "a word for it" : "same sentence"};
  AddEnumerated(context, participants, chosen, sources, subject);
  return subject;
}

// The first participant of a preferred type in `range`.
std::optional<Subject> FirstIn(const ClaimContext& context, const Binding& binding, TokenRange range, const char* how) {
  for (const bool oblique : {false, true}) {
    for (const EntityType type : binding.frame->subjects) {
      for (const Participant& participant : context.ParticipantsIn(range)) {
        if (participant.type != type || participant.modifier) continue;
        if (!oblique && context.ObliqueBefore(participant.tokens)) continue;
        return Subject{participant.id, {}, participant.tokens, false, how};
      }
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

// A capital that decides something is the state that it speaks for.
Subject Normal(const ClaimContext& context, const Binding& binding, Subject subject) {
  if (!binding.frame->event) return subject;
  const auto state = context.rules().state_of.find(subject.id);
  if (state != context.rules().state_of.end()) subject.id = state->second;
  return subject;
}

std::optional<Subject> EarlierSubject(const ClaimContext& context, const Binding& binding, const std::string& earlier) {
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

}  // namespace

bool IsThing(EntityType type) {
  return type == EntityType::kChip || type == EntityType::kProduct || type == EntityType::kModel;
}

TokenRange NounPhrase(const ClaimContext& context, const Binding& binding) {
  const Figure* figure = FigureOf(context, binding);
  if (figure == nullptr || figure->noun.empty()) return {binding.tokens.end, binding.tokens.end + 1};
  const TokenRange noun = context.TokensOf(figure->noun);
  return {std::min(binding.tokens.end, noun.begin), std::max(binding.tokens.end, noun.end)};
}

std::optional<Subject> FindSubject(const ClaimContext& context, const Binding& binding,
                                   const std::vector<Source>& sources, const std::string& earlier) {
  std::optional<Subject> subject = SubjectIn(context, binding, sources);
  if (!subject && !binding.frame->otherwise.empty()) {
    return Subject{binding.frame->otherwise, {}, binding.trigger, true, "what the rule takes for granted"};
  }
  if (!subject) subject = EarlierSubject(context, binding, earlier);
  if (!subject) return std::nullopt;
  return Normal(context, binding, *std::move(subject));
}

std::string FindPlace(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const Participant* nearest = nullptr;
  for (const Participant& participant :
       context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token})) {
    if (participant.type != EntityType::kPlace || participant.demonym || participant.id == subject.id) continue;
    if (context.ObliqueBefore(participant.tokens) != Oblique::kPlace) continue;
    if (nearest == nullptr ||
        context.Distance(participant.tokens, binding.tokens) < context.Distance(nearest->tokens, binding.tokens)) {
      nearest = &participant;
    }
  }
  return nearest == nullptr ? "" : nearest->id;
}

}  // namespace newsgraph::extract
