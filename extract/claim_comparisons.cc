#include "extract/claim_comparisons.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace newsgraph::extract {
namespace {

// Between the two values of a comparison, and between its word and the base: "793 planes, up from about the 766".
constexpr std::uint32_t kComparedReach = 5;
// Between the base of a comparison and whose it is: "348 planes for".
constexpr std::uint32_t kOwnerReach = 3;

}  // namespace

bool IsComparedWith(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources,
                    std::uint32_t most_between) {
  const Figure* const own = FigureOf(context, binding);
  if (own == nullptr || binding.value.index == 0 || binding.expected) return false;
  // "412 million, against the 455 million that analysts had expected": of one time.
  if (std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
        return source.beside && source.beside->begin < binding.tokens.end && binding.tokens.begin < source.beside->end;
      }))
    return false;
  std::size_t before = binding.value.index - 1;
  const std::vector<Figure>& figures = context.read().figures;
  while (before > 0 && figures[before].parallel_to) --before;
  const Figure& compared = figures[before];
  if (compared.kind != own->kind || (!own->unit.empty() && own->unit != compared.unit)) return false;
  const TokenRange tokens = context.TokensOf(compared.span);
  if (tokens.begin < binding.sentence->first_token) return false;
  const std::uint32_t reach = std::min(binding.tokens.begin - tokens.end, kComparedReach);
  const Hits words = context.HitsIn({binding.tokens.begin - reach, binding.tokens.begin}, SenseKind::kComparison);
  return std::any_of(words.begin(), words.end(), [&](const Hit* word) {
    // "more than 500"
    const Hit* const hedge = context.document().LongestBefore(word->end_token, SenseKind::kMod);
    const TokenRange between{word->end_token, binding.tokens.begin};
    return static_cast<Side>(word->sense.entry) == Side::kBefore && hedge == nullptr &&
           between.end <= between.begin + most_between && context.ParticipantsIn(between).empty() &&
           context.HitsIn(between, SenseKind::kClauseMark).empty();
  });
}

bool IsOwnerOfBase(const ClaimContext& context, const Binding& binding, const Participant& participant,
                   const std::vector<Source>& sources) {
  const std::uint32_t begin = participant.tokens.begin;
  if (begin < binding.tokens.end || begin - binding.tokens.end > kOwnerReach) return false;
  if (participant.demonym || participant.modifier || participant.reference) return false;
  return !context.HasSign({binding.tokens.end, begin}) && IsComparedWith(context, binding, sources);
}

std::optional<bool> ComparedBesides(const ClaimContext& context, const Binding& binding, std::string_view subject) {
  std::uint32_t end = binding.tokens.end;
  while (end < binding.sentence->end_token && context.document().tokens()[end].kind != TokenKind::kSign) ++end;
  const TokenRange behind{binding.tokens.end, end};
  const std::span<const Participant> named = context.ParticipantsIn(behind);
  if (named.empty() && context.HitsIn(behind, SenseKind::kSourcePhrase).empty()) return std::nullopt;
  return std::none_of(named.begin(), named.end(), [&](const Participant& each) {
    return each.type == EntityType::kCompany && each.id != subject && !each.modifier;
  });
}

}  // namespace newsgraph::extract
