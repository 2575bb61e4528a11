#include "extract/claim_cues.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "extract/claim_rows.h"
#include "extract/claim_scope.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a cue still speaks for a value.
constexpr int kFarthestStatus = 150;
constexpr int kFarthestDenial = 120;  // who disputes one thing says another
// "not yet sold"
constexpr int kNegationReach = 20;
// Behind "and": "and has ordered", "und im Mai verkaufte".
constexpr std::uint32_t kVerbReach = 3;

// "plans to build 500, and built 300 last year": the plan is the earlier figure's, as is a verb that ends its clause.
bool IsOfFigureBefore(const ClaimContext& context, const Binding& binding, TokenRange cue) {
  if (binding.value.kind != ValueRef::Kind::kFigure || cue.end > binding.tokens.begin) return false;
  const std::vector<Figure>& figures = context.read().figures;
  const std::uint32_t end = context.document().tokens()[cue.end - 1].span.end;
  const auto counts = [&](std::size_t i) {
    if (context.VerbsEndClauses() ? !binding.sentence->span.Covers(figures[i].span) : figures[i].span.begin < end)
      return false;
    // "lowered its forecast from 38 to 35 billion": what it came from says nothing of its own.
    return i + 1 < binding.value.index || !HasBaseBefore(context, *binding.sentence, binding.value);
  };
  for (std::size_t i = binding.value.index; i-- > 0 && figures[i].span.begin >= binding.sentence->span.begin;) {
    if (!figures[i].parallel_to && counts(i)) return true;
  }
  return false;
}

// "invests 5 billion a year": what goes on.
bool IsRate(const ClaimContext& context, const Binding& binding) {
  const Figure* const figure = FigureOf(context, binding);
  return figure != nullptr && !figure->per.empty();
}

// "may" in "in May" says nothing of what may be.
bool IsOfDate(const ClaimContext& context, const Hit& cue) {
  const std::vector<Date>& dates = context.read().dates;
  const auto after = std::upper_bound(dates.begin(), dates.end(), cue.span.begin,
                                      [](std::uint32_t at, const Date& date) { return at < date.span.begin; });
  return after != dates.begin() && std::prev(after)->span.Overlaps(cue.span);
}

// Whether `token` is a comma, and none in a number ("4,5").
bool EndsPart(const ClaimContext& context, const Sentence& sentence, std::uint32_t token) {
  const std::span<const Token> tokens = context.document().tokens();
  const bool in_number = token + 1 < sentence.end_token && !tokens[token + 1].space_before;
  return context.document().Written(token) == "," && !in_number;
}

// "wird … verkaufen", "verkaufen wird": whether the verb that the word needs stands right before it or in its clause.
bool HasItsVerb(const ClaimContext& context, const Sentence& sentence, TokenRange cue, const StatusCue& status) {
  const Document& document = context.document();
  const auto is_verb = [&](std::uint32_t token) {
    const auto found = status.with.find(document.Folded(token));
    if (found == status.with.end()) return false;
    if (token == 0) return found->second.contains("");
    const Token& before = document.tokens()[token - 1];  // the word itself at the latest
    return found->second.contains("") || found->second.contains(document.Folded(token - 1)) ||
           (found->second.contains("*") && before.kind == TokenKind::kWord && !before.capitalised);
  };
  if (status.with.empty()) return true;
  if (cue.begin > sentence.first_token + 1 && is_verb(cue.begin - 1)) return true;
  for (std::uint32_t token = cue.begin; status.with_before && token-- > sentence.first_token;) {
    if (is_verb(token)) return true;
    if (EndsPart(context, sentence, token)) break;
  }
  bool aside = false;  // "wird, so Omdia, … verkaufen"
  for (std::uint32_t token = cue.end; token < sentence.end_token; ++token) {
    if (is_verb(token)) return true;
    if (!EndsPart(context, sentence, token)) continue;
    if (!aside && token != cue.end) return false;
    aside = !aside;
  }
  return false;
}

