#include <algorithm>

#include "extract/amount_reader.h"
#include "extract/exact.h"

// The half of AmountReader that reads parts of a whole: "3/4", "zwei Drittel", "one in five".
namespace newsgraph::extract {
namespace {

// "1 over 21" with a larger number is no ratio.
constexpr std::int64_t kMostRatio = 1000;

// Whether it is a plain whole number, of which fractions are made.
bool IsWhole(const Decimal& number) { return number.exponent() >= 0 && number.exponent() < 3; }

}  // namespace

// "½", "½ kg".
std::optional<Amount> AmountReader::ReadSign(std::uint32_t token) const {
  const std::optional<Fraction> fraction = FractionSign(document_.Written(token));
  if (!fraction) return std::nullopt;
  Amount amount;
  amount.first_token = amount.number.first_token = token;
  amount.span = tokens_[token].span;
  amount.rule = kPlainRule;
  TakeMixed(0, *fraction, token + 1, amount);
  return amount;
}

// "half", "Hälfte"; "half a million" is a number, "half an hour" a measure.
std::optional<Amount> AmountReader::ReadAlone(std::uint32_t token) const {
  const Hit* hit = words_.At(token, FigureRole::kFraction);
  if (hit == nullptr || !words_.Of(*hit).alone) return std::nullopt;
  const std::int64_t parts = WholeOf(words_.Of(*hit).worth);
  Amount amount;
  amount.kind = FigureKind::kMultiple;
  amount.value = Ratio(1, parts);
  amount.number.spelled = true;
  amount.number.atoms = 1;
  amount.number.scale = 0;
  amount.first_token = amount.number.first_token = token;
  amount.end_token = amount.number.end_token = hit->end_token;
  amount.span = hit->span;
  amount.has_unit = true;
  amount.rule = words_.Of(*hit).rule;
  if (TakeWhole(parts, amount) || !words_.Of(*hit).needs_whole) return amount;
  return std::nullopt;
}

// The scale or unit of which the fraction is meant.
bool AmountReader::TakeWhole(std::int64_t parts, Amount& amount) const {
  std::uint32_t behind = units_.BehindHyphen(BehindLink(amount.end_token));
  if (behind < tokens_.size()) {
    if (const Hit* article = words_.At(behind, FigureRole::kSkip)) behind = article->end_token;
  }
  if (behind >= tokens_.size() || tokens_[behind].line_start || tokens_[behind].masked) return false;
  WordPlace place{behind, 0};
  const NumberAtom* atom = numbers() == nullptr ? nullptr : numbers()->Match(document_, place);
  const bool bundle = atom != nullptr && atom->kind == NumberAtom::Kind::kBundle;
  const bool scale = atom != nullptr && atom->kind == NumberAtom::Kind::kMultiplier && atom->value >= 1000;
  if ((bundle || scale) && place.byte == document_.Folded(place.token).size()) {
    amount.kind = FigureKind::kCount;
    amount.value = Ratio(atom->value, parts);
    amount.has_unit = false;
    amount.end_token = amount.number.end_token = place.token + 1;
    amount.span.end = amount.number.end = tokens_[place.token].span.end;
    TakeUnit(amount, false);
    return true;
  }
  const Hit* unit = units_.At(behind);
  return unit != nullptr && words_.Of(*unit).role != FigureRole::kTimes && TakeUnitHit(*unit, amount);
}

// "3/4", "2 1/4", "2½"; a unit may follow.
bool AmountReader::TakeSlash(Amount& amount) const {
  const std::uint32_t at = amount.end_token;
  if (amount.number.spelled || !IsWhole(amount.value) || amount.number.grouped) return false;
  if (at < tokens_.size() && tokens_[at].kind == TokenKind::kSign && !tokens_[at].line_start) {
    const std::optional<Fraction> sign = FractionSign(document_.Written(at));
    if (sign) return TakeMixed(WholeOf(amount.value), *sign, at + 1, amount);
  }
  if (const std::optional<Fraction> slash = FractionAt(document_, amount.first_token, signs_))
    return TakeMixed(0, *slash, at + 2, amount);
  if (at >= tokens_.size() || tokens_[at].kind != TokenKind::kNumber || tokens_[at].line_start) return false;
  const std::optional<Fraction> slash = FractionAt(document_, at, signs_);
  return slash && slash->top < slash->bottom && TakeMixed(WholeOf(amount.value), *slash, at + 3, amount);
}

bool AmountReader::TakeMixed(std::int64_t whole, const Fraction& part, std::uint32_t end, Amount& amount) const {
  amount.value = Ratio(whole * part.bottom + part.top, part.bottom);
  amount.kind = FigureKind::kMultiple;
  amount.has_unit = true;
  amount.end_token = amount.number.end_token = end;
  amount.span.end = amount.number.end = tokens_[end - 1].span.end;
  if (end >= tokens_.size() || tokens_[end].line_start) return true;
  const Hit* unit = units_.At(units_.BehindHyphen(end));
  // "1/4 de milla"; "1/4 of the 5 firms" is a part.
  if (unit == nullptr) unit = units_.At(BehindLink(end));
  if (unit != nullptr && words_.Of(*unit).role != FigureRole::kTimes) TakeUnitHit(*unit, amount);
  return true;
}

// "one in five", where both are plain numbers.
bool AmountReader::TakeOutOf(Amount& amount) const {
  if (amount.end_token >= tokens_.size() || words_.At(amount.end_token, FigureRole::kOutOf) == nullptr) return false;
  for (const Hit& hit : document_.HitsAt(amount.end_token)) {
    const bool out_of = hit.sense.kind == SenseKindOf(FigureRole::kOutOf) && !hit.compound_head &&
                        words_.Of(hit).role == FigureRole::kOutOf;
    if (out_of && TakeRatio(hit, amount)) return true;
  }
  return false;
}

bool AmountReader::TakeRatio(const Hit& out_of, Amount& amount) const {
  if (out_of.end_token >= tokens_.size() || !IsWhole(amount.value) || amount.number.scale != 1) return false;
  const std::optional<ReadNumber> whole = ReadNumberAt(document_, out_of.end_token, signs_, numbers());
  if (!whole || whole->code || whole->inside_token || !IsWhole(whole->value) || !(amount.value < whole->value))
    return false;
  const std::int64_t bottom = WholeOf(whole->value);
  const bool usual = bottom <= 10 || bottom == 20 || bottom == 100 || bottom == 1000;
  const bool ends = whole->end_token >= tokens_.size() || tokens_[whole->end_token].line_start;
  // "1 over 21": nothing but the two numbers.
  const bool alone = bottom <= kMostRatio && (ends || tokens_[whole->end_token].kind == TokenKind::kSign);
  if (words_.Of(out_of).any_ratio ? !alone : !usual) return false;
  if (amount.value.mantissa() <= 0 || (!ends && units_.At(whole->end_token) != nullptr)) return false;
  amount.value = Ratio(WholeOf(amount.value), bottom);
  amount.kind = FigureKind::kMultiple;
  amount.has_unit = true;
  amount.rule = words_.Of(out_of).rule;
  amount.end_token = whole->end_token;
  amount.span.end = whole->end;
  return true;
}

// "zwei Drittel", 三分之一.
bool AmountReader::TakeFraction(Amount& amount, std::uint32_t at) const {
  if (!IsWhole(amount.value)) return false;
  std::uint32_t end = 0;
  if (const Hit* hit = words_.At(at, FigureRole::kFraction)) {
    // Spelled numbers have taken their parts; in "eine halbe Million" the number is an article.
    if (amount.number.spelled && !words_.Of(*hit).alone) return false;
    if (words_.Of(*hit).alone && amount.number.spelled && amount.value == Decimal(1)) return false;
    amount.value = Ratio(WholeOf(amount.value), std::max<std::int64_t>(1, WholeOf(words_.Of(*hit).worth)));
    amount.rule = words_.Of(*hit).rule;
    end = hit->end_token;
  } else if (const Hit* over = words_.At(at, FigureRole::kOver); over != nullptr && over->end_token < tokens_.size()) {
    const std::optional<ReadNumber> top = ReadNumberAt(document_, over->end_token, signs_, numbers(), {.inside = true});
    if (!top || top->code || !IsWhole(top->value) || amount.value.is_zero()) return false;
    amount.value = Ratio(WholeOf(top->value), WholeOf(amount.value));
    amount.rule = words_.Of(*over).rule;
    end = top->end_token;
  } else {
    return TakeMixedWords(amount, at);
  }
  amount.kind = FigureKind::kMultiple;
  amount.has_unit = true;
  amount.end_token = end;
  amount.span.end = tokens_[end - 1].span.end;
  return true;
}

// 3又1000分之23: a whole number and a fraction, joined by a word.
bool AmountReader::TakeMixedWords(Amount& amount, std::uint32_t at) const {
  const Hit* mixed = words_.At(at, FigureRole::kMixed);
  if (mixed == nullptr || mixed->end_token >= tokens_.size()) return false;
  const std::optional<ReadNumber> bottom =
      ReadNumberAt(document_, mixed->end_token, signs_, numbers(), {.inside = true});
  const Hit* over = bottom ? words_.At(bottom->end_token, FigureRole::kOver) : nullptr;
  if (over == nullptr || bottom->code || over->end_token >= tokens_.size() || !IsWhole(bottom->value)) return false;
  const std::optional<ReadNumber> top = ReadNumberAt(document_, over->end_token, signs_, numbers(), {.inside = true});
  if (!top || top->code || !IsWhole(top->value) || !(top->value < bottom->value)) return false;
  const std::int64_t parts = WholeOf(bottom->value);
  std::int64_t sum = 0;
  if (__builtin_mul_overflow(WholeOf(amount.value), parts, &sum) ||
      __builtin_add_overflow(sum, WholeOf(top->value), &sum))
    return false;
  amount.value = Ratio(sum, parts);
  amount.kind = FigureKind::kMultiple;
  amount.has_unit = true;
  amount.rule = words_.Of(*mixed).rule;
  amount.end_token = top->end_token;
  amount.span.end = top->end;
  return true;
}

}  // namespace newsgraph::extract
