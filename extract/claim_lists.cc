#include "extract/claim_lists.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace newsgraph::extract {
namespace {

// What stands between two names of an enumeration.
enum class Joint : std::uint8_t { kNone, kComma, kAnd };

bool MayAct(const Participant& one) {
  return one.type == EntityType::kCompany || one.type == EntityType::kOrganization;
}

Joint JointOf(const ClaimContext& context, const Participant& a, const Participant& b) {
  const bool alike = a.type == b.type || (MayAct(a) && MayAct(b));
  if (!alike || b.tokens.begin <= a.tokens.end) return Joint::kNone;
  Joint joint = Joint::kComma;
  for (std::uint32_t token = a.tokens.end; token < b.tokens.begin; ++token) {
    const std::string_view folded = context.document().Folded(token);
    const Hit* mark = context.document().Longest(token, SenseKind::kClauseMark);
    if (folded == "、" || (mark != nullptr && context.rules().marks[mark->sense.entry] == ClauseMark::kWeak)) {
      joint = Joint::kAnd;
    } else if (joint == Joint::kAnd && context.Says(folded, context.rules().definite)) {
      continue;  // "Acme and the government"
    } else if (folded != "," && folded != "，" && folded != "،") {
      return Joint::kNone;
    }
  }
  return joint;
}

// "A and B sold 5 and 7 cars, respectively": which of the figures in a row the value
// is, if the row has as many as there are subjects.
std::optional<std::size_t> PlaceInRow(const ClaimContext& context, const Binding& binding, std::size_t row) {
  const Figure* own = FigureOf(context, binding);
  const Hits hits = context.HitsIn({binding.sentence->first_token, binding.sentence->end_token}, SenseKind::kFurther);
  const bool each = std::any_of(hits.begin(), hits.end(),
                                [](const Hit* hit) { return static_cast<Apart>(hit->sense.entry) == Apart::kEach; });
  if (own == nullptr || !each) return std::nullopt;
  std::size_t count = 0;
  std::optional<std::size_t> place;
  for (const Figure& figure : context.FiguresIn(binding.sentence->span)) {
    if (figure.kind != own->kind || figure.parallel_to) continue;
    if (&figure == own) place = count;
    ++count;
  }
  return count == row ? place : std::nullopt;
}

}  // namespace

void AddEnumerated(const ClaimContext& context, std::span<const Participant> participants, std::size_t at,
                   const std::vector<Source>& sources, Subject& subject) {
  bool joined = false;
  const auto joins = [&](std::size_t a, std::size_t b) {
    if (IsSource(sources, participants[a].tokens.begin) != IsSource(sources, participants[b].tokens.begin))
      return false;
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
    if (participants[i].id != subject.id) subject.others.emplace_back(participants[i].id);
  }
}

void TakeTurns(const ClaimContext& context, const Binding& binding, Subject& subject) {
  if (subject.others.empty()) return;
  const std::optional<std::size_t> place = PlaceInRow(context, binding, subject.others.size() + 1);
  if (!place) return;
  if (*place > 0) subject.id = subject.others[*place - 1];
  subject.others.clear();
  subject.how = "each in turn";
}

bool IsListedExample(const ClaimContext& context, std::span<const Participant> participants, std::size_t at) {
  if (context.ObliqueOf(participants[at]) == Oblique::kExample) return false;  // it says so itself
  for (; at > 0 && JointOf(context, participants[at - 1], participants[at]) != Joint::kNone; --at) {
    if (context.ObliqueOf(participants[at - 1]) == Oblique::kExample) return true;
  }
  return false;
}

}  // namespace newsgraph::extract
