#include "extract/claim_differences.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "extract/claim_scope.h"

namespace newsgraph::extract {
namespace {

// How many words stand between a difference and the level that came of it.
constexpr std::uint32_t kLevelReach = 5;

// Whether one of `words` ends where `text` does, and begins there as a word of a script that parts words.
bool EndsWithAny(const ClaimContext& context, std::string_view text, const Words& words) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::ranges::any_of(words, [&](const auto& word) {
    if ((word.second & context.document().languages()) == 0 || !text.ends_with(word.first)) return false;
    const std::size_t begin = text.size() - word.first.size();
    const bool parted = static_cast<unsigned char>(word.first.front()) >= 0xE0;
    return parted || begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\n';
  });
}

// The figure behind it in the sentence that is not the same sum in other money; null where there is none.
const Figure* NextOf(const ClaimContext& context, const Binding& binding) {
  const std::vector<Figure>& figures = context.read().figures;
  std::size_t next = binding.value.index + 1;
  while (next < figures.size() && figures[next].parallel_to == binding.value.index) ++next;
  return next < figures.size() && binding.sentence->span.Covers(figures[next].span) ? &figures[next] : nullptr;
}

}  // namespace

bool IsDifference(const ClaimContext& context, const Binding& binding) {
  const ClaimRules& rules = context.rules();
  const Figure* const own = FigureOf(context, binding);
  if (own == nullptr || own->kind == FigureKind::kMultiple || IsOfChange(context, binding.metric)) return false;
  const Figure* const level = NextOf(context, binding);
  if (level == nullptr || level->kind != own->kind) return false;
  if (level->unit != own->unit && !own->unit.empty() && !level->unit.empty()) return false;
  const TokenRange to = context.TokensOf(level->span);
  const std::uint32_t end = context.TokensOf(own->span).end;
  if (to.begin < end || to.begin - end > kLevelReach) return false;
  if (IsFollowedByAny(context, *own, rules.rose_by_behind)) return true;
  const std::string_view text = context.document().text();
  return EndsWithAny(context, text.substr(0, own->span.begin), rules.rose_by) &&
         EndsWithAny(context, text.substr(0, level->span.begin), rules.rose_to);
}

}  // namespace newsgraph::extract
