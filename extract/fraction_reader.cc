#include "extract/fraction_reader.h"

#include <cstdlib>

#include "extract/exact.h"
#include "extract/fractions.h"

namespace newsgraph::extract {
namespace {

using Kind = NumberAtom::Kind;

// Larger numbers have no fraction in words, and smaller ones have room to be
// multiplied.
constexpr std::int64_t kMostWhole = 1'000'000'000'000;
// Below this a fraction behind a whole number is not of its scale: "a hundred and
// three quarters", but "a million and a half".
constexpr std::int64_t kLeastScale = 1000;
// "1 over 21" with a larger number is no ratio.
constexpr std::int64_t kMostRatio = 1000;
constexpr std::int64_t kThousand = 1000;
// So far behind a number a word may stand that makes it a ratio.
constexpr std::uint32_t kMostTokensApart = 4;

bool IsPowerOfTen(std::int64_t number) {
  while (number > 1 && number % 10 == 0) number /= 10;
  return number == 1;
}

std::optional<std::int64_t> CountOf(const Decimal& number) {
  const std::optional<std::int64_t> value = WholeValue(number);
  return value && std::abs(*value) <= kMostWhole ? value : std::nullopt;
}

class FractionReader {
 public:
  FractionReader(const Document& document, const NumberSigns& signs, const NumberWords* words)
      : document_(document), tokens_(document.tokens()), signs_(signs), words_(words) {}

  std::optional<ReadNumber> Read(std::uint32_t token, NumberPlace place) const {
    if (tokens_[token].kind == TokenKind::kSign) {
      if (const std::optional<Part> sign = SignAt(token)) return sign->number;
    }
    std::optional<ReadNumber> number = ReadNumberAt(document_, token, signs_, words_, place);
    if (!number) return words_ == nullptr ? number : BehindDenominator(token);
    if (number->code) return number;
    if (!number->spelled) {
      if (const std::optional<ReadNumber> written = Written(*number)) return written;
    }
    if (const std::optional<Part> apart = Apart(*number)) return apart->number;
    if (AtomBehind(number->end_place).atom == nullptr) return number;
    if (number->glue_token != 0) {
      if (const std::optional<ReadNumber> split = SplitAtGlue(*number)) return split;
    }
    if (const std::optional<Part> part = WithPart(*number)) return part->number;
    if (const std::optional<ReadNumber> mixed = WithFractionBehind(*number)) return mixed;
    return number;
  }

 private:
  struct Found {
    const NumberAtom* atom = nullptr;
    WordPlace end;
  };
  // top / bottom · scale; a bundle of twelve has no bottom.
  struct Part {
    ReadNumber number;
    std::int64_t top = 0;
    std::int64_t bottom = 1;
    std::int64_t scale = 1;
  };

  bool IsIn(WordPlace place) const {
    return place.token < tokens_.size() && !tokens_[place.token].masked &&
           (place.byte != 0 || !tokens_[place.token].line_start);
  }

  Found AtomAt(WordPlace place) const {
    if (words_ == nullptr || !IsIn(place)) return {};
    Found found{.atom = nullptr, .end = place};
    found.atom = words_->Match(document_, found.end);
    return found;
  }
  Found AtomBehind(WordPlace place) const { return AtomAt(BehindJoint(document_, place)); }

  std::optional<ReadNumber> Inner(std::uint32_t token, std::uint32_t stop = NumberPlace{}.stop_token) const {
    return ReadNumberAt(document_, token, signs_, words_, {.inside = true, .stop_token = stop});
  }

  // "½": one sign at `token`.
  std::optional<Part> SignAt(std::uint32_t token) const {
    const std::optional<Fraction> sign = FractionSign(document_.Written(token));
    if (!sign) return std::nullopt;
    ReadNumber none;
    none.first_token = token;
    return WithScale({Ended(none, {token + 1, 0}), sign->top, sign->bottom});
  }

