#include "extract/number_reader.h"

#include <algorithm>
#include <string>

#include "extract/digit_reader.h"
#include "extract/number_sum.h"

namespace newsgraph::extract {
namespace {

using Kind = NumberAtom::Kind;
using When = NumberAtom::When;

// Whole numbers with more digits take no letter for a scale.
constexpr int kMostDigitsBeforeLetter = 3;
constexpr std::int64_t kLastDay = 31;
// CLDR has the words of numbers up to 四百 and 四千 as one.
constexpr std::int64_t kMostStep = 1000;

class Reader {
 public:
  Reader(const Document& document, const NumberSigns& signs, const NumberWords* words, NumberPlace where)
      : document_(document), tokens_(document.tokens()), signs_(signs), words_(words), where_(where) {}

  std::optional<ReadNumber> Read(std::uint32_t token) {
    place_ = {token, 0};
    out_.first_token = token;
    if (tokens_[token].kind == TokenKind::kNumber) {
      if (!BeginWithDigits()) return out_;
    } else if (words_ == nullptr || !BeginWithWord()) {
      return std::nullopt;
    }
    while (words_ != nullptr && Next()) continue;
    return Finish();
  }

 private:
  bool BeginWithDigits() {
    const DigitRun run = ReadDigits(document_, place_.token, signs_);
    out_.end_token = run.end_token;
    out_.code = run.code;
    if (run.code) return false;
    sum_.Begin(run.mantissa, run.decimals);
    out_.digits = run.digits;
    out_.grouped = run.grouped;
    out_.pointed = run.pointed;
    place_ = end_ = {run.end_token, 0};
    return true;
  }

  bool BeginWithWord() {
    const NumberAtom* atom = words_->Match(document_, place_);
    if (atom == nullptr || atom->when == When::kAttached || atom->when == When::kLetter) return false;
    only_joined_ = atom->when == When::kJoined || atom->zero;
    const bool begun = ((atom->kind == Kind::kAddend || atom->zero) && AddFirst(*atom)) ||
                       (atom->kind == Kind::kMultiplier && atom->bare && sum_.Multiply(atom->value, true));
    out_.opens_with_scale = atom->value >= 100 && IsOneLetter(out_.first_token, place_);
    if (begun) Take(atom, place_);
    return begun;
  }

  // "a million" is one word of the packs, and a million is its scale.
  bool AddFirst(const NumberAtom& atom) {
    const std::int64_t value = atom.value;
    if (atom.decimals != 0) {
      sum_.Begin(value, atom.decimals);
      return true;
    }
    const bool scale = value == 1'000'000 || value == 1'000'000'000;
    return scale ? sum_.Add(1) && sum_.Multiply(value, false) : sum_.Add(value);
  }

  // Takes one more word or run of digits into the number.
  bool Next() {
    const WordPlace at = Settled(end_);
    if (!MayGoOnAt(at)) return false;
    if (tokens_[at.token].kind == TokenKind::kNumber) return AddDigits(at);
    WordPlace after = at;
    const NumberAtom* atom = words_->Match(document_, after);
    if (atom == nullptr) return false;
    switch (atom->kind) {
      case Kind::kMultiplier:
        return Fits(*atom, at, after) && !BeginsUnit(at, after) && MultiplyStep(*atom) &&
               sum_.Multiply(atom->value, atom->bare) && Take(atom, after);
      case Kind::kAddend:
        return AddWord(*atom, after);
      case Kind::kHalf:
        return AddHalf(*atom, after);
      case Kind::kGlue:
      case Kind::kPoint:
      case Kind::kVague:
        return NextBehind(*atom, after);
      default:
        return false;
    }
    return false;
  }

  // "140兆瓦" are megawatts, and no trillions of watts.
  bool BeginsUnit(WordPlace at, WordPlace after) const {
    if (tokens_[at.token].kind != TokenKind::kIdeograph) return false;
    const Hit* const unit = document_.Longest(at.token, SenseKind::kUnit);
    return unit != nullptr && unit->end_token > after.token + (after.byte == 0 ? 0 : 1);
  }

  // False, and nothing changes, where the range of 二三十 would become too wide.
  bool MultiplyStep(const NumberAtom& atom) {
    return out_.step == 0 || !__builtin_mul_overflow(out_.step, atom.value, &out_.step);
  }

