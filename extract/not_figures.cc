#include "extract/not_figures.h"

#include <algorithm>
#include <string_view>

#include "extract/counted_noun.h"
#include "extract/digit_reader.h"

namespace newsgraph::extract {
namespace {

constexpr std::int64_t kFirstYear = 1800;
constexpr std::int64_t kLastYear = 2199;
// Years before it are seldom news, and so are those that end a century.
constexpr std::int64_t kFirstCommonYear = 1900;
// Years of models, seasons and classes.
constexpr std::int64_t kFirstRecentYear = 1980;
constexpr std::int64_t kLastRecentYear = 2040;
constexpr std::int64_t kRoundCount = 100;
// Fewer groups of digits than this in a row are no telephone number.
constexpr int kLeastPhoneGroups = 3;
// What two groups need to be one: an area code, and a number within it.
constexpr std::size_t kLeastAreaCode = 3;
constexpr std::size_t kLeastLocalNumber = 5;
constexpr int kMostDigitsOfScore = 3;
// The word that ends an address stands within so many tokens of its number.
constexpr std::uint32_t kMostTokensOfStreet = 4;
// A shorter word for a currency is its abbreviation.
constexpr std::size_t kLeastNameBytes = 4;
constexpr std::int64_t kHoursOfDay = 25;
constexpr std::int64_t kMinutesOfHour = 60;
constexpr std::uint32_t kDigitsOfGroup = 3;
constexpr int kMostDays = 31;
constexpr int kMostMonths = 12;

class Surroundings {
 public:
  Surroundings(const Document& document, std::uint32_t first, std::uint32_t end)
      : document_(document), tokens_(document.tokens()), first_(first), end_(end) {}

  // The token before, if it stands on the same line; null otherwise.
  const Token* before() const { return first_ == 0 || tokens_[first_].line_start ? nullptr : &tokens_[first_ - 1]; }
  const Token* after() const { return end_ >= tokens_.size() || tokens_[end_].line_start ? nullptr : &tokens_[end_]; }
  bool touches_before() const { return before() != nullptr && !tokens_[first_].space_before; }
  bool touches_after() const { return after() != nullptr && !after()->space_before; }
  std::string_view before_text() const { return document_.Folded(first_ - 1); }
  std::string_view after_text() const { return document_.Folded(end_); }

  // Letters of an alphabet that stand in words, not ideographs or syllables, nor
  // those of the Hebrew and Arabic blocks (lead bytes D7 to DB), which write "and" and
  // "by" at once before the digits.
  bool IsAlphabetic(const Token& token) const {
    if (token.kind != TokenKind::kWord) return false;
    const auto lead = static_cast<unsigned char>(token.span.In(document_.text()).front());
    return lead < 0xD7 || (lead > 0xDB && lead < 0xE3);
  }

  // "H100", "GPT-5", "R1": letters run into the digits.
  bool RunsOn() const { return touches_after() && IsAlphabetic(*after()); }
  bool ComesFromLetters() const {
    if (!touches_before()) return false;
    if (IsAlphabetic(*before())) return true;
    return before_text() == "-" && first_ >= 2 && !before()->space_before && IsAlphabetic(tokens_[first_ - 2]);
  }

  // A part of an address or of another code of signs: "#5", "id=30%25". A percent
  // sign that touches nothing before it is one: "%80".
  bool PartOfAddress() const {
    static constexpr std::string_view kSigns = "#@_=&\\%";
    const auto binds = [](std::string_view sign) {
      return sign.size() == 1 && kSigns.find(sign[0]) != std::string_view::npos;
    };
    const bool percent = touches_before() && before_text() == "%";
    if (percent && (before()->space_before || first_ < 2 || before()->line_start)) return false;
    // "1ドル=150円" is a rate of exchange.
    const bool equals = touches_before() && before_text() == "=" && first_ >= 2 && !IsAlphabetic(tokens_[first_ - 2]);
    if (touches_before() && binds(before_text()) && !equals) return true;
    if (touches_before() && before_text() == "/" && first_ >= 2 && !before()->space_before) return true;
    return touches_after() && end_ + 1 < tokens_.size() && !tokens_[end_ + 1].space_before && after_text() == "/" &&
           tokens_[end_ + 1].kind == TokenKind::kNumber;
  }

  // "Stunde.1": a footnote's mark, or the end of a dotted name.
  bool Footnote() const {
    if (!touches_before() || before_text() != "." || first_ < 2 || before()->space_before) return false;
    return tokens_[first_ - 2].kind != TokenKind::kNumber;
  }