  // "3/4": three tokens from `token` on.
  std::optional<Part> SlashAt(std::uint32_t token) const {
    const std::optional<Fraction> slash = FractionAt(document_, token, signs_);
    if (!slash) return std::nullopt;
    ReadNumber none;
    none.first_token = token;
    return WithScale({Ended(none, {token + 3, 0}), slash->top, slash->bottom});
  }

  // "3/4", "2 1/4", "2½".
  std::optional<ReadNumber> Written(const ReadNumber& number) const {
    const std::uint32_t at = number.end_token;
    const bool whole = number.scale == 1 && number.value.exponent() == 0 && !number.grouped;
    if (!whole || number.inside_token) return std::nullopt;
    if (const std::optional<Part> slash = SlashAt(number.first_token)) return slash->number;
    if (!IsIn({at, 0})) return std::nullopt;
    const std::optional<Part> part = tokens_[at].kind == TokenKind::kSign ? SignAt(at) : SlashAt(at);
    return part && part->top < part->bottom ? Sum(number, *part) : std::nullopt;
  }

  // A denominator that is a number only here (이 of "이분의 일"), or "a trillionth".
  std::optional<ReadNumber> BehindDenominator(std::uint32_t token) const {
    Found first{.atom = nullptr, .end = {token, 0}};
    first.atom = words_->Match(document_, first.end);
    if (first.atom == nullptr) return std::nullopt;
    if (first.atom->kind == Kind::kArticle) {
      const std::optional<Part> part = WithArticle(token, first.end);
      // "a quarter" is a time, and "a fifth" the next of its kind.
      return part && (part->scale != 1 || part->bottom >= kLeastScale) ? Number(part) : std::nullopt;
    }
    if (first.atom->kind == Kind::kEvery) return Every(token, first);
    if (first.atom->when != NumberAtom::When::kJoined) return std::nullopt;
    const std::optional<ReadNumber> bottom = Inner(token);
    if (!bottom) return std::nullopt;
    std::optional<ReadNumber> part = Number(WithPart(*bottom));
    return part ? part : WithFractionBehind(*bottom);
  }

  bool EndsToken(WordPlace place) const {
    return place.byte == 0 || place.byte == document_.Folded(place.token).size();
  }

  // "jeder fünfte".
  std::optional<ReadNumber> Every(std::uint32_t token, const Found& every) const {
    const Found ordinal = EndsToken(every.end) ? AtomBehind(every.end) : Found{};
    const NumberAtom* const nth = ordinal.atom;
    const bool is_ordinal =
        nth != nullptr && (nth->kind == Kind::kOrdinal || (nth->kind == Kind::kPart && nth->ordinal));
    if (!is_ordinal || !EndsToken(ordinal.end)) return std::nullopt;
    ReadNumber one;
    one.first_token = token;
    one.spelled = true;
    one.needs = ReadNumber::Needs::kNoUnit;
    return Valued({Ended(one, ordinal.end), 1, ordinal.atom->value}).number;
  }

  // What is counted stands between: "un Français sur cinq", 5人に1人.
  std::optional<Part> Apart(const ReadNumber& number) const {
    if (words_ == nullptr || number.inside_token || number.scale != 1 || !IsIn({number.end_token, 0}))
      return std::nullopt;
    if (!words_->has_apart() && !words_->has_among()) return std::nullopt;
    for (std::uint32_t at = number.end_token + 1; at <= number.end_token + kMostTokensApart; ++at) {
      if (!IsIn({at, 0}) || tokens_[at].kind == TokenKind::kNumber || tokens_[at].kind == TokenKind::kSign) break;
      const Found joint = AtomAt({at, 0});
      if (joint.atom == nullptr || !EndsToken(joint.end)) continue;
      if (joint.atom->kind == Kind::kAmong) return Among(number, joint);
      if (!joint.atom->apart) continue;
      std::optional<Part> part = Under(number, joint);
      if (part) part->number.needs = ReadNumber::Needs::kNoCount;
      return part;
    }
    return std::nullopt;
  }