// The rule by which the ending of a word makes it a verb in the future; null if none does.
const StatusCue* FutureOfEnding(const ClaimContext& context, const Sentence& sentence, std::uint32_t token) {
  constexpr std::size_t kShortestStem = 2;
  if ((context.rules().future_languages & context.document().languages()) == 0) return nullptr;
  const Token& at = context.document().tokens()[token];
  if (at.kind != TokenKind::kWord || (at.capitalised && token != sentence.first_token)) return nullptr;
  const std::string_view word = context.document().Folded(token);
  const LanguageSet languages = context.document().languages();
  for (const FutureEnding& known : context.rules().future_endings) {
    if ((known.languages & languages) == 0 || !word.ends_with(known.ending)) continue;
    if (word.size() < known.ending.size() + kShortestStem) continue;
    const auto none = context.rules().not_future.find(word);
    if (none == context.rules().not_future.end() || (none->second & languages) == 0)
      return &context.rules().statuses[known.cue];
  }
  return nullptr;
}

// "has a staff of two, it will invest": whether a clause begins between the value and a verb behind it that says no
// more of it, as "which will" does.
bool IsOfNextClause(const ClaimContext& context, const Binding& binding, TokenRange verb) {
  if (binding.value.kind != ValueRef::Kind::kFigure) return false;
  for (std::uint32_t token = binding.tokens.end; token < verb.begin; ++token) {
    const std::string_view sign = context.document().Written(token);
    const std::uint32_t at = sign == "," || sign == "，" ? token + 1 : token;
    const Hit* const mark = context.document().Longest(at, SenseKind::kClauseMark);
    if (mark == nullptr && at == token) continue;
    if (mark == nullptr || context.rules().marks[mark->sense.entry] != ClauseMark::kRelative) return true;
    token = at;
  }
  return false;
}

struct NearestCue {
  int distance = kFarthestStatus;
  const StatusCue* cue = nullptr;
  TokenRange tokens;
  bool behind_figure = false;  // another figure stands between it and the value
};

bool IsInPast(const ClaimContext& context, TokenRange range) {
  const Hits hits = context.HitsIn(range, SenseKind::kStatus);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) {
    return context.rules().statuses[hit->sense.entry].does == StatusWord::kPast;
  });
}

// "wants to be free of Acme and has ordered 500": whether "and" and a verb in the past stand between the word and the
// value; but "will be built and sold 500 times".
bool IsBeforeWhatIsDone(const ClaimContext& context, const Binding& binding, TokenRange cue) {
  if (cue.end > binding.tokens.begin) return false;
  const Hits marks = context.HitsIn({cue.end, binding.tokens.begin}, SenseKind::kClauseMark);
  return std::any_of(marks.begin(), marks.end(), [&](const Hit* mark) {
    return context.rules().marks[mark->sense.entry] == ClauseMark::kWeak &&
           IsInPast(context, {mark->end_token, std::min(mark->end_token + kVerbReach, binding.tokens.begin)}) &&
           !IsInPast(context, {mark->first_token - 1, mark->first_token});
  });
}

// Takes `cue` for `nearest` where it stands nearer to the value and speaks of it.
void Offer(const ClaimContext& context, const Binding& binding, TokenRange tokens, const StatusCue& cue, bool over,
           NearestCue& nearest) {
  const int distance = std::min(context.Distance(tokens, binding.trigger), context.Distance(tokens, binding.tokens));
  const int farthest = cue.status == ClaimStatus::kDenied ? kFarthestDenial : kFarthestStatus;
  if (distance >= std::min(nearest.distance, farthest)) return;
  if (!HasItsVerb(context, *binding.sentence, tokens, cue)) return;
  const bool behind_figure = IsOfFigureBefore(context, binding, tokens);
  if ((over && behind_figure) || IsOfTheNext(context, binding, tokens) || context.IsNamed(tokens)) return;
  if (cue.does == StatusWord::kFuture && IsOfNextClause(context, binding, tokens)) return;
  if (IsSetAside(context, binding, tokens) || IsBeforeWhatIsDone(context, binding, tokens)) return;
  nearest = {distance, &cue, tokens, behind_figure};
}

