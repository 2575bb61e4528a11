#include "extract/claim_rows.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/claim_nouns.h"
#include "extract/claim_places.h"
#include "extract/claim_scope.h"

namespace newsgraph::extract {
namespace {

// How many words stand between the two values, and between such a word and its value.
constexpr std::uint32_t kBaseReach = 4;
constexpr std::uint32_t kWordReach = 2;
constexpr std::uint32_t kClauseOfBase = 10;
// Between an owner and the value that is its without a verb.
constexpr std::uint32_t kGapReach = 2;
// Between what was done and who did it: "ordered by the".
constexpr std::uint32_t kAgentReach = 3;
// From the comma behind a name to the verb of the clause that says more of it.
constexpr std::uint32_t kClauseReach = 4;

// Between a change and the sum that it comes to: "3 percent, to a total of".
constexpr std::uint32_t kSumReach = 4;

bool StandsBefore(const ClaimContext& context, TokenRange value, const Words& words) {
  return context.SaysIn({value.begin - std::min(value.begin, kWordReach), value.begin}, words);
}

// Whether the figures stand as near as "from 3 to 5 percent" puts them, in one sentence and one unit.
bool AreNear(const ClaimContext& context, const Sentence& sentence, std::size_t first) {
  const std::vector<Figure>& figures = context.read().figures;
  if (first + 1 >= figures.size()) return false;
  const Figure& a = figures[first];
  const Figure& b = figures[first + 1];
  if (a.kind != b.kind || a.unit != b.unit || a.parallel_to || b.parallel_to) return false;
  if (!sentence.span.Covers(a.span) || !sentence.span.Covers(b.span)) return false;
  const std::uint32_t end = context.TokensOf(a.span).end;
  const std::uint32_t begin = context.TokensOf(b.span).begin;
  if (begin <= end || begin - end > kBaseReach) return false;
  // "Acme kam auf einen Anteil von 21 Prozent, Globex auf 19"
  const auto between = context.ParticipantsIn({end, begin});
  return std::ranges::none_of(between, [](const Participant& each) {
    return each.type == EntityType::kCompany && !each.modifier && !each.reference;
  });
}

// "from 3", "由上年同期的21.9%": a word before the value, or before what tells of when it was.
bool ComesFrom(const ClaimContext& context, TokenRange value) {
  if (StandsBefore(context, value, context.rules().rose_from)) return true;
  const bool runs_on = value.begin > 0 && context.document().tokens()[value.begin - 1].kind == TokenKind::kIdeograph;
  if (!runs_on) return false;
  const TokenRange clause{value.begin - std::min(value.begin, kClauseOfBase), value.begin};
  return !context.HasSign(clause) && context.SaysIn(clause, context.rules().rose_from);
}

// Whether figure `base` says where figure `reached` came from.
bool IsBase(const ClaimContext& context, std::size_t base, std::size_t reached) {
  const std::vector<Figure>& figures = context.read().figures;
  const TokenRange from = context.TokensOf(figures[base].span);
  const TokenRange to = context.TokensOf(figures[reached].span);
  if (base < reached && IsFollowedByAny(context, figures[base], context.rules().rose_from_behind)) return true;
  return ComesFrom(context, from) && StandsBefore(context, to, context.rules().rose_to);
}

// Signs that part an owner from its value: a comma, dash or colon, what opens a bracket or closes quotation marks.
bool MayStandBetween(std::string_view sign) {
  if (sign == "»" || sign == "”" || sign == "\"" || sign == "“") return true;
  return sign == "(" || sign == "（" || sign == "," || sign == "，" || sign == "、" || sign == "–" || sign == "—" ||
         sign == ":" || sign == "：";
}

// Whether nothing but signs and words like "with" stand between an owner and a value.
bool StandsRightBefore(const ClaimContext& context, TokenRange owner, TokenRange value) {
  if (owner.end > value.begin || value.begin - owner.end > kGapReach) return false;
  for (std::uint32_t token = owner.end; token < value.begin; ++token) {
    const TokenKind kind = context.document().tokens()[token].kind;
    if (kind == TokenKind::kSign && !MayStandBetween(context.document().Written(token))) return false;
    // "followed by Tesla with 30,000", "其次是特斯拉，为3万辆", "BYD il 12%"
    if (kind != TokenKind::kSign && kind != TokenKind::kIdeograph &&
        context.document().Longest(token, SenseKind::kLocative) == nullptr &&
        !context.Says(context.document().Folded(token), context.rules().definite))
      return false;
  }
  return true;
}

// How many figures stand within `span`, but for faces in brackets; of one kind, or of any.
int CountFigures(const ClaimContext& context, TextSpan span, std::optional<FigureKind> kind) {
  const std::vector<Figure>& figures = context.read().figures;
  const auto first = std::lower_bound(figures.begin(), figures.end(), span.begin,
                                      [](const Figure& f, std::uint32_t at) { return f.span.begin < at; });
  int count = 0;
  for (auto each = first; each != figures.end() && each->span.end <= span.end; ++each) {
    if ((!kind || each->kind == *kind) && !each->parallel_to) ++count;
  }
  return count;
}

}  // namespace

std::optional<std::uint32_t> LaterPartOf(const ClaimContext& context, const ClaimTrigger& trigger, TokenRange words) {
  const std::span<const Token> tokens = context.document().tokens();
  const bool bought = context.rules().frames[trigger.frame].bought;
  for (std::uint32_t token = words.begin; token < words.end && context.document().Written(token) != ";"; ++token) {
    if (context.document().Folded(token) != trigger.later_part) continue;
    // "nahm um 6 Prozent auf 73 Milliarden zu": what it came to, and no "aufnehmen". "Pagó aranceles por 5 millones":
    // what was paid, and not what for.
    const bool preposition = token + 1 < words.end && tokens[token + 1].kind == TokenKind::kNumber &&
                             (bought || context.SaysIn({token, token + 1}, context.rules().rose_to));
    if (!preposition) return token;
  }
  return std::nullopt;
}

bool HasLaterPart(const ClaimContext& context, const ClaimTrigger& trigger, TokenRange words) {
  return trigger.later_part.empty() || LaterPartOf(context, trigger, words).has_value();
}

int FiguresBetween(const ClaimContext& context, std::uint32_t from, std::uint32_t to, ValueRef value) {
  if (value.kind != ValueRef::Kind::kFigure || from >= to) return 0;
  const std::span<const Token> tokens = context.document().tokens();
  return CountFigures(context, {tokens[from].span.begin, tokens[to - 1].span.end},
                      context.read().figures[value.index].kind);
}

bool ComesToMoney(const ClaimContext& context, const Sentence& sentence, ValueRef change) {
  const std::vector<Figure>& figures = context.read().figures;
  const std::size_t next = change.index + 1;
  if (change.kind != ValueRef::Kind::kFigure || next >= figures.size()) return false;
  if (figures[next].kind != FigureKind::kMoney || !sentence.span.Covers(figures[next].span)) return false;
  return context.TokensOf(figures[next].span).begin - context.TokensOf(figures[change.index].span).end <= kSumReach;
}

bool ComesTo(const ClaimContext& context, const Binding& change, std::size_t figure) {
  const Figure* const own = FigureOf(context, change);
  if (own == nullptr || figure != change.value.index + 1 || !IsOfChange(context, change.metric)) return false;
  const Figure& reached = context.read().figures[figure];
  const TokenRange tokens = context.TokensOf(reached.span);
  return reached.kind != own->kind && tokens.begin - change.tokens.end <= kSumReach &&
         StandsBefore(context, tokens, context.rules().rose_to);
}

bool CameFrom(const ClaimContext& context, const Binding& before, const Binding& binding) {
  const ClaimRules& rules = context.rules();
  // "habla de 400.000": a word that says "of", too, tells nothing without a rise.
  return before.metric == binding.metric && before.sentence == binding.sentence &&
         binding.trigger.begin < before.tokens.end && StandsBefore(context, binding.tokens, rules.rose_from) &&
         !StandsBefore(context, binding.tokens, rules.of_whom) &&
         !HasApart(context, {before.tokens.end, binding.tokens.begin}, Apart::kPart);
}

int Passed(const ClaimContext& context, const Binding& binding, TokenRange tokens, bool any_kind) {
  const Figure* own = FigureOf(context, binding);
  if (own == nullptr) return 0;
  const std::uint32_t at = context.document().tokens()[tokens.begin].span.begin;
  const bool before = tokens.begin < binding.tokens.begin;
  return CountFigures(context, before ? TextSpan{at + 1, own->span.begin} : TextSpan{own->span.end, at},
                      any_kind ? std::nullopt : std::optional(own->kind));
}

std::optional<ValueRef> RisenFrom(const ClaimContext& context, const Sentence& sentence, ValueRef value) {
  if (value.kind != ValueRef::Kind::kFigure) return std::nullopt;
  const std::uint32_t own = value.index;
  if (AreNear(context, sentence, own) && IsBase(context, own, own + 1)) return ValueRef{value.kind, own + 1};
  if (own > 0 && AreNear(context, sentence, own - 1) && IsBase(context, own, own - 1))
    return ValueRef{value.kind, own - 1};
  return std::nullopt;
}

bool FellToNothing(const ClaimContext& context, TokenRange value) {
  const std::uint32_t behind = value.end;
  return context.SaysIn({behind, behind + 1}, context.rules().rose_to) &&
         context.SaysIn({behind + 1, behind + kWordReach + 1}, context.rules().nothing) &&
         StandsBefore(context, value, context.rules().rose_from);
}

bool HasBaseBefore(const ClaimContext& context, const Sentence& sentence, ValueRef value) {
  if (value.kind != ValueRef::Kind::kFigure || value.index == 0) return false;
  return AreNear(context, sentence, value.index - 1) && IsBase(context, value.index - 1, value.index);
}

bool IsGapped(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const TokenRange& owner = participant.tokens;
  if (participant.demonym || participant.modifier || !StandsRightBefore(context, owner, binding.tokens)) return false;
  if (binding.triggered() && binding.trigger.begin >= owner.begin) return false;
  const std::string_view opening = context.document().Written(owner.end);
  const bool bracketed = opening == "(" || opening == "（";
  // "20 percent, behind Australia with 33 percent"
  const std::optional<Oblique> oblique = context.ObliqueOf(owner);
  const auto& tokens = context.document().tokens();
  // "seguida pela Globex, com 17%", and in Russian "у Globex — 17%"
  const bool aside = opening == "," && owner.end + 1 < binding.tokens.begin;
  const bool dashed = participant.type == EntityType::kCompany && (opening == "—" || opening == "–");
  const bool compared = oblique == Oblique::kElsewhere && (tokens[owner.end].kind == TokenKind::kWord || aside);
  return FiguresBetween(context, binding.sentence->first_token, owner.begin, binding.value) > 0 &&
         (bracketed || compared || dashed || !oblique);
}

bool OwnsTheNext(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const Figure* own = FigureOf(context, binding);
  if (own == nullptr || participant.tokens.begin < binding.tokens.end) return false;
  const std::vector<Figure>& figures = context.read().figures;
  std::size_t next = binding.value.index + 1;
  while (next < figures.size() && (figures[next].parallel_to || figures[next].kind != own->kind)) ++next;
  if (next >= figures.size() || !binding.sentence->span.Covers(figures[next].span)) return false;
  return StandsRightBefore(context, participant.tokens, context.TokensOf(figures[next].span));
}

bool IsAgent(const ClaimContext& context, const Binding& binding, const Participant& participant) {
  const std::uint32_t begin = participant.tokens.begin;
  if (!binding.triggered() || begin <= binding.trigger.end || begin - binding.trigger.end > kAgentReach) return false;
  return context.SaysIn({binding.trigger.end, binding.trigger.end + 1}, context.rules().agents) && !participant.demonym;
}

std::optional<TokenRange> OwnClauseOf(const ClaimContext& context, const Binding& binding,
                                      const Participant& participant) {
  const std::uint32_t comma = participant.tokens.end;
  if (!binding.triggered() || binding.trigger.begin <= comma + 1 || binding.trigger.begin - comma > kClauseReach)
    return std::nullopt;
  if (participant.demonym || participant.modifier || context.document().Written(comma) != ",") return std::nullopt;
  // "the plant in Szeged, Hungary, which will start": the plant does so.
  const bool place = participant.type == EntityType::kPlace;
  if (place && (IsOfSite(context, participant.tokens) || IsBehindSite(context, participant.tokens)))
    return std::nullopt;
  const Hit* const mark = context.document().Longest(comma + 1, SenseKind::kClauseMark);
  if (mark == nullptr || context.rules().marks[mark->sense.entry] != ClauseMark::kRelative ||
      binding.tokens.begin <= mark->first_token)
    return std::nullopt;
  std::uint32_t end = std::max(binding.trigger.end, binding.tokens.end);
  while (end < binding.sentence->end_token && context.document().Written(end) != ",") ++end;
  return TokenRange{comma + 1, end};
}

bool IsDoneNotCounted(const ClaimContext& context, const Figure& figure, TokenRange trigger) {
  if (figure.noun.empty() || figure.unit.empty() || context.rules().deeds.contains(figure.unit)) return false;
  const TokenRange noun = context.TokensOf(figure.noun);
  return noun.Covers(trigger.begin) && context.HitsIn(noun, SenseKind::kNoun).empty() &&
         context.HitsIn(noun, SenseKind::kCountedNoun).empty();
}

}  // namespace newsgraph::extract