  // 5人に1人: the same counting word on both sides.
  std::optional<Part> Among(const ReadNumber& all, const Found& among) const {
    const WordPlace at = BehindJoint(document_, among.end);
    const std::optional<ReadNumber> some = IsIn(at) && at.byte == 0 ? Inner(at.token) : std::nullopt;
    if (!some || some->code || some->inside_token || !IsIn({some->end_token, 0})) return std::nullopt;
    if (!document_.Folded(some->end_token).starts_with(document_.Folded(all.end_token))) return std::nullopt;
    const std::optional<std::int64_t> top = CountOf(some->value);
    const std::optional<std::int64_t> bottom = CountOf(all.value);
    if (!top || !bottom || *top <= 0 || *top >= *bottom) return std::nullopt;
    return Valued({Ended(all, {some->end_token + 1, 0}), *top, *bottom});
  }

  // What a part is by itself; its value is set where it ends.
  static std::optional<ReadNumber> Number(const std::optional<Part>& part) {
    if (!part) return std::nullopt;
    return part->number;
  }

  // "a trillionth".
  std::optional<Part> WithArticle(std::uint32_t token, WordPlace behind) const {
    const Found part = AtomBehind(behind);
    if (part.atom == nullptr || part.atom->kind != Kind::kPart) return std::nullopt;
    if (!part.atom->of_one && !part.atom->of_article) return std::nullopt;
    ReadNumber one;
    one.first_token = token;
    one.spelled = true;
    one.needs = ReadNumber::Needs::kNoNoun;
    return WithScale({Ended(one, part.end), 1, part.atom->value});
  }

  // `number` with a word behind it that divides or multiplies it.
  std::optional<Part> WithPart(const ReadNumber& number) const {
    const Found word = AtomBehind(number.end_place);
    if (word.atom == nullptr) return std::nullopt;
    switch (word.atom->kind) {
      case Kind::kPart:
      case Kind::kBundle:
        return Divided(number, word);
      case Kind::kOver:
        return Over(number, word);
      case Kind::kUnder:
        return Under(number, word);
      default:
        return std::nullopt;
    }
  }

  // "twenty and three fifths", "three hundred and two dozen": the word takes what
  // stands behind "and" alone.
  std::optional<ReadNumber> SplitAtGlue(const ReadNumber& number) const {
    const Found word = AtomBehind(number.end_place);
    const bool divides = word.atom != nullptr && (word.atom->kind == Kind::kPart || word.atom->kind == Kind::kBundle);
    const Found glue = AtomAt({number.glue_token, 0});
    if (!divides || glue.atom == nullptr) return std::nullopt;
    const std::optional<ReadNumber> whole = Inner(number.first_token, number.glue_token);
    const std::optional<ReadNumber> rest = Inner(BehindJoint(document_, glue.end).token);
    const std::optional<Part> part = rest ? Divided(*rest, word) : std::nullopt;
    // "one hundred and thirty-two fifths" are all fifths.
    const bool fits = part && part->top > 0 && (part->bottom == 1 || part->top < part->bottom);
    return whole && fits ? Sum(*whole, *part) : std::nullopt;
  }

  std::optional<Part> Divided(const ReadNumber& number, const Found& word) const {
    const NumberAtom& atom = *word.atom;
    if (atom.kind == Kind::kBundle) return Bundled(number, word);
    const std::optional<std::int64_t> count = CountOf(number.value);
    if (!count || *count <= 0 || !(number.spelled || atom.with_digits)) return std::nullopt;
    Part part{Ended(number, word.end), *count, atom.value};
    if (!(*count == 1 ? atom.of_one : atom.of_more) || HyphenFollows(word.end)) return std::nullopt;
    // "honderdachtste" is an ordinal.
    if (number.inside_token && (atom.ordinal || *count >= atom.value)) return std::nullopt;
    if (atom.ordinal) part.number.needs = ReadNumber::Needs::kNoNoun;
    return WithScale(part);
  }

