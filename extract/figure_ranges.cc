#include <cstdint>
#include <optional>

#include "extract/exact.h"
#include "extract/figure_pass.h"
#include "extract/not_figures.h"

// The part of FigurePass that joins two numbers to one range.
namespace newsgraph::extract {
namespace {

// No range spans from one to so many times as much.
constexpr std::int64_t kFarEnds = 20;

}  // namespace

// "15 bis 20 Milliarden", "between $5 and $7".
bool FigurePass::TakeRange(Amount& amount, std::optional<Decimal>& high) const {
  const std::uint32_t at = BehindConnector(amount);
  if (at == 0 || at >= tokens_.size() || tokens_[at].masked || tokens_[at].line_start || IsTaken(at)) return false;
  const std::optional<Amount> second = ReadSecond(at);
  // "fell by 2,000 to 2.97 million": by how much, and to what.
  const bool far = second && Product(amount.value, Decimal(kFarEnds)) < second->value;
  if (far && IsChange(words_.Before(amount.first_token, FigureRole::kRanging))) return false;
  return second && Merge(amount, *second, high);
}

bool FigurePass::IsChange(const Hit* word) const { return word != nullptr && words_.Of(*word).changes; }

// The token behind what joins two ends of a range; 0 if nothing does.
std::uint32_t FigurePass::BehindConnector(const Amount& amount) const {
  const std::uint32_t end = amount.end_token;
  if (end + 1 >= tokens_.size() || tokens_[end].line_start) return 0;
  if (tokens_[end].kind == TokenKind::kSign && IsRangeSign(document_.Folded(end))) {
    const bool attached = !tokens_[end].space_before && !tokens_[end + 1].space_before;
    const bool apart = tokens_[end].space_before && tokens_[end + 1].space_before;
    // "2 -7 l", but not "2 l -7 l".
    return attached || apart || (tokens_[end].space_before && !amount.has_unit) ? end + 1 : 0;
  }
  // "zwischen etwa 12.000 und 18.000 Euro"
  const Hit* mod = words_.Before(amount.first_token, FigureRole::kMod);
  const std::uint32_t first = mod == nullptr ? amount.first_token : mod->first_token;
  const Hit* from = words_.Before(first, FigureRole::kFrom);
  if (from != nullptr && !IsRange(*from)) return 0;
  const Hit* change = amount.has_unit ? words_.Before(first, FigureRole::kRanging) : nullptr;
  if (IsChange(change)) return 0;
  // "de 12 A330": a letter that touches the digits behind it is a model's, whatever it means elsewhere.
  const Hit* to = words_.At(end, FigureRole::kTo);
  const bool model = to != nullptr && to->end_token < tokens_.size() && tokens_[end].capitalised &&
                     !tokens_[to->end_token].space_before;
  if (to != nullptr && !model) return to->end_token;
  if (words_.Before(first, FigureRole::kBetween) == nullptr) return 0;
  const Hit* conjunction = words_.At(end, FigureRole::kAnd);
  return conjunction == nullptr ? 0 : conjunction->end_token;
}

bool FigurePass::IsRanging(const Hit* word) const { return word != nullptr && !IsChange(word); }

// Whether "from 5 to 7" tells one range: behind a word that says so, or where
// nothing that changes stands before it.
bool FigurePass::IsRange(const Hit& from) const {
  if (words_.Of(from).changes) return false;
  const std::uint32_t first = from.first_token;
  if (first == 0 || tokens_[first].line_start || IsRanging(words_.Before(first, FigureRole::kRanging))) return true;
  const Sentence* sentence = document_.SentenceOf(first);
  return (sentence != nullptr && sentence->first_token == first) || document_.Folded(first - 1) == "(";
}

std::optional<Amount> FigurePass::ReadSecond(std::uint32_t token) const {
  // "between 2 l and about 7 l"
  const Hit* mod = words_.OpeningAt(token, FigureRole::kMod);
  if (mod != nullptr && words_.Of(*mod).mod == Mod::kAbout && mod->end_token < tokens_.size()) token = mod->end_token;
  const std::uint32_t from = token;
  if (const Hit* currency = words_.OpeningAt(token, FigureRole::kCurrency)) token = currency->end_token;
  if (token >= tokens_.size()) return std::nullopt;
  std::optional<Amount> second = reader_.Read(token, from);
  return second && !second->number.code ? second : std::nullopt;
}

// Makes `low` the range up to `second`; false, and nothing changes, where the two
// are no ends of one range.
bool FigurePass::Merge(Amount& low, const Amount& second, std::optional<Decimal>& high) const {
  const bool same = low.has_unit == second.has_unit && low.kind == second.kind && low.unit == second.unit;
  const bool from_second = !low.has_unit && second.has_unit;
  const bool from_first = low.unit_before && !second.has_unit;
  if (!same && !from_second && !from_first) return false;
  Decimal first = low.value;
  if (low.number.scale == 1 && second.number.scale > 1 && low.number.unscaled < second.number.unscaled) {
    const std::optional<Decimal> scaled = Product(first, Decimal(second.number.scale));
    if (!scaled) return false;
    first = *scaled;
  }
  if (from_second && second.kind == FigureKind::kMultiple) return false;
  if (!(first < second.value)) return false;
  low.value = first;
  high = second.value;
  if (from_second) {
    low.kind = second.kind;
    low.unit = second.unit;
    low.rule = second.rule;
    low.has_unit = true;
  }
  low.number.scale = second.number.scale;
  low.number.spelled = low.number.spelled && second.number.spelled;
  low.number.vague_end_token = second.number.vague_end_token;
  low.end_token = second.end_token;
  low.span.end = second.span.end;
  return true;
}

}  // namespace newsgraph::extract
