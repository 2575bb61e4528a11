#include "extract/amount_reader.h"

#include <algorithm>

#include "extract/exact.h"
#include "extract/minus_sign.h"
#include "extract/spelled_fractions.h"

namespace newsgraph::extract {
namespace {

constexpr std::string_view kPlainRule = "number";
// How far before a multiple a word may stand that makes it an increase.
constexpr std::uint32_t kMostTokensToIncrease = 3;
constexpr std::int64_t kMostRatio = 1000;
// A smaller scale behind a currency belongs to another number.
constexpr std::int64_t kLeastScaleBehind = 1'000'000;

// Whether it is a plain whole number, of which fractions are made.
bool IsWhole(const Decimal& number) { return number.exponent() >= 0 && number.exponent() < 3; }

}  // namespace

AmountReader::AmountReader(const Document& document, const FigureHits& words, const LanguageWords* language,
                           const NumberSigns& signs)
    : document_(document),
      tokens_(document.tokens()),
      words_(words),
      units_(document, words),
      signs_(signs),
      language_(language) {}

std::optional<Amount> AmountReader::Read(std::uint32_t token, std::uint32_t from) const {
  if (tokens_[token].kind == TokenKind::kSign) return ReadSign(token);
  // A unit that stands before its number: 百分之八十, "$5".
  const Hit* unit = words_.OpeningAt(token, FigureRole::kPercent);
  const std::uint32_t first = unit == nullptr ? token : unit->end_token;
  if (first >= tokens_.size() || (first != token && tokens_[first].line_start)) return std::nullopt;
  if (unit == nullptr) unit = units_.Before(token, from);
  const NumberPlace place{.money = unit != nullptr && words_.Of(*unit).role == FigureRole::kCurrency};
  const std::optional<ReadNumber> number = NumberAt(first, place);
  const std::optional<Amount> multiple = ReadMultiple(token);
  if (!number || (multiple && multiple->end_token > number->end_token)) return multiple;
  Amount amount;
  amount.number = *number;
  amount.value = number->value;
  amount.rule = kPlainRule;
  amount.first_token = first - (number->pointed ? 1 : 0);
  amount.end_token = number->end_token;
  amount.span = {tokens_[amount.first_token].span.begin, number->end};
  if (number->code) return amount;
  amount.kind = number->fraction ? FigureKind::kMultiple : FigureKind::kCount;
  amount.has_unit = number->fraction;
  if (number->pointed && unit == nullptr) unit = units_.Before(amount.first_token, from);
  if (!TakeUnit(amount, place.money) && number->inside_token) return multiple;
  // 십 is ten before a percent sign, or behind a minus.
  const bool shown = amount.kind == FigureKind::kPercent || words_.Before(first, FigureRole::kMinus) != nullptr;
  if (number->only_inside && !number->fraction && !shown) return multiple;
  if (unit != nullptr) TakeUnitBefore(*unit, amount);
  TakeSign(from, amount);
  TakeBelowZero(amount);
  return amount;
}

std::optional<ReadNumber> AmountReader::NumberAt(std::uint32_t token, NumberPlace place) const {
  const NumberWords* words = language_ == nullptr ? nullptr : language_->numbers.get();
  std::optional<ReadNumber> number = ReadNumberOrFractionAt(document_, token, signs_, words, place);
  if (!number && words != nullptr) {
    place.inside = true;
    number = ReadNumberAt(document_, token, signs_, words, place);
  }
  const bool ordinal = number && number->ordinal && !PhraseEndsAt(number->end_token);
  return ordinal ? ReadNumberAt(document_, token, signs_, words, place) : number;
}

// Whether what stands at `token` can't be a noun: "one fifth of it", not "een vierde titel".
bool AmountReader::PhraseEndsAt(std::uint32_t token) const {
  if (token >= tokens_.size() || tokens_[token].line_start) return true;
  if (tokens_[token].kind == TokenKind::kSign) return document_.Folded(token) != "-" || tokens_[token].space_before;
  return words_.At(token, FigureRole::kLink) != nullptr || units_.At(token) != nullptr;
}

bool AmountReader::IsNumberWord(std::uint32_t token) const {
  WordPlace place{token, 0};
  return language_ != nullptr && language_->numbers->Match(document_, place) != nullptr;
}

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

// Words that are a multiple or fraction in themselves.
std::optional<Amount> AmountReader::ReadMultiple(std::uint32_t token) const {
  if (const Hit* hit = words_.At(token, FigureRole::kMultiple)) {
    Amount amount;
    amount.kind = FigureKind::kMultiple;
    amount.value = words_.Of(*hit).worth;
    amount.number.spelled = true;
    amount.number.value = amount.value;
    amount.first_token = amount.number.first_token = token;
    amount.end_token = hit->end_token;
    amount.span = hit->span;
    amount.has_unit = true;
    amount.rule = words_.Of(*hit).rule;
    return amount;
  }
  return ReadAlone(token);
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
  const NumberAtom* atom = language_ == nullptr ? nullptr : language_->numbers->Match(document_, place);
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

// Takes the unit behind the number; false if there is none.
bool AmountReader::TakeUnit(Amount& amount, bool currency_before) const {
  if (amount.number.inside_token) {
    const Hit* head = units_.HeadAt(amount.end_token - 1, amount.number.end);
    if (head == nullptr) return false;
    return head->sense.kind == SenseKind::kNoun || TakeUnitHit(*head, amount);
  }
  if (!amount.number.fraction && (TakeSlash(amount) || TakeOutOf(amount))) return true;
  std::uint32_t at = amount.number.vague_end_token != 0 ? amount.number.vague_end_token : amount.end_token;
  at = units_.BehindHyphen(at);
  if (at >= tokens_.size() || tokens_[at].line_start || tokens_[at].masked) return false;
  if (!amount.number.fraction && TakeFraction(amount, at)) return true;
  const Hit* hit = units_.At(at);
  if (hit != nullptr && units_.BelongsToNext(*hit, currency_before)) return false;
  if (amount.number.fraction && hit != nullptr && words_.Of(*hit).role == FigureRole::kTimes) return false;
  // "70x74 cm" are sides, not multiples.
  if (hit != nullptr && words_.Of(*hit).role == FigureRole::kTimes && hit->end_token < tokens_.size() &&
      tokens_[hit->end_token].kind == TokenKind::kNumber && !tokens_[hit->end_token].space_before) {
    return false;
  }
  // "$ 13 billion a year" are dollars.
  if (hit == nullptr && (amount.number.scale != 1 || amount.number.bundled) && !currency_before)
    hit = units_.At(BehindLink(at));
  if (hit == nullptr) {
    hit = units_.InBrackets(at);
    if (hit == nullptr || !TakeUnitHit(*hit, amount)) return false;
    amount.span.end = tokens_[amount.end_token++].span.end;
    return true;
  }
  if (!TakeUnitHit(*hit, amount)) return false;
  TakeScale(amount);
  return true;
}

// "75 USD million": the scale behind the currency.
void AmountReader::TakeScale(Amount& amount) const {
  WordPlace place{amount.end_token, 0};
  if (amount.kind != FigureKind::kMoney || amount.number.scale != 1 || place.token >= tokens_.size() ||
      tokens_[place.token].line_start || numbers() == nullptr)
    return;
  const NumberAtom* scale = numbers()->Match(document_, place);
  const bool whole = scale != nullptr && (place.byte == 0 || place.byte == document_.Folded(place.token).size());
  if (!whole || scale->kind != NumberAtom::Kind::kMultiplier || scale->when != NumberAtom::When::kAlways ||
      scale->value < kLeastScaleBehind)
    return;
  const std::optional<Decimal> value = Product(amount.value, Decimal(scale->value));
  if (!value) return;
  amount.value = *value;
  amount.number.scale = scale->value;
  amount.end_token = place.byte == 0 ? place.token : place.token + 1;
  amount.span.end = tokens_[amount.end_token - 1].span.end;
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

// 增加两倍: what was there comes on top.
bool AmountReader::IsAdded(std::uint32_t token) const {
  const std::uint32_t least = token > kMostTokensToIncrease ? token - kMostTokensToIncrease : 0;
  for (; token > least && !tokens_[token].line_start; --token) {
    const Hit* hit = words_.Before(token, FigureRole::kTimes);
    if (hit != nullptr) return words_.Of(*hit).adds;
    if (words_.Before(token, FigureRole::kMod) == nullptr) return false;
  }
  return false;
}

bool AmountReader::TakeUnitHit(const Hit& hit, Amount& amount) const {
  const FigureWord& word = words_.Of(hit);
  const std::optional<Decimal> value = Product(amount.value, word.worth);
  if (!value) return false;
  amount.value = *value;
  switch (word.role) {
    case FigureRole::kPercent:
      amount.kind = FigureKind::kPercent;
      break;
    case FigureRole::kCurrency:
      amount.kind = FigureKind::kMoney;
      break;
    case FigureRole::kUnit:
    case FigureRole::kUnitNear:
      amount.kind = FigureKind::kMeasure;
      break;
    default:
      amount.kind = FigureKind::kMultiple;
      if (IsAdded(amount.first_token)) amount.value = PlusOne(amount.value);
      break;
  }
  amount.unit = word.code;
  amount.rule = word.rule;
  amount.has_unit = true;
  amount.end_token = hit.end_token;
  amount.span.end = hit.span.end;
  return true;
}

// One of the kind behind the number as well is but repeated: 人民币5亿元, 摂氏5度.
void AmountReader::TakeUnitBefore(const Hit& hit, Amount& amount) const {
  const FigureWord& word = words_.Of(hit);
  FigureKind kind = FigureKind::kMoney;
  if (word.role == FigureRole::kPercent) kind = FigureKind::kPercent;
  if (word.role == FigureRole::kUnit) kind = FigureKind::kMeasure;
  if (amount.has_unit && (kind == FigureKind::kPercent || amount.kind != kind)) return;
  // "el dólar 20 pesos" is a rate of exchange.
  const Token& name = tokens_[hit.first_token];
  const bool spelled = name.kind == TokenKind::kWord && !name.all_capitals;
  if (amount.has_unit && kind == FigureKind::kMoney && spelled && amount.unit != word.code) return;
  // 千分之2.4, "MUSD 60"
  if (const std::optional<Decimal> value = Product(amount.value, word.worth); value && !amount.has_unit)
    amount.value = *value;
  amount.kind = kind;
  amount.unit = word.code;
  amount.rule = word.rule;
  amount.has_unit = amount.unit_before = true;
  amount.first_token = hit.first_token;
  amount.span.begin = hit.span.begin;
}

void AmountReader::TakeSign(std::uint32_t from, Amount& amount) const {
  const std::uint32_t first = amount.first_token;
  if (first <= from) return;
  if (const Hit* minus = words_.Before(first, FigureRole::kMinus); minus != nullptr && minus->first_token >= from) {
    // "au moins 50" is no minus.
    const Hit* mod = words_.Before(first, FigureRole::kMod);
    if (mod != nullptr && mod->first_token < minus->first_token) return;
    amount.value = -amount.value;
    amount.first_token = minus->first_token;
    amount.span.begin = minus->span.begin;
    // 華氏マイナス20度
    const Hit* unit = units_.Before(amount.first_token, from);
    if (unit != nullptr && words_.Of(*unit).role == FigureRole::kUnit) TakeUnitBefore(*unit, amount);
    return;
  }
  const bool temperature = amount.kind == FigureKind::kMeasure && amount.unit.starts_with("°");
  if (!IsMinusSign(document_, from, first, amount.end_token, temperature)) return;
  amount.value = -amount.value;
  amount.first_token = first - 1;
  amount.span.begin = tokens_[first - 1].span.begin;
}

// "10 degrees below zero".
void AmountReader::TakeBelowZero(Amount& amount) const {
  const std::uint32_t at = amount.end_token;
  if (amount.number.inside_token || at >= tokens_.size() || tokens_[at].line_start || amount.value.is_negative())
    return;
  const Hit* below = words_.At(at, FigureRole::kMinus);
  if (below == nullptr) return;
  amount.value = -amount.value;
  amount.end_token = below->end_token;
  amount.span.end = below->span.end;
}

}  // namespace newsgraph::extract