  // "3 dozen", "two and a half dozen".
  std::optional<Part> Bundled(const ReadNumber& number, const Found& word) const {
    const std::optional<Decimal> product = Product(number.value, Decimal(word.atom->value));
    if (!product || product->is_zero() || product->is_negative()) return std::nullopt;
    Part part{Ended(number, word.end), CountOf(*product).value_or(0)};
    part.number.value = part.number.unscaled = *product;
    part.number.bundled = true;
    return part;
  }

  // "two third-quarter reports" speak of no thirds.
  bool HyphenFollows(WordPlace end) const {
    const std::uint32_t at = end.byte == 0 ? end.token : end.token + 1;
    return at + 1 < tokens_.size() && document_.Folded(at) == "-" && !tokens_[at].space_before &&
           !tokens_[at + 1].space_before;
  }

  // "three quarters million".
  Part WithScale(Part part) const {
    const Found scale = AtomBehind(part.number.end_place);
    const bool scaled = scale.atom != nullptr && scale.atom->kind == Kind::kMultiplier &&
                        scale.atom->value >= kLeastScale && scale.atom->value <= kMostWhole &&
                        scale.atom->when == NumberAtom::When::kAlways;
    if (scaled) {
      part.scale = scale.atom->value;
      part.number = Ended(part.number, scale.end);
      part.number.needs = ReadNumber::Needs::kNothing;
    }
    return Valued(part);
  }

  Part Valued(Part part) const {
    std::int64_t top = 0;
    if (__builtin_mul_overflow(part.top, part.scale, &top)) top = part.top;
    part.number.value = part.number.unscaled = Ratio(top, part.bottom);
    part.number.fraction = part.bottom != 1 && part.scale == 1;
    return part;
  }

  // 三分之二: `bottom` stands first.
  std::optional<Part> Over(const ReadNumber& bottom, const Found& over) const {
    const WordPlace at = BehindJoint(document_, over.end);
    if (!IsIn(at) || at.byte != 0) return std::nullopt;
    const std::optional<ReadNumber> top = Inner(at.token);
    const std::optional<std::int64_t> parts = CountOf(bottom.value);
    if (!top || top->code || !parts || *parts <= 1 || top->value.exponent() > 0) return std::nullopt;
    Part part = Valued({Ended(bottom, top->end_place), top->value.mantissa(), *parts});
    part.number.value = part.number.value.Scaled(top->value.exponent());
    part.number.spelled = bottom.spelled && top->spelled;
    return part;
  }

  // "uno sobre cien", "one in five".
  std::optional<Part> Under(const ReadNumber& top, const Found& under) const {
    const WordPlace at = BehindJoint(document_, under.end);
    const std::optional<ReadNumber> bottom = IsIn(at) && at.byte == 0 ? Inner(at.token) : std::nullopt;
    if (!bottom || bottom->code || bottom->inside_token || top.scale != 1) return std::nullopt;
    const std::optional<std::int64_t> count = CountOf(top.value);
    const std::optional<std::int64_t> parts = CountOf(bottom->value);
    if (!count || !parts || *count <= 0 || *count >= *parts) return std::nullopt;
    Part part = Valued({Ended(top, bottom->end_place), *count, *parts});
    part.number.spelled = top.spelled && bottom->spelled;
    if (under.atom->any_ratio && part.number.spelled) return part;
    part.number.needs = ReadNumber::Needs::kNoUnit;
    const bool plain = bottom->spelled || bottom->grouped || bottom->scale != 1;
    if (under.atom->usual_ratio && (IsUsual(*count, *parts) || (*count == 1 && plain && *parts % kThousand == 0)))
      return part;
    part.number.needs = ReadNumber::Needs::kEnd;
    return under.atom->any_ratio && *parts <= kMostRatio ? std::optional(part) : std::nullopt;
  }

