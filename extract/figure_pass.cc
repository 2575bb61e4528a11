#include "extract/figure_pass.h"

#include <algorithm>
#include <utility>

#include "extract/digit_reader.h"
#include "extract/exact.h"
#include "extract/fractions.h"
#include "extract/not_figures.h"

namespace newsgraph::extract {
namespace {

// Words in languages that need a unit behind them need none from here on.
constexpr std::int64_t kLeastPlainScale = 10'000;
// Most articles have fewer.
constexpr std::size_t kUsualFigures = 64;
// Nobody is older.
constexpr std::int64_t kMostYears = 125;

}  // namespace

FigurePass::FigurePass(const Document& document, std::span<const TakenSpan> taken, const FigureHits& words,
                       const LanguageWords* language, const NumberSigns& signs, const CountedNounFinder& nouns)
    : document_(document),
      tokens_(document.tokens()),
      taken_(taken),
      words_(words),
      signs_(signs),
      numbers_(language == nullptr ? nullptr : language->numbers.get()),
      nouns_(nouns),
      reader_(document, words, language, signs),
      compound_(document, words, language, signs) {}

std::vector<FoundFigure> FigurePass::Run() {
  found_.reserve(kUsualFigures);
  for (at_ = NextCandidate(); at_ < tokens_.size(); at_ = NextCandidate()) ReadHere();
  return std::move(found_);
}

// The first token from `at_` on at which a figure may begin.
std::uint32_t FigurePass::NextCandidate() const {
  constexpr KindSet kOpening = KindBit(SenseKind::kNumber) | KindBit(SenseKind::kMayOpenFigure) |
                               KindBit(SenseKind::kMultiple) | KindBit(SenseKind::kFraction) |
                               KindBit(SenseKind::kPercent) | KindBit(SenseKind::kPer);
  const auto end = static_cast<std::uint32_t>(tokens_.size());
  std::uint32_t at = document_.NextOf(kOpening, at_, end);
  while (at < end && !MayBegin(at)) at = document_.NextOf(kOpening, at + 1, end);
  return at;
}

bool FigurePass::MayBegin(std::uint32_t at) const {
  const Token& token = tokens_[at];
  if (token.masked) return false;
  if (token.kind == TokenKind::kNumber || words_.MayBegin(at)) return true;
  if (token.kind == TokenKind::kSign) return FractionSign(document_.Written(at)).has_value();
  if (numbers_ == nullptr || !numbers_->MayBegin(document_.Folded(at))) return false;
  WordPlace place{at, 0};
  const NumberAtom* const atom = numbers_->Match(document_, place);
  if (atom == nullptr || !atom->MayOpen()) return false;
  // "a" opens a number only before a part: "a trillionth".
  if (atom->kind != NumberAtom::Kind::kArticle) return true;
  place = BehindJoint(document_, place);
  return numbers_->Match(document_, place) != nullptr;
}

void FigurePass::ReadHere() {
  if (SkipTaken() || SkipCode() || SkipPer()) return;
  std::optional<Amount> amount = reader_.Read(at_, from_);
  if (!amount || amount->number.code) {
    at_ = amount ? amount->end_token : at_ + 1;
    return;
  }
  std::optional<Decimal> high;
  const bool range = TakeRange(*amount, high);
  if (!range) TakeParts(*amount);
  if (!high) high = HighOf(*amount);
  const bool none = !IsQuantity(*amount, range) || IsNoFigure(document_, words_, *amount);
  at_ = std::max(amount->end_token, at_ + 1);
  if (none) return;
  FoundFigure found = Build(*amount, high);
  if (IsPartOfName(*amount, found)) return;
  found_.push_back(std::move(found));
  from_ = at_;
  changed_ = amount->has_unit && IsChange(words_.Before(amount->first_token, FigureRole::kRanging));
}

// Moves behind the name or date that covers the token.
bool FigurePass::SkipTaken() {
  const std::uint32_t begin = tokens_[at_].span.begin;
  while (next_taken_ < taken_.size() && taken_[next_taken_].span.end <= begin) ++next_taken_;
  if (next_taken_ == taken_.size() || taken_[next_taken_].span.begin > begin) return false;
  const std::uint32_t end = taken_[next_taken_].span.end;
  while (at_ < tokens_.size() && tokens_[at_].span.begin < end) ++at_;
  return true;
}

bool FigurePass::SkipCode() {
  if (tokens_[at_].kind != TokenKind::kNumber) return false;
  if (FractionAt(document_, at_, signs_) || FractionAt(document_, at_ + 1, signs_)) return false;
  const std::uint32_t end = EndOfDigitCode(document_, at_);
  if (end == at_) return SkipScore();
  // "1 414 021 100" is a number in groups, "+1 414 021 100" is none.
  const DigitRun run = ReadDigits(document_, at_, signs_);
  const bool plus = at_ > 0 && document_.Folded(at_ - 1) == "+" && !tokens_[at_].space_before;
  // Three full groups of three are one more often, where spaces do not group.
  const bool full = run.digits == 9 && run.decimals == 0 && signs_.grouping != " ";
  if (run.grouped && !plus && !full && run.end_token >= end) return false;
  at_ = end;
  return true;
}

// Passes over a score of which nothing is counted.
bool FigurePass::SkipScore() {
  std::uint32_t end = EndOfDayAndMonth(document_, at_, signs_);
  if (end == at_) end = EndOfRaceTime(document_, at_);
  if (end == at_) end = EndOfScore(document_, at_, signs_);
  if (end == at_ || words_.Before(at_, FigureRole::kCurrency) != nullptr || reader_.IsUnit(end)) return false;
  at_ = end;
  return true;
}

// Passes over 1株当たり, whose number is no figure.
bool FigurePass::SkipPer() {
  const Hit* per = words_.OpeningAt(at_, FigureRole::kPer);
  if (per == nullptr) return false;
  at_ = per->end_token;
  return true;
}

bool FigurePass::IsTaken(std::uint32_t token) const {
  const TextSpan span = tokens_[token].span;
  for (std::size_t i = next_taken_; i < taken_.size() && taken_[i].span.begin < span.end; ++i) {
    if (taken_[i].span.Overlaps(span)) return true;
  }
  return false;
}

// The name or date in which the token before `token` lies; null if there is none.
const TakenSpan* FigurePass::TakenBefore(std::uint32_t token) const {
  if (token == 0 || tokens_[token].line_start) return nullptr;
  const std::uint32_t begin = tokens_[token - 1].span.begin;
  for (std::size_t i = next_taken_; i-- > 0 && taken_[i].span.end > begin;) {
    if (taken_[i].span.begin <= begin) return &taken_[i];
  }
  return nullptr;
}

// The high end of a number that is a range by itself: 30 of 二三十.
std::optional<Decimal> FigurePass::HighOf(const Amount& amount) {
  const std::optional<std::int64_t> low = WholeValue(amount.number.value);
  if (amount.number.step == 0 || !low || *low <= 0) return std::nullopt;
  const std::optional<Decimal> all = Product(amount.value, Decimal(*low + amount.number.step));
  if (!all || all->mantissa() % *low != 0) return std::nullopt;
  return Decimal(all->mantissa() / *low, all->exponent());
}

// "3 dollars 50 cents", "5 ft 2 in".
void FigurePass::TakeParts(Amount& amount) const {
  while (const std::optional<Amount> whole = compound_.WithNextPart(amount)) {
    if (IsTaken(whole->end_token - 1)) return;
    amount = *whole;
  }
}

// "Ascend 910", "Boeing 737", "Day 2": a number behind a name, or behind a word
// written like one, that counts nothing.
bool FigurePass::IsPartOfName(const Amount& amount, const FoundFigure& found) const {
  const Figure& figure = found.figure;
  const ReadNumber& number = amount.number;
  const std::uint32_t first = amount.first_token;
  const bool whole = !number.grouped && (number.scale == 1 || number.spelled) && number.value.exponent() == 0;
  if (!whole || figure.kind != FigureKind::kCount || figure.high || figure.mod != Mod::kExact) return false;
  const bool counts = !figure.noun.empty() && !found.noun_single;
  if (first == 0 || tokens_[first].line_start || (found.noun_known && counts)) return false;
  if (!counts && IsNumbered(first)) return true;
  if (number.digits == 0) return false;
  const TakenSpan* taken = TakenBefore(first);
  if (taken != nullptr) return figure.noun.empty() && !taken->is_date;
  const Token& before = tokens_[first - 1];
  const bool name_like = before.capitalised && before.kind == TokenKind::kWord && tokens_[first].space_before;
  return name_like && IsNameWithNumber(amount, figure, counts);
}

// Behind a word that numbers things: "Zone 1".
bool FigurePass::IsNumbered(std::uint32_t first) const {
  const Hit* word = words_.Before(first, FigureRole::kNot);
  return word != nullptr && words_.Of(*word).code == "numbered";
}

// What stands behind a capitalised word and a number makes both a name.
bool FigurePass::IsNameWithNumber(const Amount& amount, const Figure& figure, bool counts) const {
  const std::uint32_t first = amount.first_token;
  const Sentence* sentence = document_.SentenceOf(first);
  if (sentence == nullptr) return false;
  const bool capitalised = nouns_.NounsAreCapitalised(document_.languages());
  const bool opens = sentence->first_token == first - 1;
  const bool ends = amount.end_token >= sentence->end_token || tokens_[amount.end_token].kind == TokenKind::kSign;
  // "The Magma 15 uses", but "In Title Case 15 Tanks"
  if (counts) return !capitalised && !opens && !tokens_[document_.TokenAt(figure.noun.begin)].capitalised;
  const bool word = document_.HasHit(first - 1, SenseKind::kNounStop) || nouns_.IsNoun(document_, first - 1) ||
                    words_.Before(first, FigureRole::kSkip) != nullptr;
  if (opens) return !capitalised && !word && !ends && nouns_.EndsPhrase(document_, amount.end_token);
  // "im Carrer Santa Florentina 59 eine Stelle"
  const bool long_name = !word && first >= 2 && tokens_[first - 2].capitalised;
  return ends || !capitalised || (long_name && nouns_.EndsPhrase(document_, amount.end_token));
}

// "Florian Post (74)", "Gareth Rigby, 43, admitted", "aged 14".
bool FigurePass::IsAge(const Amount& amount, bool range) const {
  const std::uint32_t first = amount.first_token;
  if (amount.kind != FigureKind::kCount || amount.number.digits > 3 || amount.number.scale != 1 || first < 1)
    return false;
  if (amount.value.exponent() != 0 || !(amount.value < Decimal(kMostYears)) || tokens_[first].line_start) return false;
  // "a life expectancy of over 70"
  const Hit* mod = words_.Before(first, FigureRole::kMod);
  if (const Hit* word = words_.Before(mod == nullptr ? first : mod->first_token, FigureRole::kAge)) {
    const std::string& code = words_.Of(*word).code;
    const bool ends = nouns_.EndsPhrase(document_, amount.end_token);
    const TakenSpan* person = code == "person" ? TakenBefore(word->first_token) : nullptr;
    if (code == "sure" || (ends && code == "end") || (ends && person != nullptr && person->is_person)) return true;
  }
  return !range && first >= 2 && amount.end_token < tokens_.size() && IsAgeBehindName(amount);
}

bool FigurePass::IsAgeBehindName(const Amount& amount) const {
  const std::uint32_t first = amount.first_token;
  const std::string_view open = document_.Folded(first - 1);
  const std::string_view close = document_.Folded(amount.end_token);
  const bool comma = open == "," && (close == "," || close == ".");
  if (!comma && !(open == "(" && close == ")")) return false;
  if (const Hit* title = words_.Before(first - 1, FigureRole::kAge);
      title != nullptr && words_.Of(*title).code == "title")
    return true;
  const TakenSpan* name = TakenBefore(first - 1);
  // A title of one ideograph may stand between: 氏.
  if (name == nullptr && tokens_[first - 2].kind == TokenKind::kIdeograph) name = TakenBefore(first - 2);
  if (name != nullptr) return name->is_person;
  // "Jamil Al Saadouni, 58, told", "a son called Ronnie, 4, and"
  const Token& last = tokens_[first - 2];
  if (!last.capitalised || last.all_capitals || last.kind != TokenKind::kWord) return false;
  const bool two_words = first >= 3 && tokens_[first - 3].capitalised && !last.line_start;
  const bool noun = nouns_.IsNoun(document_, first - 2);
  if (!comma || nouns_.NounsAreCapitalised(document_.languages()))
    return two_words && !noun && amount.number.digits == 2;
  return !noun && (two_words || close == ",");
}

// Whether a number in words states a quantity at all.
bool FigurePass::IsQuantity(const Amount& amount, bool range) const {
  const ReadNumber& number = amount.number;
  if (!number.spelled || range || amount.value.is_negative()) return true;
  const bool one = number.scale == 1 && amount.value == Decimal(1) && number.atoms == 1;
  const bool times_one = amount.kind == FigureKind::kMultiple && amount.value == Decimal(1);
  if (times_one || (one && (amount.kind == FigureKind::kCount || amount.kind == FigureKind::kMeasure))) return false;
  if (number.atoms == 1 && !amount.has_unit && reader_.one_word_needs_unit()) return false;
  if (amount.has_unit || number.inside_token || !reader_.words_need_unit()) return true;
  const std::uint32_t end = number.vague_end_token != 0 ? number.vague_end_token : amount.end_token;
  return number.bundled || (number.scale >= kLeastPlainScale && number.atoms > 1) || nouns_.IsCounter(document_, end) ||
         StandsAlone(amount, end);
}

// 一百五十二 at the end of a phrase, where a unit is needed elsewhere. Single letters
// and what opens with a scale are words of other meanings: 万一, 千万.
bool FigurePass::StandsAlone(const Amount& amount, std::uint32_t end) const {
  const ReadNumber& number = amount.number;
  const std::uint32_t first = amount.first_token;
  const bool ideographic = tokens_[first].kind == TokenKind::kIdeograph;
  const auto begins = [](char c) { return c != ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const std::string_view text = amount.span.In(document_.text());
  const auto letters = std::count_if(text.begin(), text.end(), begins);
  if (letters < (ideographic ? 2 : 3) || (number.opens_with_scale && letters < 3)) return false;
  const bool ends = end >= tokens_.size() || tokens_[end].space_before || tokens_[end].line_start ||
                    tokens_[end].kind == TokenKind::kSign;
  if (!ends || !ideographic) return ends;
  const bool touches = first > 0 && !tokens_[first].space_before && tokens_[first - 1].kind != TokenKind::kSign;
  // 十一 after a word is a day or a name, and 三七二十一 a saying.
  return !touches || ((letters > 2 || Decimal(19) < number.value) && !reader_.IsNumberWord(first - 1));
}

FoundFigure FigurePass::Build(const Amount& amount, const std::optional<Decimal>& high) const {
  FoundFigure out;
  out.first_token = amount.first_token;
  out.end_token = amount.end_token;
  out.scale = amount.number.scale;
  out.has_unit = amount.has_unit;
  Figure& figure = out.figure;
  figure.span = amount.span;
  figure.kind = amount.kind;
  figure.value = amount.value;
  figure.high = high;
  figure.unit = amount.unit;
  figure.spelled = amount.number.spelled;
  figure.rule = amount.rule;
  if (IsAge(amount, high.has_value())) {
    figure.kind = FigureKind::kMeasure;
    figure.unit = "year";
    out.has_unit = true;
  }
  const std::uint32_t first = TakeModBefore(amount, figure);
  std::uint32_t end = amount.end_token;
  if (amount.number.vague_end_token > end) end = amount.number.vague_end_token;
  if (figure.mod == Mod::kExact && (amount.number.vague || amount.number.vague_end_token != 0))
    figure.mod = Mod::kMoreThan;
  end = TakeModAfter(end, figure);
  const std::uint32_t noun_end = TakeNoun(amount, end, out);
  if (noun_end != end) TakeModBehindNoun(noun_end, figure);
  TakePer(first, end, noun_end, figure);
  return out;
}

}  // namespace newsgraph::extract
