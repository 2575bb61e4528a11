#include <algorithm>
#include <string>
#include <string_view>

#include "extract/figure_pass.h"

// The half of FigurePass that reads what stands around a figure: its noun, bound and rate.
namespace newsgraph::extract {
namespace {

// How far before an approximator the verb may stand to which it belongs.
constexpr std::uint32_t kMostTokensToVerb = 4;

void Join(std::string_view more, std::string& rule) { rule.append(1, '+').append(more); }

}  // namespace

// Where the phrase of a count's noun ends; `end` if it has none.
std::uint32_t FigurePass::TakeNoun(const Amount& amount, std::uint32_t end, FoundFigure& out) const {
  Figure& figure = out.figure;
  if (figure.kind != FigureKind::kCount) return end;
  std::optional<CountedNoun> noun =
      nouns_.Find(document_, amount.first_token,
                  amount.number.scale == 1 && !amount.number.bundled ? end : reader_.BehindLink(end), taken_);
  if (!noun) return end;
  figure.unit = std::move(noun->unit);
  figure.noun = noun->span;
  out.generic = noun->generic;
  out.noun_known = noun->known;
  return std::max(end, noun->end_token);
}

// The first token of the approximator, or of the figure where it has none.
std::uint32_t FigurePass::TakeModBefore(const Amount& amount, Figure& figure) const {
  std::uint32_t at = amount.first_token;
  if (const Hit* between = words_.Before(at, FigureRole::kBetween)) at = std::max(from_, between->first_token);
  for (int step = 0; step < 3 && at > from_ && !tokens_[at].line_start; ++step) {
    const Hit* mod = words_.Before(at, FigureRole::kMod);
    if (mod != nullptr && mod->first_token >= from_ && !IsBlocked(*mod)) {
      figure.mod = words_.Of(*mod).mod;
      Join(words_.Of(*mod).rule, figure.rule);
      return mod->first_token;
    }
    const std::uint32_t behind = at;
    const Hit* skip = words_.Before(at, FigureRole::kSkip);
    if (skip != nullptr) at = std::max(from_, skip->first_token);
    // 约为H20的6倍: what is multiplied may stand between.
    if (skip == nullptr && figure.kind == FigureKind::kMultiple) at = std::max(from_, NameBefore(at));
    // „bis zu“ 980
    if (at == behind && IsQuotationMark(document_.Folded(at - 1))) --at;
    if (at == behind) break;
  }
  return amount.first_token;
}

// "verfügt über 156 Institutionen": the verb asks for the word.
bool FigurePass::IsBlocked(const Hit& mod) const {
  const std::uint32_t least = mod.first_token > kMostTokensToVerb ? mod.first_token - kMostTokensToVerb : 0;
  for (std::uint32_t token = mod.first_token; token > least && !tokens_[token].line_start; --token) {
    const Hit* verb = words_.At(token - 1, FigureRole::kUnless);
    if (verb != nullptr && words_.Of(*verb).rule == words_.Of(mod).rule) return true;
  }
  return false;
}

// The first token of the name that ends right before `token`, and of the
// particle between; `token` if there is none.
std::uint32_t FigurePass::NameBefore(std::uint32_t token) const {
  std::uint32_t at = token;
  if (const Hit* link = words_.Before(at, FigureRole::kLink)) at = link->first_token;
  const TakenSpan* name = at == 0 ? nullptr : TakenBefore(at);
  if (name == nullptr || name->is_date) return token;
  while (at > 0 && TakenBefore(at) == name) --at;
  return at;
}

// Takes an approximator that begins at `at`; returns the token behind it.
std::uint32_t FigurePass::TakeModAfter(std::uint32_t at, Figure& figure) const {
  if (figure.mod != Mod::kExact || at >= tokens_.size() || tokens_[at].line_start) return at;
  const Hit* mod = words_.At(at, FigureRole::kMod);
  // 370起 are cases, 370元起 is a lower bound.
  if (mod == nullptr || (figure.kind == FigureKind::kCount && figure.noun.empty() && nouns_.IsCounter(document_, at)))
    return at;
  figure.mod = words_.Of(*mod).mod;
  Join(words_.Of(*mod).rule, figure.rule);
  return mod->end_token;
}

void FigurePass::TakePer(std::uint32_t first, std::uint32_t end, std::uint32_t noun_end, Figure& figure) const {
  if (figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMultiple) return;
  const Hit* per = figure.kind == FigureKind::kMeasure ? reader_.UnitBelow(end) : nullptr;
  for (const std::uint32_t at : {end, noun_end}) {
    if (per == nullptr && at < tokens_.size() && !tokens_[at].line_start) per = words_.At(at, FigureRole::kPer);
  }
  for (const std::uint32_t at : {first, NameBefore(first)}) {
    if (per != nullptr || at <= from_ || tokens_[at].line_start) continue;
    per = words_.Before(at, FigureRole::kPer);
    if (per != nullptr && per->first_token < from_) per = nullptr;
  }
  if (per == nullptr) return;
  const std::string& code = words_.Of(*per).code;
  // "150 machines each" are no rate, "$5 each" is.
  if (figure.kind != FigureKind::kMoney && (code == "unit" || code == "share")) return;
  figure.per = code;
  if (figure.noun.empty()) figure.noun = per->span;
}

}  // namespace newsgraph::extract