  bool Bracketed() const {
    return touches_before() && before_text() == "[" && after() != nullptr && after_text() == "]";
  }

  // "1." or "2)" that begins a line.
  bool ListMark() const {
    if (!tokens_[first_].line_start || first_ + 1 != end_ || !touches_after() || end_ + 1 >= tokens_.size())
      return false;
    return (after_text() == "." || after_text() == ")") && tokens_[end_ + 1].space_before &&
           !tokens_[end_ + 1].line_start;
  }

 private:
  const Document& document_;
  std::span<const Token> tokens_;
  std::uint32_t first_;
  std::uint32_t end_;
};

bool LooksLikeYear(const Amount& amount) {
  const ReadNumber& number = amount.number;
  return number.digits == 4 && !number.grouped && number.scale == 1 && number.value.exponent() == 0 &&
         number.value.mantissa() >= kFirstYear && number.value.mantissa() <= kLastYear;
}

// "about 2000 pages", "2000 pages": a noun behind, and an approximator before or a number that is seldom a year.
// Where nouns touch numbers, years mostly have a word of their own: "1950人", but "2026款".
bool IsCount(const Document& document, const FigureHits& words, const Amount& amount) {
  const std::span<const Token> tokens = document.tokens();
  const std::uint32_t noun = amount.end_token;
  if (noun >= tokens.size() || tokens[noun].line_start || !CountedNounFinder::IsKnown(document, noun)) return false;
  // "builds since 2000 cars in": a year all the same.
  const bool dated = document.LongestBefore(amount.first_token, SenseKind::kDateMod) != nullptr ||
                     document.LongestBefore(amount.first_token, SenseKind::kDateContext) != nullptr;
  if (dated) return words.Before(amount.first_token, FigureRole::kMod) != nullptr;
  const std::int64_t value = amount.number.value.mantissa();
  const bool round = value % kRoundCount == 0 || value < kFirstCommonYear;
  const bool recent = value >= kFirstRecentYear && value <= kLastRecentYear;
  if (round || (!recent && !tokens[noun].space_before)) return true;
  return words.Before(amount.first_token, FigureRole::kMod) != nullptr;
}

// "Euro 2024": the name of a currency before a year, where "Rs 2024" is a sum.
bool IsNameOfYear(const Document& document, const Amount& amount) {
  const Token& unit = document.tokens()[amount.first_token];
  return amount.unit_before && amount.kind == FigureKind::kMoney && unit.kind == TokenKind::kWord &&
         !unit.all_capitals && unit.span.size() >= kLeastNameBytes && LooksLikeYear(amount);
}

// A full stop behind digits that does not end the sentence: "15. Fünfjahresplan".
bool IsDottedOrdinal(const Document& document, const Amount& amount) {
  const std::span<const Token> tokens = document.tokens();
  const std::uint32_t dot = amount.end_token;
  if (amount.number.spelled || dot + 1 >= tokens.size() || tokens[dot].space_before || document.Folded(dot) != ".")
    return false;
  // "1.FC"
  if (!tokens[dot + 1].space_before) return tokens[dot + 1].all_capitals && amount.number.digits <= 2;
  const Sentence* sentence = document.SentenceOf(dot);
  return sentence != nullptr && sentence->end_token > dot + 1 && tokens[dot + 1].space_before &&
         tokens[dot + 1].kind == TokenKind::kWord && amount.number.digits <= 3;
}

// "19.00 horas"
bool IsClockTime(const Amount& amount) {
  const Decimal& value = amount.number.value;
  return amount.number.digits != 0 && value.exponent() == -2 && value < Decimal(kHoursOfDay) &&
         value.mantissa() % 100 < kMinutesOfHour;
}

// 20대 문유성, 40代男性: tens of years, of nobody named before.
bool IsDecade(const Document& document, const Amount& amount) {
  const ReadNumber& number = amount.number;
  const std::uint32_t first = amount.first_token;
  const bool tens =
      number.digits == 2 && number.scale == 1 && number.value.exponent() == 0 && number.value.mantissa() % 10 == 0;
  if (!tens || first == 0 || document.tokens()[first].line_start) return tens;
  return !CountedNounFinder::IsKnown(document, first - 1);
}

// "9/10", of which nothing is counted, is a mark.
bool IsMarkOfTen(const Document& document, const Amount& amount) {
  const std::span<const Token> tokens = document.tokens();
  const std::uint32_t end = amount.end_token;
  if (amount.kind != FigureKind::kMultiple || amount.number.spelled) return false;
  if (!amount.span.In(document.text()).ends_with("/10")) return false;
  return end >= tokens.size() || tokens[end].line_start || tokens[end].kind == TokenKind::kSign;
}

bool IsNamedNoFigure(const Document& document, const FigureHits& words, const Amount& amount) {
  const auto counts = [&](const Hit* hit) {
    if (hit == nullptr) return false;
    const std::string& code = words.Of(*hit).code;
    // "the first half" is a part, "the first 30 firms" are a count.
    const bool part = amount.kind == FigureKind::kMultiple || (amount.number.spelled && amount.value < Decimal(1));
    if (code == "part") return part;
    // "300 Slater Street" is an address, "300 companies" are a count.
    if (code == "address") return false;
    // "CAC 40"; "DAX 18,000" and "DAX 2%" are quantities.
    if (code == "name")
      return !amount.has_unit && !amount.number.grouped && amount.number.scale == 1 && amount.number.digits <= 4;
    // "以13.6%位居第二": nobody comes so many percent-th.
    if (code == "ordinal" && amount.kind == FigureKind::kPercent) return false;
    // "Day 30" is one day; "on the same day 30 people" are counted.
    if (code == "numbered") return false;
    // "zero tolerance" is a word, "zero sales" a count.
    if (code == "zero") return amount.number.spelled && amount.value.is_zero();
    // "a double album" is no multiple, "double the sales" is.
    if (code == "double") return amount.kind == FigureKind::kMultiple && amount.end_token == amount.first_token + 1;
    if (code == "clock") return IsClockTime(amount);
    // "8K TVs" have so many columns, "12 TVs" are counted.
    if (code == "resolution") return amount.number.scale == 1000 && !amount.number.spelled;
    // 20대 are people in their twenties where nothing that 대 counts stands before.
    if (code == "decade") return hit->ending_bytes == 0 && IsDecade(document, amount);
    // 数十 is some tens; in 数30 the number stands for itself.
    if (code == "vague") return amount.number.spelled && amount.number.unscaled == Decimal(1);
    return true;
  };
  const std::span<const Token> tokens = document.tokens();
  if (!tokens[amount.first_token].line_start && counts(words.Before(amount.first_token, FigureRole::kNot))) return true;
  for (const std::uint32_t end : {amount.number.end_token, amount.end_token}) {
    if (end == 0 || end >= tokens.size() || tokens[end].line_start) continue;
    const Hit* mark = words.At(end, FigureRole::kNot);
    // "30º C" is no ordinal.
    const bool in_unit = mark != nullptr && amount.has_unit && mark->end_token < amount.end_token;
    if (!in_unit && counts(mark)) return true;
  }
  return false;
}

// "300 Slater Street": capitalised words up to one that ends an address.
bool IsHouseNumber(const Document& document, const FigureHits& words, const Amount& amount) {
  const std::span<const Token> tokens = document.tokens();
  const std::uint32_t end = std::min(amount.end_token + kMostTokensOfStreet, static_cast<std::uint32_t>(tokens.size()));
  for (std::uint32_t token = amount.end_token; token < end && !tokens[token].line_start; ++token) {
    const Hit* hit = words.At(token, FigureRole::kNot);
    if (hit != nullptr && words.Of(*hit).code == "address") return token != amount.end_token;
    if (!tokens[token].capitalised && tokens[token].kind != TokenKind::kNumber) return false;
  }
  return false;
}

// Whether one or two digits are a number from 1 to `most`.
bool IsUpTo(std::string_view digits, int most) {
  if (digits.size() > 2) return false;
  int value = 0;
  for (const char digit : digits) value = 10 * value + (digit - '0');
  return value >= 1 && value <= most;
}

// What stands behind minutes and, twice, behind seconds.
bool IsTick(std::string_view sign) { return sign == "'" || sign == "‘" || sign == "’" || sign == "′"; }

bool IsNumber(std::span<const Token> tokens, std::uint32_t token) {
  return token < tokens.size() && tokens[token].kind == TokenKind::kNumber && !tokens[token].line_start;
}

}  // namespace

bool IsNoFigure(const Document& document, const FigureHits& words, const Amount& amount) {
  if (IsNamedNoFigure(document, words, amount)) return true;
  if (amount.number.spelled) return false;
  const Surroundings around(document, amount.first_token, amount.end_token);
  if (around.PartOfAddress() || around.Footnote() || around.ListMark()) return true;
  if (!amount.has_unit && around.Bracketed()) return true;
  if (around.ComesFromLetters() || (!amount.has_unit && around.RunsOn())) return true;
  if (IsNameOfYear(document, amount) || IsMarkOfTen(document, amount)) return true;
  if (amount.has_unit || amount.number.scale != 1) return false;
  if (LooksLikeYear(amount) && !IsCount(document, words, amount)) return true;
  return IsDottedOrdinal(document, amount) || IsHouseNumber(document, words, amount);
}

std::uint32_t EndOfDigitCode(const Document& document, std::uint32_t token) {
  const std::span<const Token> tokens = document.tokens();
  std::uint32_t end = token + 1;
  int groups = 1;
  bool clock = false;
  for (; end < tokens.size() && !tokens[end].line_start; ++end) {
    if (IsNumber(tokens, end) && tokens[end].space_before) {
      ++groups;
      continue;
    }
    const std::string_view sign = document.Folded(end);
    const bool joins = !tokens[end].space_before && IsNumber(tokens, end + 1) && !tokens[end + 1].space_before;
    if (!joins || (sign != ":" && sign != "/" && sign != "-")) break;
    clock = clock || sign == ":";
    ++groups;
    ++end;
  }
  // "030 46644664"
  const bool area = groups == 2 && document.Folded(token).starts_with("0") &&
                    tokens[token].span.size() >= kLeastAreaCode && tokens[token + 1].kind == TokenKind::kNumber &&
                    tokens[token + 1].span.size() >= kLeastLocalNumber;
  if (area) return end;
  const bool plus = token > 0 && document.Folded(token - 1) == "+" && !tokens[token].space_before;
  if (clock || groups >= kLeastPhoneGroups || (plus && groups >= 2)) return end;
  return token;
}

std::uint32_t EndOfScore(const Document& document, std::uint32_t token, const NumberSigns& signs) {
  const std::span<const Token> tokens = document.tokens();
  const std::uint32_t second = token + 2;
  if (!IsNumber(tokens, second) || tokens[token + 1].space_before || tokens[second].space_before) return token;
  const std::string_view sign = document.Folded(token + 1);
  const bool dotted = sign == "·";
  if (!dotted && !IsRangeSign(sign)) return token;
  const DigitRun first = ReadDigits(document, token, signs);
  const DigitRun last = ReadDigits(document, second, signs);
  const bool small = first.digits <= kMostDigitsOfScore && last.digits <= kMostDigitsOfScore;
  if (first.end_token != token + 1 || last.end_token != second + 1 || !small) return token;
  const bool range = first.mantissa < last.mantissa && first.mantissa != 0;
  return range && !dotted ? token : second + 1;
}

std::uint32_t EndOfRaceTime(const Document& document, std::uint32_t token) {
  const std::span<const Token> tokens = document.tokens();
  const auto is_tick = [&](std::uint32_t at) {
    return at < tokens.size() && !tokens[at].space_before && IsTick(document.Folded(at));
  };
  std::uint32_t end = token + 1;
  bool ticks = false;
  while (IsNumber(tokens, end + 1) && !tokens[end + 1].space_before && !tokens[end].space_before) {
    // 20'000 is a number in groups.
    const bool tick = is_tick(end) && tokens[end + 1].span.size() != kDigitsOfGroup;
    if (!tick && document.Folded(end) != ".") break;
    ticks = ticks || tick;
    end += 2;
  }
  if (end > token + 1 && is_tick(end) && is_tick(end + 1)) {
    ticks = true;
    end += 2;
  }
  return ticks ? end : token;
}

std::uint32_t EndOfDayAndMonth(const Document& document, std::uint32_t token, const NumberSigns& signs) {
  const std::span<const Token> tokens = document.tokens();
  if (signs.decimal == "." || token + 3 >= tokens.size() || !IsNumber(tokens, token + 2)) return token;
  for (std::uint32_t at = token + 1; at <= token + 3; ++at) {
    if (tokens[at].space_before || (at != token + 2 && document.Folded(at) != ".")) return token;
  }
  const bool code = token + 4 < tokens.size() && !tokens[token + 4].space_before && IsNumber(tokens, token + 4);
  const bool in_year = IsUpTo(document.Folded(token), kMostDays) && IsUpTo(document.Folded(token + 2), kMostMonths);
  return in_year && !code ? token + 4 : token;
}

bool IsRangeSign(std::string_view sign) {
  return sign == "-" || sign == "–" || sign == "\u2212" || sign == "~" || sign == "∼" || sign == "〜" || sign == "～";
}

}  // namespace newsgraph::extract
