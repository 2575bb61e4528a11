#include "extract/amount_reader.h"

#include <algorithm>

#include "extract/exact.h"
#include "extract/fraction_reader.h"
#include "extract/fractions.h"
#include "extract/minus_sign.h"

namespace newsgraph::extract {
namespace {

// How far before a multiple a word may stand that makes it an increase.
constexpr std::uint32_t kMostTokensToIncrease = 3;
// A half behind its unit belongs to a number below this.
constexpr std::int64_t kMostWithHalf = 1000;
// A smaller scale behind a currency belongs to another number.
constexpr std::int64_t kLeastScaleBehind = 1'000'000;

bool IsSmallWhole(const Decimal& number) {
  return number.exponent() == 0 && !number.is_negative() && number < Decimal(kMostWithHalf);
}

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
  // A unit that stands before its number: 百分之八十, "$5".
  const Hit* unit = words_.OpeningAt(token, FigureRole::kPercent);
  const std::uint32_t first = unit == nullptr ? token : unit->end_token;
  if (first >= tokens_.size() || (first != token && tokens_[first].line_start)) return std::nullopt;
  if (unit == nullptr) unit = units_.Before(token, from);
  const NumberPlace place{.money = unit != nullptr && words_.Of(*unit).role == FigureRole::kCurrency};
  std::optional<ReadNumber> number = NumberAt(first, signs_, place);
  if (number && place.money && !tokens_[first].space_before) ReadAsAtHome(words_.Of(*unit).grouping, *number);
  if (words_.MayBegin(token)) {
    std::optional<Amount> multiple = ReadMultiple(token);
    if (multiple && (!number || multiple->end_token > number->end_token)) return multiple;
  }
  if (!number) return std::nullopt;
  const std::uint32_t begin = first - (number->pointed ? 1 : 0);
  Amount amount{.kind = number->fraction ? FigureKind::kMultiple : FigureKind::kCount,
                .value = number->value,
                .number = *number,
                .unit = {},
                .first_token = begin,
                .end_token = number->end_token,
                .span = {tokens_[begin].span.begin, number->end},
                .has_unit = number->fraction,
                .unit_before = false,
                .rule = kPlainRule};
  if (number->code) return amount;
  if (number->pointed && unit == nullptr) unit = units_.Before(amount.first_token, from);
  if (!TakeUnit(amount, place.money) && number->inside_token) return ReadMultiple(token);
  // 십 is ten before a percent sign, or behind a minus.
  const bool shown = amount.kind == FigureKind::kPercent || words_.Before(first, FigureRole::kMinus) != nullptr;
  if (number->only_inside && !number->fraction && !shown) return ReadMultiple(token);
  if (unit != nullptr) TakeUnitBefore(*unit, amount);
  TakeTimesBefore(from, amount);
  TakeSign(from, amount);
  TakeBelowZero(amount);
  return amount;
}

std::optional<ReadNumber> AmountReader::NumberAt(std::uint32_t token, const NumberSigns& signs,
                                                 NumberPlace place) const {
  const NumberWords* const words = numbers();
  std::optional<ReadNumber> number = ReadNumberOrFractionAt(document_, token, signs, words, place);
  if (!number && words != nullptr) {
    place.inside = true;
    number = ReadNumberAt(document_, token, signs, words, place);
  }
  if (number && !Stands(*number)) return ReadNumberAt(document_, token, signs, words, place);
  return number;
}

// "$10,000" where commas stand before decimals: three of them behind a sign that
// groups where the currency is at home are a group.
void AmountReader::ReadAsAtHome(std::string_view grouping, ReadNumber& number) const {
  const bool three = number.digits > 3 && number.value.exponent() == -3 && number.scale == 1 && !number.grouped;
  if (!three || grouping.empty() || grouping != signs_.decimal) return;
  const NumberSigns home{signs_.grouping, std::string(grouping)};
  if (const std::optional<ReadNumber> again = NumberAt(number.first_token, home, {.money = true})) number = *again;
}

// Whether what its words need stands behind a fraction.
bool AmountReader::Stands(const ReadNumber& number) const {
  const std::uint32_t end = number.end_token;
  switch (number.needs) {
    case ReadNumber::Needs::kNothing:
      return true;
    case ReadNumber::Needs::kNoNoun:
      return PhraseEndsAt(end);
    case ReadNumber::Needs::kNoUnit:
      return units_.At(end) == nullptr || tokens_[end].line_start;
    case ReadNumber::Needs::kNoCount:
      return end >= tokens_.size() || tokens_[end].line_start ||
             (units_.At(end) == nullptr && document_.Longest(end, SenseKind::kNoun) == nullptr);
    case ReadNumber::Needs::kEnd:
      return end >= tokens_.size() || tokens_[end].line_start ||
             (tokens_[end].kind == TokenKind::kSign && units_.At(end) == nullptr);
  }
  return true;
}

// Whether what stands at `token` can't be a noun: "one fifth of it", not "een vierde titel".
bool AmountReader::PhraseEndsAt(std::uint32_t token) const {
  if (token >= tokens_.size() || tokens_[token].line_start) return true;
  if (tokens_[token].kind == TokenKind::kSign) return document_.Folded(token) != "-" || tokens_[token].space_before;
  return words_.At(token, FigureRole::kLink) != nullptr || units_.At(token) != nullptr;
}

bool AmountReader::IsNumberWord(std::uint32_t token) const {
  WordPlace place{token, 0};
  return numbers() != nullptr && numbers()->Match(document_, place) != nullptr;
}

bool AmountReader::IsUnit(std::uint32_t token) const {
  if (token >= tokens_.size() || tokens_[token].line_start) return false;
  return units_.At(units_.BehindHyphen(token)) != nullptr;
}

const Hit* AmountReader::UnitBelow(std::uint32_t token) const {
  if (token + 1 >= tokens_.size() || document_.Folded(token) != "/") return nullptr;
  const bool joined = !tokens_[token].space_before && !tokens_[token + 1].space_before;
  return joined ? words_.At(token + 1, FigureRole::kUnit) : nullptr;
}

// Words that are a multiple or fraction in themselves.
std::optional<Amount> AmountReader::ReadMultiple(std::uint32_t token) const {
  if (const Hit* hit = words_.At(token, FigureRole::kMultiple)) {
    Amount amount;
    amount.kind = words_.Of(*hit).code.empty() ? FigureKind::kMultiple : FigureKind::kPercent;
    amount.unit = words_.Of(*hit).code;
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
  return ReadPart(token);
}

// "half", "Hälfte"; "half a million" is a number, "half an hour" a measure.
std::optional<Amount> AmountReader::ReadPart(std::uint32_t token) const {
  const Hit* hit = words_.At(token, FigureRole::kFraction);
  if (hit == nullptr) return std::nullopt;
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

// Takes the unit behind the number; false if there is none.
bool AmountReader::TakeUnit(Amount& amount, bool currency_before) const {
  if (amount.number.inside_token) {
    const Hit* head = units_.HeadAt(amount.end_token - 1, amount.number.end);
    if (head == nullptr) return false;
    return head->sense.kind == SenseKind::kNoun || TakeUnitHit(*head, amount);
  }
  std::uint32_t at = amount.number.vague_end_token != 0 ? amount.number.vague_end_token : amount.end_token;
  at = units_.BehindHyphen(at);
  if (at >= tokens_.size() || tokens_[at].line_start || tokens_[at].masked) return false;
  const Hit* hit = units_.At(at);
  if (hit != nullptr && (units_.BelongsToNext(*hit, currency_before) || BeginsSentence(amount, *hit))) return false;
  if (amount.number.fraction && hit != nullptr && words_.Of(*hit).role == FigureRole::kTimes) return false;
  // "70x74 cm" are sides, not multiples.
  if (hit != nullptr && words_.Of(*hit).role == FigureRole::kTimes && hit->end_token < tokens_.size() &&
      tokens_[hit->end_token].kind == TokenKind::kNumber && !tokens_[hit->end_token].space_before) {
    return false;
  }
  // "$ 13 billion a year" are dollars; "1/4 de milla" is a measure.
  const bool links = amount.number.scale != 1 || amount.number.bundled || amount.number.fraction;
  if (hit == nullptr && links && !currency_before) hit = units_.At(BehindLink(at));
  if (hit == nullptr) {
    hit = units_.InBrackets(at);
    if (hit == nullptr || !TakeUnitHit(*hit, amount)) return false;
    amount.span.end = tokens_[amount.end_token++].span.end;
    return true;
  }
  if (!TakeUnitHit(*hit, amount)) return false;
  TakeScale(amount);
  TakeHalf(words_.Of(*hit).worth, amount);
  return true;
}

// "19,4 млрд. Ради …", "227,7 mln. W …": what is written with one capital behind a full stop is the next sentence's,
// but for symbols ("MWh"), currencies and the nouns of languages that write them so.
bool AmountReader::BeginsSentence(const Amount& amount, const Hit& unit) const {
  const Token& first = tokens_[unit.first_token];
  const bool stopped = amount.number.end > 0 && document_.text()[amount.number.end - 1] == '.';
  if (!stopped || !first.capitalised || words_.Of(unit).role == FigureRole::kCurrency) return false;
  const bool letter = first.span.size() == 1;
  const bool symbol = !letter && (first.all_capitals || words_.Of(unit).code == first.span.In(document_.text()));
  return letter || !(symbol || (language_ != nullptr && language_->nouns_capitalised));
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
  // 8折 are tenths, 85折 hundredths.
  const bool hundredths = word.role == FigureRole::kPercent && word.worth == Decimal(10) &&
                          Decimal(10) < amount.value && amount.value.exponent() == 0;
  const std::optional<Decimal> value = hundredths ? amount.value : Product(amount.value, word.worth);
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
  if (language_ != nullptr && language_->endings_outside) amount.span.end -= hit.ending_bytes;
  return true;
}

// "two years and a half", 两米半.
void AmountReader::TakeHalf(const Decimal& worth, Amount& amount) const {
  const std::uint32_t at = amount.end_token;
  if (amount.kind != FigureKind::kMeasure || amount.number.scale != 1 || !IsSmallWhole(amount.number.value)) return;
  if (at >= tokens_.size() || tokens_[at].line_start || tokens_[at].masked) return;
  const Hit* half = words_.At(at, FigureRole::kHalf);
  if (half == nullptr) return;
  // 两米半径 is a radius.
  for (const Hit& hit : document_.HitsAt(at)) {
    if (!hit.compound_head && hit.end_token > half->end_token) return;
  }
  // A whole number of them, so that no digit gets lost.
  const std::optional<Decimal> value = PlusParts(amount.number.value, 5, 10);
  const std::optional<Decimal> all = value ? Product(*value, worth) : std::nullopt;
  if (!all) return;
  amount.value = *all;
  amount.end_token = half->end_token;
  amount.span.end = half->span.end;
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

// "multiplier par 10", "by a factor of 10".
void AmountReader::TakeTimesBefore(std::uint32_t from, Amount& amount) const {
  if (amount.kind != FigureKind::kCount || amount.first_token <= from || amount.value.is_zero()) return;
  const Hit* times = words_.Before(amount.first_token, FigureRole::kTimes);
  if (times == nullptr || times->first_token < from || words_.Of(*times).adds) return;
  amount.kind = FigureKind::kMultiple;
  amount.has_unit = true;
  amount.rule = words_.Of(*times).rule;
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
  if (amount.kind != FigureKind::kCount) return;
  // "10 below zero" are degrees.
  amount.kind = FigureKind::kMeasure;
  amount.unit = "°";
  amount.has_unit = true;
}

}  // namespace newsgraph::extract
