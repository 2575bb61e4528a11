#include "extract/digit_reader.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "model/decimal.h"

namespace newsgraph::extract {
namespace {

// A run with more separators than this is a code.
constexpr std::size_t kMostParts = 8;
// Powers are read to so many digits; their exponents have few.
constexpr int kDigitsOfPower = 12;
constexpr int kMostDigitsOfPower = 3;

// Without initializers: most of a run's parts are never used.
struct Part {
  std::uint32_t token;
  int digits;
  bool leading_zero;
  std::string_view sign;  // that stands before it; " " for white space; empty for the first
};

// The parts of one run, in order.
struct Parts {
  std::array<Part, kMostParts> parts;
  std::size_t count = 0;
  bool too_many = false;

  const Part& operator[](std::size_t i) const { return parts[i]; }
};

template <typename Visit>
void ForEachDigit(std::string_view digits, Visit visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(digits.data());
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(digits.size());) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(digits.size()), c);
    if (c >= '0' && c <= '9') {
      visit(c - '0');
    } else if (c >= 0x80 && u_charDigitValue(c) >= 0) {
      visit(u_charDigitValue(c));
    }
  }
}

Part PartAt(const Document& document, std::uint32_t token, std::string_view sign) {
  Part part{token, 0, false, sign};
  ForEachDigit(document.Folded(token), [&part](int digit) {
    part.leading_zero = part.leading_zero || (part.digits == 0 && digit == 0);
    ++part.digits;
  });
  return part;
}

bool IsNumber(const Document& document, std::uint32_t token) {
  return token < document.tokens().size() && document.tokens()[token].kind == TokenKind::kNumber &&
         !document.tokens()[token].masked;
}

// 3・5%, as Japanese papers set it; two digits behind it are a date (3・11).
bool IsMiddleDot(std::string_view sign) { return sign == "・"; }
bool IsDecimalSign(std::string_view sign) { return sign == "." || sign == "," || sign == "٫" || IsMiddleDot(sign); }
bool IsSeparator(std::string_view sign) { return IsDecimalSign(sign) || sign == "'" || sign == "٬"; }

// Three digits behind one space: a group where the locale groups so, where the
// space is one that does not break, or where more such groups or zeros show it.
bool IsSpacedGroup(const Document& document, std::uint32_t token, const Part& before, const NumberSigns& signs) {
  const Token& next = document.tokens()[token];
  if (next.line_start || !next.space_before || before.digits > 3) return false;
  const bool decimals = token + 2 < document.tokens().size() && document.Folded(token + 1) == signs.decimal &&
                        !document.tokens()[token + 1].space_before && !document.tokens()[token + 2].space_before &&
                        IsNumber(document, token + 2);
  const bool second = decimals || before.sign == " " || document.Folded(token) == "000" ||
                      (IsNumber(document, token + 1) && document.tokens()[token + 1].space_before &&
                       PartAt(document, token + 1, " ").digits == 3);
  const std::uint32_t gap_begin = document.tokens()[token - 1].span.end;
  const std::string_view gap = document.text().substr(gap_begin, next.span.begin - gap_begin);
  const bool breaks = gap == " ";
  const bool holds = gap == "\u00A0" || gap == "\u202F" || gap == "\u2009";
  return (holds || (breaks && (second || signs.grouping == " "))) && PartAt(document, token, " ").digits == 3;
}

// Full-width commas part clauses unless the digits are full-width too.
bool SameWidth(const Document& document, std::uint32_t sign, std::uint32_t digits) {
  if (document.Folded(sign) != ",") return true;
  const auto wide = [&](std::uint32_t token) {
    return document.tokens()[token].span.size() > document.Folded(token).size();
  };
  return wide(sign) == wide(digits);
}

// "4 . 8 %", as tokenised text has it: a full stop would end the sentence, so the
// sign for percent must follow.
bool IsSpacedPoint(const Document& document, std::uint32_t sign, const NumberSigns& signs) {
  const std::span<const Token> tokens = document.tokens();
  if (document.Folded(sign) != signs.decimal || !tokens[sign].space_before || tokens[sign].line_start) return false;
  return IsNumber(document, sign + 1) && tokens[sign + 1].space_before && !tokens[sign + 1].line_start &&
         sign + 2 < tokens.size() && document.Folded(sign + 2) == "%";
}

