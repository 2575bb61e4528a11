#include "extract/compound_amounts.h"

#include "extract/exact.h"

namespace newsgraph::extract {
namespace {

constexpr std::int64_t kCents = 100;

}  // namespace

CompoundReader::CompoundReader(const Document& document, const FigureHits& words, const LanguageWords* language,
                               const NumberSigns& signs)
    : document_(document), tokens_(document.tokens()), words_(words), language_(language), signs_(signs) {}

std::optional<Amount> CompoundReader::WithNextPart(const Amount& amount) const {
  const bool divisible = amount.kind == FigureKind::kMoney || amount.kind == FigureKind::kMeasure;
  if (!divisible || amount.number.scale != 1 || amount.value.is_negative()) return std::nullopt;
  std::uint32_t at = amount.end_token;
  if (at >= tokens_.size() || tokens_[at].line_start) return std::nullopt;
  const Hit* joined = words_.At(at, FigureRole::kWith);
  if (joined == nullptr) joined = words_.At(at, FigureRole::kAnd);
  // "7 feet, 10 inches"
  const bool comma = joined == nullptr && amount.kind == FigureKind::kMeasure && document_.Folded(at) == ",";
  if (comma) ++at;
  if (joined != nullptr) at = joined->end_token;
  if (at >= tokens_.size() || tokens_[at].line_start || tokens_[at].masked) return std::nullopt;
  const std::optional<ReadNumber> count =
      ReadNumberAt(document_, at, signs_, language_ == nullptr ? nullptr : language_->numbers.get());
  if (!count || count->code || count->inside_token || count->pointed || count->scale != 1) return std::nullopt;
  const std::optional<std::int64_t> small = WholeValue(count->value);
  Amount out = amount;
  out.end_token = count->end_token;
  std::int64_t parts = PartsAt(count->end_token, amount, out.end_token);
  if (parts == 0 && AreBareCents(amount, *count)) parts = kCents;
  if (parts == 0 || !small || *small >= parts) return std::nullopt;
  const std::optional<Decimal> sum = PlusParts(amount.value, *small, parts);
  if (!sum) return std::nullopt;
  out.value = *sum;
  out.span.end = tokens_[out.end_token - 1].span.end;
  return out;
}

// How many of the unit at `token` are one of the amount's, and where it ends; 0 if
// it is no part of that.
std::int64_t CompoundReader::PartsAt(std::uint32_t token, const Amount& amount, std::uint32_t& end) const {
  if (token >= tokens_.size() || tokens_[token].line_start) return 0;
  for (const Hit& hit : document_.HitsAt(token)) {
    if (!IsFigureKind(hit.sense.kind) || hit.compound_head) continue;
    const FigureWord& word = words_.Of(hit);
    const bool part = word.role == FigureRole::kPart && word.code == amount.unit;
    // Cents are cents of whatever was named before them.
    const bool cents =
        word.role == FigureRole::kCurrency && amount.kind == FigureKind::kMoney && word.worth == Decimal(1, -2);
    const bool unit = word.role == FigureRole::kUnit && word.worth == Decimal(1);
    const std::int64_t smaller = unit ? words_.PartsOf(amount.unit, word.code) : 0;
    if (!part && !cents && smaller == 0) continue;
    end = hit.end_token;
    return part ? word.worth.mantissa() : cents ? kCents : smaller;
  }
  return 0;
}

// "15 dollars 50.", "fifteen dollars fifty" name no cents: two digits, and nothing
// that they could count.
bool CompoundReader::AreBareCents(const Amount& amount, const ReadNumber& cents) const {
  const bool two = cents.spelled ? amount.number.spelled && Decimal(9) < cents.value : cents.digits == 2;
  const bool bare = amount.kind == FigureKind::kMoney && !amount.unit_before && two && amount.value.exponent() == 0 &&
                    cents.value.exponent() == 0;
  if (!bare) return false;
  const std::uint32_t end = cents.end_token;
  if (end >= tokens_.size() || tokens_[end].line_start) return true;
  const std::string_view sign = document_.Folded(end);
  return sign == "." || sign == "," || sign == ";" || sign == "!" || sign == "?" || sign == ")" || sign == "。";
}

}  // namespace newsgraph::extract