  // The second digit of 二三十 or 十二三: the first counts, and the step up to it.
  bool AddPair(const NumberAtom& atom) {
    if (!last_was_addend_ || last_value_ % 10 == 0 || out_.digits != 0 || atom.decimals != 0) return false;
    std::int64_t step = 1;
    while (step < kMostStep && (last_value_ % 10 + 1) * step < atom.value) step *= 10;
    if ((last_value_ % 10 + 1) * step != atom.value || (step != 1 && !sum_.Multiply(step, false))) return false;
    out_.step = step;
    return true;
  }

  bool AddWord(const NumberAtom& atom, WordPlace after) {
    if (out_.step != 0) return false;
    if (words_->pairs_digits() && AddPair(atom)) return Take(&atom, after);
    const bool digits_alone = out_.digits != 0 && !sum_.has_factor();
    const bool tenths = words_->last_digit_is_tenths() && sum_.ends_round() && atom.value < 10 && !glued_ &&
                        !IsFactorAt(Settled(after));
    if (digits_alone || atom.decimals != 0) return false;
    // "544 millions un an plus tôt"
    const Token& word = tokens_[after.byte == 0 ? after.token - 1 : after.token];
    const bool apart = out_.digits != 0 && atom.value < 10 && word.kind == TokenKind::kWord && word.space_before;
    if (apart && !IsFactorAt(Settled(after))) return false;
    if ((tenths && sum_.AddTenthsOfFactor(static_cast<int>(atom.value))) || sum_.Add(atom.value))
      return Take(&atom, after);
    // 一十二 for 十二, behind larger words.
    if (last_was_digit_ && atom.value > 10 && atom.value < 20 && sum_.Multiply(10, false) && sum_.Add(atom.value - 10))
      return Take(&atom, after);
    // "deux cent mille": a hundred by itself, here a factor.
    return (atom.value == 100 || atom.value == 1000) && sum_.Multiply(atom.value, false) && Take(&atom, after);
  }

  bool IsFactorAt(WordPlace at) const {
    if (!MayGoOnAt(at) || tokens_[at.token].kind == TokenKind::kNumber) return false;
    const NumberAtom* atom = words_->Match(document_, at);
    // 十一 behind 一百 is a word of its own: 一百一十一.
    const bool teen = atom != nullptr && atom->kind == Kind::kAddend && atom->value >= 10 && atom->value < 20;
    return teen || (atom != nullptr && atom->kind == Kind::kMultiplier);
  }

  // "zweieinhalb", "3 millions et demi", "un billón y medio millón".
  bool AddHalf(const NumberAtom& atom, WordPlace after) {
    if (sum_.has_factor()) {
      WordPlace behind = Settled(after);
      const NumberAtom* next = MayGoOnAt(behind) ? words_->Match(document_, behind) : nullptr;
      if (next != nullptr && next->kind == Kind::kMultiplier && sum_.AddHalfOf(next->value)) return Take(next, behind);
    }
    return (sum_.last_factor() >= 1000 ? sum_.AddTenthsOfFactor(5) : sum_.AddDecimal(5)) && Take(&atom, after);
  }

  // A word that only counts where a number goes on behind it.
  bool NextBehind(const NumberAtom& atom, WordPlace after) {
    const WordPlace at = Settled(after);
    if (atom.kind == Kind::kVague) out_.vague_end_token = at.token;
    if (at == end_ || !MayGoOnAt(at)) return false;
    if (atom.kind == Kind::kGlue && tokens_[at.token].kind == TokenKind::kNumber) {
      glued_ = true;
      const bool added = AddDigits(at);
      glued_ = false;
      return added;
    }
    if (atom.kind == Kind::kPoint && tokens_[at.token].kind == TokenKind::kNumber) return AddWrittenDecimals(atom, at);
    WordPlace behind = at;
    const NumberAtom* next = words_->Match(document_, behind);
    if (next == nullptr) return false;
    if (atom.kind == Kind::kPoint) return AddDecimals(at, atom.weak);
    if (atom.kind == Kind::kVague) {
      if (next->kind != Kind::kMultiplier || !sum_.Multiply(next->value, false)) return false;
      out_.vague = true;
      return Take(next, behind);
    }
    glued_ = true;
    const std::uint32_t glue = end_.byte == 0 || at.byte != 0 ? end_.token : end_.token + 1;
    const bool goes_on = next->kind == Kind::kAddend ? out_.digits == 0 && AddWord(*next, behind)
                                                     : next->kind == Kind::kHalf && AddHalf(*next, behind);
    glued_ = false;
    if (goes_on && at.byte == 0) out_.glue_token = glue;
    return goes_on;
  }