Parts PartsFrom(const Document& document, std::uint32_t token, const NumberSigns& signs) {
  Parts run;
  run.parts[run.count++] = PartAt(document, token, {});
  const std::span<const Token> tokens = document.tokens();
  for (std::uint32_t at = token + 1; at < tokens.size();) {
    const Part& before = run.parts[run.count - 1];
    Part next;
    if (IsNumber(document, at) && IsSpacedGroup(document, at, before, signs)) {
      next = PartAt(document, at, " ");
    } else if ((tokens[at].kind == TokenKind::kSign && !tokens[at].space_before && IsNumber(document, at + 1) &&
                !tokens[at + 1].space_before && IsSeparator(document.Folded(at)) && SameWidth(document, at, token)) ||
               (run.count == 1 && IsSpacedPoint(document, at, signs))) {
      next = PartAt(document, at + 1, document.Folded(at));
    } else {
      break;
    }
    // 6'2" are feet and inches.
    if (next.sign == "'" && next.digits != 3) break;
    at = next.token + 1;
    if (run.count == kMostParts) {
      run.too_many = true;
      run.parts[run.count - 1].token = next.token;
    } else {
      run.parts[run.count++] = next;
    }
  }
  return run;
}

// Whether the first `count` parts are one whole number in groups: of three
// digits, or in the Indian way of two and a last of three.
bool IsGrouped(const Parts& run, std::size_t count) {
  if (count < 2 || run[0].digits > 3 || run[0].leading_zero || run[count - 1].digits != 3) return false;
  const int middle = count > 2 ? run[1].digits : 3;
  if (middle != 3 && middle != 2) return false;
  if (middle == 2 && (run[0].digits > 2 || run[1].sign != ",")) return false;
  for (std::size_t i = 1; i < count; ++i) {
    if (run[i].sign != run[1].sign) return false;
    if (i + 1 < count && run[i].digits != middle) return false;
  }
  return true;
}

// How many of the parts are the whole number; the rest, at most one, are its
// decimals. 0 where it is none.
std::size_t WholeParts(const Parts& run, const NumberSigns& signs) {
  const std::size_t last = run.count - 1;
  if (run.too_many) return 0;
  if (last == 0) return 1;
  const std::string_view sign = run[last].sign;
  if (IsMiddleDot(sign)) return last == 1 && run[1].digits == 1 ? 1 : 0;
  if (last == 1) {
    if (sign == signs.decimal) return 1;
    if (IsGrouped(run, 2)) return 2;
    // No group of three stands behind more than three digits: "1111.121".
    return IsDecimalSign(sign) && (run[1].digits != 3 || run[0].digits > 3 || run[0].leading_zero) ? 1 : 0;
  }
  if (IsGrouped(run, run.count)) return run.count;
  return IsDecimalSign(sign) && sign != run[1].sign && IsGrouped(run, last) ? last : 0;
}

// ".5", "-.5", and ",5" where the locale has decimals behind a comma.
bool IsPointed(const Document& document, std::uint32_t token, const NumberSigns& signs) {
  if (token == 0) return false;
  const std::span<const Token> tokens = document.tokens();
  const std::string_view point = document.Folded(token - 1);
  if (tokens[token].space_before || (point != "." && (point != "," || signs.decimal != ","))) return false;
  if (tokens[token - 1].space_before) return true;
  const std::string_view sign = token < 2 ? std::string_view() : document.Folded(token - 2);
  return sign == "-" || sign == "\u2212";
}

// "0815" and "01.10" are codes, days or times of day; "08,5" in a column is a number.
bool IsCoded(const Parts& run, std::size_t whole, const NumberSigns& signs) {
  if (!run[0].leading_zero || run[0].digits == 1) return false;
  return run[0].digits > 2 || whole != 1 || run.count != 2 || run[1].sign != "," || signs.decimal != ",";
}

// One past the last token of an exponent that begins at `token`, and its power:
// "e10", "E+14", "e-1"; `token` itself where none does.
std::uint32_t ReadExponent(const Document& document, std::uint32_t token, int& power) {
  const std::span<const Token> tokens = document.tokens();
  const auto touches = [&](std::uint32_t at) { return at < tokens.size() && !tokens[at].space_before; };
  std::uint32_t at = token + 1;
  const bool times = touches(token) && (document.Folded(token) == "x" || document.Folded(token) == "×");
  if (times && touches(at + 1) && document.Folded(at) == "10" && document.Folded(at + 1) == "^") {
    at += 2;
  } else if (!touches(token) || document.Folded(token) != "e") {
    return token;
  }
  if (!touches(at)) return token;
  const bool minus = document.Folded(at) == "-" || document.Folded(at) == "\u2212";
  if (minus || document.Folded(at) == "+") ++at;
  if (!touches(at) || !IsNumber(document, at)) return token;
  int digits = 0;
  ForEachDigit(document.Folded(at), [&](int digit) {
    power = digits < 2 ? power * 10 + digit : power;
    ++digits;
  });
  // Letters or digits that go on make it a code: "1e10b".
  const bool goes_on = touches(at + 1) && (tokens[at + 1].kind == TokenKind::kWord || document.Folded(at + 1) == "-");
  if (digits > 2 || goes_on) return token;
  if (minus) power = -power;
  return at + 1;
}