// The word that denies what is said of the value: beside what announces it, beside the word of its status, or right
// before the value. Null if none does.
const StatusCue* NegationOf(const ClaimContext& context, const Binding& binding, const Hits& hits,
                            const NearestCue& status) {
  // "keine 600.000" is fewer.
  const bool bounded =
      binding.value.kind == ValueRef::Kind::kFigure && context.read().figures[binding.value.index].mod != Mod::kExact;
  for (const Hit* hit : hits) {
    const StatusCue& cue = context.rules().statuses[hit->sense.entry];
    const TokenRange tokens{hit->first_token, hit->end_token};
    if (cue.does != StatusWord::kNegation || IsOfNextClause(context, binding, tokens)) continue;
    const auto beside = [&](TokenRange word) { return context.Distance(tokens, word) <= kNegationReach; };
    const bool of_value = tokens.begin < binding.tokens.begin && !bounded && beside(binding.tokens);
    const bool of_status = status.cue != nullptr && beside(status.tokens);
    if (of_value || of_status || (binding.triggered() && beside(binding.trigger))) return &cue;
  }
  return nullptr;
}

// "will open a plant and had 500 workers in 2024": whether another clause begins between the verb and the value.
bool IsOfClauseBefore(const ClaimContext& context, const Binding& binding, TokenRange verb) {
  return verb.end <= binding.tokens.begin &&
         !context.HitsIn({verb.end, binding.tokens.begin}, SenseKind::kClauseMark).empty();
}

// "delivered 735 planes": what is counted is no plan.
bool IsOfNoun(const ClaimContext& context, const Binding& binding, TokenRange cue) {
  const Figure* figure = FigureOf(context, binding);
  return figure != nullptr && !figure->noun.empty() && context.TokensOf(figure->noun).Covers(cue.begin);
}

// "planes" is no form of "plan" where it is a noun with less of an ending.
bool IsThing(const ClaimContext& context, const Hit& cue) {
  if (cue.ending_bytes == 0) return false;
  const Hit* const noun = context.document().Longest(cue.first_token, SenseKind::kNoun);
  return noun != nullptr && noun->span == cue.span && noun->ending_bytes < cue.ending_bytes;
}

// "denied a report that it plans to sell 500", "500個を売る計画を否定": whether what says of which status it is stands
// between the value and the word that denies it, and no "and" parts them.
bool IsOfDenied(const ClaimContext& context, const Binding& binding, const NearestCue& denied, const NearestCue& said) {
  if (denied.cue == nullptr || said.cue == nullptr) return false;
  if (context.VerbsEndClauses() && said.tokens.begin >= binding.tokens.end)
    return denied.tokens.begin >= said.tokens.end && !context.HasSign({said.tokens.end, denied.tokens.begin});
  if (denied.tokens.end > std::min(said.tokens.begin, binding.tokens.begin)) return false;
  const Hits marks = context.HitsIn({denied.tokens.end, said.tokens.begin}, SenseKind::kClauseMark);
  return std::ranges::none_of(
      marks, [&](const Hit* mark) { return context.rules().marks[mark->sense.entry] == ClauseMark::kWeak; });
}

// Languages that write the future into the verb itself.
void OfferFutureVerbs(const ClaimContext& context, const Binding& binding, bool dated, bool over, NearestCue& future) {
  const TokenRange clause = ClauseOf(binding);
  for (std::uint32_t token = clause.begin; token < clause.end; ++token) {
    const StatusCue* const cue = FutureOfEnding(context, *binding.sentence, token);
    const TokenRange verb{token, token + 1};
    if (cue != nullptr && !(dated && IsOfClauseBefore(context, binding, verb)))
      Offer(context, binding, verb, *cue, over, future);
  }
}

}  // namespace

