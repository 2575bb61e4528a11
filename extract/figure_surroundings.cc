#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/figure_pass.h"

// The half of FigurePass that reads what stands around a figure: its noun, bound and rate.
namespace newsgraph::extract {
namespace {

// How far before an approximator the verb may stand to which it belongs.
constexpr std::uint32_t kMostTokensToVerb = 4;

// Words that look like a rate and are none: "a year earlier".
constexpr std::string_view kNoRate = "none";

void Join(std::string_view more, std::string& rule) { rule.append(1, '+').append(more); }

}  // namespace

// Where the phrase of a count's noun ends; `end` if it has none.
std::uint32_t FigurePass::TakeNoun(const Amount& amount, std::uint32_t end, FoundFigure& out) const {
  Figure& figure = out.figure;
  if (figure.kind != FigureKind::kCount) return end;
  std::optional<CountedNoun> noun =
      nouns_.Find(document_, amount.first_token,
                  amount.number.scale == 1 && !amount.number.bundled ? end : reader_.BehindLink(end), taken_);
  // "una veintena de coches"
  if (!noun && amount.number.spelled)
    noun = nouns_.Find(document_, amount.first_token, reader_.BehindLink(end), taken_);
  if (!noun) return end;
  figure.unit = std::move(noun->unit);
  figure.noun = noun->span;
  out.generic = noun->generic;
  out.noun_known = noun->known;
  out.noun_single = noun->single;
  return std::max(end, noun->end_token);
}

// The first token of the approximator, or of the figure where it has none.
std::uint32_t FigurePass::TakeModBefore(const Amount& amount, Figure& figure) const {
  std::uint32_t at = amount.first_token;
  if (const Hit* between = words_.Before(at, FigureRole::kBetween)) at = std::max(from_, between->first_token);
  for (int step = 0; step < 3 && at > from_ && !tokens_[at].line_start; ++step) {
    const Hit* mod = words_.Before(at, FigureRole::kMod);
    const bool blocked = mod != nullptr && (IsBlocked(*mod) || IsBlockedBeforeTime(*mod, amount, figure));
    if (mod != nullptr && mod->first_token >= from_ && !blocked) {
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
  // "wzrosły o 300 mln do 5 mld": to what, and not at most.
  const std::uint32_t behind = from_ + (from_ < tokens_.size() && document_.Folded(from_) == "," ? 1 : 0);
  if (changed_ && mod.first_token == behind && words_.At(behind, FigureRole::kTo) != nullptr) return true;
  const std::uint32_t least = mod.first_token > kMostTokensToVerb ? mod.first_token - kMostTokensToVerb : 0;
  for (std::uint32_t token = mod.first_token; token > least && !tokens_[token].line_start; --token) {
    const Hit* verb = words_.At(token - 1, FigureRole::kUnless);
    if (verb != nullptr && words_.Of(*verb).rule == words_.Of(mod).rule) return true;
  }
  return false;
}

// "unrest over two days", where "for over two days" is more than two.
bool FigurePass::IsBlockedBeforeTime(const Hit& mod, const Amount& amount, const Figure& figure) const {
  static constexpr std::array<std::string_view, 7> kSpans = {"min", "h", "day", "week", "month", "year", "decade"};
  if (!words_.Of(mod).of_time || figure.kind != FigureKind::kMeasure || !amount.number.spelled) return false;
  if (std::find(kSpans.begin(), kSpans.end(), figure.unit) == kSpans.end()) return false;
  const Hit* word = words_.Before(mod.first_token, FigureRole::kOfTime);
  return word == nullptr || words_.Of(*word).rule != words_.Of(mod).rule;
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
  if (at >= tokens_.size() || tokens_[at].line_start) return at;
  const Hit* mod = words_.At(at, FigureRole::kMod);
  // "an estimated 10,000+ customers"
  if (figure.mod != Mod::kExact)
    return mod != nullptr && tokens_[at].kind == TokenKind::kSign && !tokens_[at].space_before ? mod->end_token : at;
  // 370起 are cases, 370元起 is a lower bound.
  if (mod == nullptr || (figure.kind == FigureKind::kCount && figure.noun.empty() && nouns_.IsCounter(document_, at)))
    return at;
  figure.mod = words_.Of(*mod).mod;
  Join(words_.Of(*mod).rule, figure.rule);
  return mod->end_token;
}

// "300 robots ou plus", not "deux pays et plus largement": nothing goes on behind a conjunction.
void FigurePass::TakeModBehindNoun(std::uint32_t at, Figure& figure) const {
  const Hit* mod = at < tokens_.size() ? words_.At(at, FigureRole::kMod) : nullptr;
  if (mod == nullptr) return;
  const bool joins = words_.At(at, FigureRole::kAnd) != nullptr;
  if (!joins || nouns_.EndsPhrase(document_, mod->end_token)) TakeModAfter(at, figure);
}

// Whether a year in digits stands at `token`: "2025".
bool FigurePass::IsYear(std::uint32_t token) const {
  if (token >= tokens_.size() || tokens_[token].kind != TokenKind::kNumber || tokens_[token].line_start) return false;
  const std::string_view digits = document_.Folded(token);
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

// "A kilogram of dysprosium oxide costs $920": of the thing that is spoken of before the sum; null where there is none.
const Hit* FigurePass::PerOf(std::uint32_t first) const {
  constexpr std::uint32_t kReach = 16;  // tokens
  const std::uint32_t from = std::max(from_, first - std::min(first, kReach));
  for (std::uint32_t token = first; token-- > from && !tokens_[token + 1].line_start;) {
    if (const Hit* const per = words_.At(token, FigureRole::kPerOf); per != nullptr) return per;
    const bool sign = tokens_[token].kind == TokenKind::kSign &&
                      std::string_view(".,;:!?。，、；：！？").find(document_.Written(token)) != std::string_view::npos;
    if (sign) return nullptr;
  }
  return nullptr;
}

void FigurePass::TakePer(std::uint32_t first, std::uint32_t end, std::uint32_t noun_end, Figure& figure) const {
  if (figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMultiple) return;
  const Hit* per = figure.kind == FigureKind::kMeasure ? reader_.UnitBelow(end) : nullptr;
  // "€300 (US$350) a month"
  const bool bracketed = end < tokens_.size() && document_.Folded(end) == ")";
  for (const std::uint32_t at : {end, noun_end, bracketed ? end + 1 : end}) {
    if (per == nullptr && at < tokens_.size() && !tokens_[at].line_start) per = words_.At(at, FigureRole::kPer);
  }
  // "jährlich 50 GWh", where the word is passed over
  if (per == nullptr) per = words_.At(first, FigureRole::kPer);
  for (const std::uint32_t at : {first, NameBefore(first)}) {
    if (per != nullptr || at <= from_ || tokens_[at].line_start) continue;
    per = words_.Before(at, FigureRole::kPer);
    if (per != nullptr && per->first_token < from_) per = nullptr;
  }
  // A greater sum is seldom the price of one kilogram, tonne or barrel.
  constexpr std::int64_t kDearest = 10'000'000;
  const bool dear = figure.kind != FigureKind::kMoney || figure.value > Decimal(kDearest);
  if (per == nullptr && !dear) per = PerOf(first);
  if (per == nullptr) return;
  const std::string& code = words_.Of(*per).code;
  // "4 million a year earlier", "500 im Jahr 2025": when it was, and no rate.
  if (code == kNoRate || IsYear(per->end_token)) return;
  // "150 machines each" are no rate, "$5 each" is.
  if (figure.kind != FigureKind::kMoney && (code == "unit" || code == "share")) return;
  figure.per = code;
  if (figure.noun.empty()) figure.noun = per->span;
}

}  // namespace newsgraph::extract