// One past the last token of "^23" behind a number, `token` itself if there is none.
std::uint32_t EndOfPower(const Document& document, std::uint32_t token) {
  const std::span<const Token> tokens = document.tokens();
  if (token >= tokens.size() || tokens[token].space_before || document.Folded(token) != "^") return token;
  std::uint32_t at = token + 1;
  while (at < tokens.size() && !tokens[at].space_before && tokens[at].kind != TokenKind::kWord) ++at;
  return at;
}

// The exponent of "^-3" from `token` up to `end`; nothing if that is more than a
// sign and a few digits.
std::optional<int> PowerAt(const Document& document, std::uint32_t token, std::uint32_t end) {
  std::uint32_t at = token + 1;
  const bool minus = at < end && (document.Folded(at) == "-" || document.Folded(at) == "\u2212");
  if (minus || (at < end && document.Folded(at) == "+")) ++at;
  // A full stop behind it ends the sentence.
  if (!IsNumber(document, at)) return std::nullopt;
  for (std::uint32_t rest = at + 1; rest < end; ++rest) {
    if (IsNumber(document, rest) || document.Folded(rest) == "^") return std::nullopt;
  }
  int power = 0;
  int digits = 0;
  ForEachDigit(document.Folded(at), [&](int digit) {
    power = digits < kMostDigitsOfPower ? power * 10 + digit : power;
    ++digits;
  });
  if (digits > kMostDigitsOfPower) return std::nullopt;
  return minus ? -power : power;
}

// Raises the run's number to a power, to twelve digits; false where the result is
// out of range.
bool Raise(std::optional<int> power, DigitRun& run) {
  if (!power || run.mantissa == 0) return false;
  const long double base = static_cast<long double>(run.mantissa) * std::pow(10.0L, -run.decimals);
  const long double magnitude = *power * std::log10(base);
  if (std::abs(magnitude) > Decimal::kMaxExponent / 2.0L) return false;
  const int first = static_cast<int>(std::floor(magnitude));
  run.decimals = kDigitsOfPower - 1 - first;
  run.mantissa = std::llround(std::pow(base, static_cast<long double>(*power)) * std::pow(10.0L, run.decimals));
  while (run.mantissa % 10 == 0) {
    run.mantissa /= 10;
    --run.decimals;
  }
  return true;
}

}  // namespace

DigitRun ReadDigits(const Document& document, std::uint32_t token, const NumberSigns& signs) {
  const Parts run = PartsFrom(document, token, signs);
  DigitRun out;
  out.end_token = run[run.count - 1].token + 1;
  const std::size_t whole = WholeParts(run, signs);
  const bool pointed = IsPointed(document, token, signs);
  for (std::size_t i = 0; i < run.count; ++i) out.digits += run[i].digits;
  out.code = whole == 0 || out.digits > Decimal::kMaxDigits || (IsCoded(run, whole, signs) && !pointed);
  if (out.code) {
    out.end_token = EndOfPower(document, out.end_token);
    return out;
  }
  out.grouped = whole > 1;
  out.pointed = whole == run.count && !out.grouped && pointed;
  if (out.pointed) out.decimals = out.digits;
  for (std::size_t i = 0; i < run.count; ++i) {
    if (i >= whole) out.decimals += run[i].digits;
    ForEachDigit(document.Folded(run[i].token), [&out](int digit) { out.mantissa = out.mantissa * 10 + digit; });
  }
  if (const std::uint32_t end = EndOfPower(document, out.end_token); end != out.end_token) {
    out.code = !Raise(PowerAt(document, out.end_token, end), out);
    // Signs behind the exponent are the sentence's.
    if (!out.code) out.end_token += IsNumber(document, out.end_token + 1) ? 2 : 3;
    if (out.code) out.end_token = end;
    return out;
  }
  int power = 0;
  const std::uint32_t end = ReadExponent(document, out.end_token, power);
  // Scale words may follow: their power must have room.
  if (end == out.end_token || std::abs(out.decimals - power) > Decimal::kMaxExponent / 2.0L) return out;
  out.decimals -= power;
  out.end_token = end;
  return out;
}

}  // namespace newsgraph::extract