  // "3 point 5", 零點77.
  bool AddWrittenDecimals(const NumberAtom& point, WordPlace at) {
    const DigitRun run = ReadDigits(document_, at.token, signs_);
    if (point.weak || at.byte != 0 || run.code || run.decimals != 0 || run.grouped || sum_.has_factor()) return false;
    bool added = false;
    for (const char digit : std::to_string(run.mantissa)) added = sum_.AddDecimal(digit - '0') || added;
    if (!added) return false;
    out_.digits += run.digits;
    end_ = {run.end_token, 0};
    return true;
  }

  // The words behind "point": each a digit, or a number whose digits are meant
  // ("coma setenta y ocho"); ideographs are digits.
  bool AddDecimals(WordPlace at, bool weak) {
    std::string digits;
    WordPlace after = at;
    if (tokens_[at.token].kind != TokenKind::kIdeograph) {
      digits = SmallNumberAt(after).ToString();
    }
    if (digits.size() < 2) {
      digits.clear();
      after = at;
      for (WordPlace place = at; MayGoOnAt(place); place = Settled(place)) {
        const NumberAtom* atom = words_->Match(document_, place);
        if (atom == nullptr || !(atom->kind == Kind::kAddend || atom->zero) || atom->value >= 10) break;
        digits += static_cast<char>('0' + atom->value);
        after = place;
      }
    }
    if (digits.empty() || (weak && digits.size() < 2)) return false;
    bool added = false;
    for (const char digit : digits) added = sum_.AddDecimal(digit - '0') || added;
    static constexpr NumberAtom kDigit;
    return added && Take(&kDigit, after);
  }

  // The number up to some thousands at `place`, which moves behind it: what scale
  // words follow are the whole number's, "zwei Komma fünf Millionen".
  Decimal SmallNumberAt(WordPlace& place) const {
    NumberSum sum;
    for (WordPlace at = place; MayGoOnAt(at); at = Settled(at)) {
      const NumberAtom* atom = words_->Match(document_, at);
      if (atom != nullptr && atom->kind == Kind::kGlue && !sum.empty()) {
        at = Settled(at);
        atom = MayGoOnAt(at) ? words_->Match(document_, at) : nullptr;
      }
      if (atom == nullptr) break;
      const bool factor = atom->kind == Kind::kMultiplier && (atom->value < 1000 || (sum.empty() && atom->bare));
      const bool taken =
          (atom->kind == Kind::kAddend && sum.Add(atom->value)) || (factor && sum.Multiply(atom->value, atom->bare));
      if (!taken) break;
      place = at;
    }
    return sum.value();
  }

  // Digits behind a scale word: 2만7천, 1만3000.
  bool AddDigits(WordPlace at) {
    if (!last_was_factor_ || at.byte != 0) return false;
    const DigitRun run = ReadDigits(document_, at.token, signs_);
    if (run.code || run.decimals != 0 || (!factor_joins_digits_ && !GoesOnIn(run))) return false;
    if (!sum_.Add(run.mantissa)) return false;
    out_.digits += run.digits;
    last_was_factor_ = false;
    end_ = {run.end_token, 0};
    return true;
  }

  // Whether digits go on a number of digits and scale words: "3 million 300
  // thousand", "12 mil 500", "3 hundred and 21". A year or a day of the month behind
  // a scale word is neither.
  bool GoesOnIn(const DigitRun& run) const {
    if (out_.digits == 0 || run.grouped || sum_.unscaled().exponent() != 0) return false;
    WordPlace after{run.end_token, 0};
    const bool ends = !MayGoOnAt(after) || tokens_[after.token].kind == TokenKind::kSign;
    const NumberAtom* next =
        ends || tokens_[after.token].kind == TokenKind::kNumber ? nullptr : words_->Match(document_, after);
    if (next != nullptr && next->kind == Kind::kMultiplier && next->when == When::kAlways)
      return !glued_ && next->value < sum_.last_factor();
    if (glued_) return sum_.last_factor() == 100 && run.mantissa < 100;
    return sum_.last_factor() == 1000 && run.digits <= 3 && (run.mantissa > kLastDay || (ends && run.digits > 1));
  }

