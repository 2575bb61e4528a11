#include "extract/claim_scope.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "extract/claim_rows.h"

namespace newsgraph::extract {
namespace {

// A verb of the value's clause, in tenths of a word.
constexpr int kTenseReach = 80;

}  // namespace

TokenRange ClauseOf(const Binding& binding) {
  return binding.clause.value_or(TokenRange{binding.sentence->first_token, binding.sentence->end_token});
}

bool IsOfTheNext(const ClaimContext& context, const Binding& binding, TokenRange cue) {
  if (cue.begin < binding.tokens.end || binding.value.kind != ValueRef::Kind::kFigure) return false;
  if (context.BeginsNewTopic({binding.tokens.end, cue.begin})) return true;
  const std::vector<Figure>& figures = context.read().figures;
  std::size_t next = binding.value.index + 1;
  while (next < figures.size() && (figures[next].parallel_to || ComesTo(context, binding, next))) ++next;
  const std::uint32_t at = context.document().tokens()[cue.begin].span.begin;
  if (next >= figures.size() || figures[next].span.begin >= binding.sentence->span.end) return false;
  if (figures[next].span.begin < at) return true;
  for (std::uint32_t token = binding.tokens.end; token < cue.begin; ++token) {
    const std::string_view sign = context.document().Written(token);
    if (sign == "，" || sign == ";" || sign == "；") return true;
  }
  return !context.HitsIn({binding.tokens.end, cue.begin}, SenseKind::kClauseMark).empty();
}

bool IsSetAside(const ClaimContext& context, const Binding& binding, TokenRange words) {
  constexpr std::uint32_t kRightBehind = 3;  // "73 billion dollars, which it made mostly in 2024" is said of the value
  const Clauses& clauses = context.clauses();
  const bool aside = clauses.IsAside(binding.tokens.begin);
  if (!clauses.IsAside(words.begin)) return aside && binding.value.kind == ValueRef::Kind::kFigure;
  if (aside) return false;
  std::uint32_t begin = words.begin;
  while (begin > binding.sentence->first_token && clauses.IsAside(begin - 1)) --begin;
  return begin < binding.tokens.end || begin > binding.tokens.end + kRightBehind;
}

bool IsInPastTense(const ClaimContext& context, const Binding& binding, const Hits& hits) {
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    return context.rules().statuses[hit->sense.entry].does == StatusWord::kPast &&
           std::min(context.Distance(tokens, binding.trigger), context.Distance(tokens, binding.tokens)) < kTenseReach;
  });
}

bool TellsOfThePast(const ClaimContext& context, const Binding& binding, const Claim& claim,
                    std::optional<Day> published) {
  return (claim.time && published && claim.time->last < *published) ||
         IsInPastTense(context, binding, context.HitsIn(ClauseOf(binding), SenseKind::kStatus));
}

bool IsFollowedByAny(const ClaimContext& context, const Figure& figure, const Words& words) {
  std::string_view behind = context.document().text().substr(figure.span.end);
  while (behind.starts_with(' ')) behind.remove_prefix(1);
  return std::ranges::any_of(words, [&](const auto& word) {
    return (word.second & context.document().languages()) != 0 && behind.starts_with(word.first);
  });
}

bool HasEvent(const ClaimContext& context, TokenRange range) {
  const Hits hits = context.HitsIn(range, SenseKind::kTrigger);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) {
    const ClaimTrigger& trigger = context.rules().triggers[hit->sense.entry];
    return trigger.later_part.empty() && context.rules().frames[trigger.frame].event;
  });
}

}  // namespace newsgraph::extract