  // What one meets with other words behind it: "3 in 20", "one in 15", "1 in 10,000";
  // "30 of 40 firms" are counts.
  static bool IsUsual(std::int64_t top, std::int64_t bottom) {
    if (top == 1) return bottom <= 100 || IsPowerOfTen(bottom);
    return bottom <= 10 || bottom == 20 || bottom == 100 || bottom == 1000;
  }

  // "five and a quarter", "seis millones con dos tercios", 一又二分之一.
  std::optional<ReadNumber> WithFractionBehind(const ReadNumber& whole) const {
    const Found with = AtomBehind(whole.end_place);
    if (with.atom == nullptr || (!whole.spelled && with.atom->kind != Kind::kWith)) return std::nullopt;
    const bool joins = with.atom->kind == Kind::kGlue || with.atom->kind == Kind::kWith || with.atom->weak;
    const WordPlace at = BehindJoint(document_, with.end);
    if (!joins || at.byte != 0 || !IsIn(at)) return std::nullopt;
    const Found first = AtomAt(at);
    std::optional<Part> part;
    if (first.atom != nullptr && first.atom->kind == Kind::kArticle) {
      part = WithArticle(at.token, first.end);
    } else if (const std::optional<ReadNumber> top = Inner(at.token); top && !top->code) {
      part = WithPart(*top);
    }
    const bool fits = part && (part->bottom == 1 || part->top < part->bottom);
    return fits ? Sum(whole, *part) : std::nullopt;
  }

  // A whole number and the fraction or bundle behind it. A fraction without a scale
  // is of the whole number's, and a whole number without one of the fraction's.
  std::optional<ReadNumber> Sum(const ReadNumber& whole, const Part& part) const {
    const bool of_whole =
        part.bottom != 1 && part.scale == 1 && part.bottom < kLeastScale && whole.scale >= kLeastScale;
    const std::optional<std::int64_t> units = CountOf(of_whole ? whole.unscaled : whole.value);
    if (!units || whole.value.is_negative()) return std::nullopt;
    const bool below = part.scale != 1 && *units >= part.scale;
    const std::int64_t scale = of_whole ? whole.scale : below ? 1 : part.scale;
    std::int64_t top = 0;
    std::int64_t more = part.top;
    if ((below && __builtin_mul_overflow(more, part.scale, &more)) ||
        __builtin_mul_overflow(*units, part.bottom, &top) || __builtin_add_overflow(top, more, &top) ||
        __builtin_mul_overflow(top, scale, &top)) {
      return std::nullopt;
    }
    ReadNumber sum = part.number;
    sum.first_token = whole.first_token;
    sum.atoms = whole.atoms + part.number.atoms;
    sum.value = sum.unscaled = Ratio(top, part.bottom);
    sum.fraction = false;
    return sum;
  }

  // `number` made to end at `end`.
  ReadNumber Ended(ReadNumber number, WordPlace end) const {
    const std::uint32_t last = end.byte == 0 ? end.token - 1 : end.token;
    const std::string_view rest = end.byte == 0 ? "" : document_.Folded(end.token).substr(end.byte);
    number.inside_token = !rest.empty() && !(number.spelled && words_->IsEnding(rest));
    number.end_place = end;
    number.end_token = last + 1;
    number.end = !rest.empty() ? tokens_[last].span.begin + end.byte : tokens_[last].span.end;
    number.scale = 1;
    number.only_inside = false;
    number.glue_token = number.vague_end_token = 0;
    ++number.atoms;
    return number;
  }

  const Document& document_;
  std::span<const Token> tokens_;
  const NumberSigns& signs_;
  const NumberWords* words_;  // null: digits and signs alone are read
};

}  // namespace

std::optional<ReadNumber> ReadNumberOrFractionAt(const Document& document, std::uint32_t token,
                                                 const NumberSigns& signs, const NumberWords* words,
                                                 NumberPlace place) {
  return FractionReader(document, signs, words).Read(token, place);
}

}  // namespace newsgraph::extract