  bool Fits(const NumberAtom& atom, WordPlace at, WordPlace after) const {
    if (atom.when == When::kAlways || atom.when == When::kJoined) return true;
    // "5 cents" are no hundreds.
    if (atom.when == When::kSpelled) return out_.digits == 0;
    const Token& token = tokens_[at.token];
    const bool whole = after.byte == document_.Folded(at.token).size();
    if (!whole || out_.digits == 0 || at.byte != 0 || last_was_factor_) return false;
    // "100,000 B30As" are no billions.
    const bool named = at.token + 1 < tokens_.size() && tokens_[at.token + 1].kind == TokenKind::kNumber &&
                       !tokens_[at.token + 1].space_before;
    if (named) return false;
    // "200 K" are kelvin, "2.33 k" a number.
    if (atom.when == When::kAttached) return !token.space_before || !token.capitalised;
    // "5500M" is a model.
    const bool model = out_.digits > kMostDigitsBeforeLetter && !out_.grouped && !out_.pointed;
    return (token.capitalised && !model) || (where_.money && !token.space_before);
  }

  bool Take(const NumberAtom* atom, WordPlace after) {
    end_ = after;
    last_was_factor_ = atom->kind == Kind::kMultiplier;
    last_value_ = atom->value;
    last_was_addend_ = atom->kind == Kind::kAddend;
    last_was_digit_ = atom->kind == Kind::kAddend && atom->value < 10 &&
                      tokens_[after.token == 0 ? 0 : after.token - 1].kind == TokenKind::kIdeograph;
    factor_joins_digits_ = last_was_factor_ && atom->joins_digits;
    ++out_.atoms;
    return true;
  }

  WordPlace Settled(WordPlace place) const { return BehindJoint(document_, place); }

  bool MayGoOnAt(WordPlace place) const {
    return place.token < std::min<std::size_t>(tokens_.size(), where_.stop_token) && !tokens_[place.token].masked &&
           (place.byte != 0 || !tokens_[place.token].line_start);
  }

  std::optional<ReadNumber> Finish() {
    const std::string_view folded = end_.byte == 0 ? "" : document_.Folded(end_.token);
    const bool inside = end_.byte != folded.size();
    const std::uint32_t last = end_.byte == 0 ? end_.token - 1 : end_.token;
    const Token& token = tokens_[last];
    // Where folding changed the length, the place inside the word is unknown.
    if (inside && document_.Folded(last).size() != token.span.size()) return std::nullopt;
    out_.only_inside = only_joined_ && out_.atoms == 1 && out_.digits == 0;
    if (out_.only_inside && !where_.inside) return std::nullopt;
    out_.value = sum_.value();
    out_.unscaled = sum_.unscaled();
    out_.scale = sum_.scale();
    out_.end_token = last + 1;
    out_.inside_token = inside && !(out_.digits == 0 && words_->IsEnding(folded.substr(end_.byte)));
    out_.end_place = end_;
    out_.end = inside ? token.span.begin + end_.byte : token.span.end;
    out_.spelled = out_.digits == 0;
    if (out_.vague_end_token <= last) out_.vague_end_token = 0;
    return out_;
  }

  // Whether one ideograph or syllable stands between.
  bool IsOneLetter(std::uint32_t token, WordPlace end) const {
    constexpr std::uint32_t kBytes = 3;
    return end.token == token ? end.byte <= kBytes
                              : document_.Folded(token).size() == kBytes && end.token == token + 1 && end.byte == 0;
  }

  const Document& document_;
  std::span<const Token> tokens_;
  const NumberSigns& signs_;
  const NumberWords* words_;
  NumberPlace where_;
  NumberSum sum_;
  WordPlace place_;
  WordPlace end_;  // behind what the number has so far
  ReadNumber out_;
  bool last_was_factor_ = false;
  std::int64_t last_value_ = 0;
  bool last_was_addend_ = false;
  bool last_was_digit_ = false;  // an ideograph for one to nine
  bool factor_joins_digits_ = false;
  bool glued_ = false;
  bool only_joined_ = false;
};

}  // namespace

WordPlace BehindJoint(const Document& document, WordPlace place) {
  const std::span<const Token> tokens = document.tokens();
  if (place.byte != 0 && place.byte == document.Folded(place.token).size()) place = {place.token + 1, 0};
  if (place.byte != 0 || place.token == 0 || place.token + 1 >= tokens.size()) return place;
  const bool hyphen = document.Folded(place.token) == "-" && !tokens[place.token].line_start &&
                      tokens[place.token].space_before == tokens[place.token + 1].space_before &&
                      tokens[place.token + 1].kind == TokenKind::kWord;
  return hyphen ? WordPlace{place.token + 1, 0} : place;
}

std::optional<ReadNumber> ReadNumberAt(const Document& document, std::uint32_t token, const NumberSigns& signs,
                                       const NumberWords* words, NumberPlace place) {
  return Reader(document, signs, words, place).Read(token);
}

}  // namespace newsgraph::extract