bool IsSupposed(const ClaimContext& context, const Binding& binding) {
  // The last word or sign before the value that says so decides.
  for (std::uint32_t token = binding.tokens.begin; token-- > binding.sentence->first_token;) {
    if (context.document().tokens()[token].kind == TokenKind::kSign) {
      const std::string_view sign = context.document().Written(token);
      if (sign == "," || sign == "，" || sign == "、" || sign == ";" || sign == "；" || sign == ":") return false;
    }
    const Hit* const mark = context.document().Longest(token, SenseKind::kClauseMark);
    if (mark == nullptr) continue;
    const ClauseMark kind = context.rules().marks[mark->sense.entry];
    if (kind == ClauseMark::kCondition || kind == ClauseMark::kStrong) return kind == ClauseMark::kCondition;
  }
  return false;
}

bool IsOfOwnDeed(const ClaimContext& context, const Binding& binding, bool said) {
  if (binding.frame->ahead) return !IsSupposed(context, binding);
  // "Production is expected to start in 2028", "4,000 jobs are expected": its firm means it to.
  if (binding.frame->local && !said) return !IsSupposed(context, binding);
  const Figure* const figure = FigureOf(context, binding);
  const bool things = figure != nullptr && (figure->kind == FigureKind::kCount || figure->kind == FigureKind::kMeasure);
  return said && things && binding.frame->goods;
}

bool HasFutureVerb(const ClaimContext& context, const Sentence& sentence, TokenRange range) {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (FutureOfEnding(context, sentence, token) != nullptr) return true;
  }
  return false;
}

StatusReading FindStatus(const ClaimContext& context, const Binding& binding, bool over) {
  NearestCue said;
  NearestCue future;
  NearestCue denied;
  const Hits hits = context.HitsIn(ClauseOf(binding), SenseKind::kStatus);
  const bool dated = over;
  over = over || IsInPastTense(context, binding, hits);
  for (const Hit* hit : hits) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    const StatusCue& cue = context.rules().statuses[hit->sense.entry];
    // What announces it is no word of status where its rule says of which status that is: "can produce".
    const bool announces = (binding.frame->event || binding.frame->status) && binding.trigger.Covers(tokens.begin);
    const bool of_metric =
        cue.metrics.empty() || std::count(cue.metrics.begin(), cue.metrics.end(), binding.metric) > 0;
    if (!of_metric) continue;
    if (announces || IsOfNoun(context, binding, tokens) || IsOfDate(context, *hit) || IsThing(context, *hit)) continue;
    // "confirmed investments of 5 billion in 2025": what is decided of a year that is over has been done.
    if (dated && !cue.with.empty() && cue.does == StatusWord::kSays) continue;
    if (cue.does == StatusWord::kSays) Offer(context, binding, tokens, cue, over, said);
    if (cue.does == StatusWord::kSays && cue.status == ClaimStatus::kDenied)
      Offer(context, binding, tokens, cue, over, denied);
    if (cue.does == StatusWord::kFuture && !(dated && IsOfClauseBefore(context, binding, tokens)))
      Offer(context, binding, tokens, cue, over, future);
  }
  OfferFutureVerbs(context, binding, dated, over, future);
  // A verb in the future says less than a word before it that foretells: "it is hoped that … will".
  const bool foretold = said.cue != nullptr && (said.distance <= future.distance ||
                                                (!said.behind_figure && said.tokens.begin < future.tokens.begin));
  const NearestCue& status = future.cue != nullptr && !foretold ? future : said;
  const NearestCue& nearest = IsOfDenied(context, binding, denied, status) ? denied : status;
  if (const StatusCue* const negation = NegationOf(context, binding, hits, nearest))
    return {negation->status, negation->rule};
  if (nearest.cue != nullptr) return {nearest.cue->status, nearest.cue->rule, nearest.cue->does == StatusWord::kFuture};
  if (binding.frame->status) return {*binding.frame->status, binding.frame->rule};
  if (binding.frame->ahead && !over && binding.triggered() && !IsRate(context, binding))
    return {ClaimStatus::kPlanned, binding.frame->rule};
  return {};
}

}  // namespace newsgraph::extract
