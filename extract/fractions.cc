#include "extract/fractions.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cmath>

#include "extract/digit_reader.h"

namespace newsgraph::extract {
namespace {

constexpr std::int64_t kMostParts = 16;
constexpr std::int64_t kMostSignParts = 10;

}  // namespace

Decimal Ratio(std::int64_t numerator, std::int64_t denominator) {
  static constexpr std::int64_t kTwelveDigits = 100'000'000'000;
  int exponent = 0;
  while (numerator % denominator != 0 && numerator / denominator < kTwelveDigits && numerator < INT64_MAX / 10) {
    numerator *= 10;
    --exponent;
  }
  const std::int64_t rest = numerator % denominator;
  return Decimal(numerator / denominator + (rest * 2 >= denominator ? 1 : 0), exponent);
}

std::optional<Fraction> FractionSign(std::string_view sign) {
  // ASCII, and the blocks of punctuation.
  if (sign.size() < 2 || sign.starts_with("\xE3") || sign.starts_with("\xEF") || sign.starts_with("\xE2\x80"))
    return std::nullopt;
  UChar32 c = 0;
  std::int32_t at = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(sign.data()), at, static_cast<std::int32_t>(sign.size()), c);
  if (c < 0 || u_charType(c) != U_OTHER_NUMBER) return std::nullopt;
  const double value = u_getNumericValue(c);
  if (!(value > 0 && value < 1)) return std::nullopt;
  for (std::int64_t bottom = 2; bottom <= kMostSignParts; ++bottom) {
    const double top = value * static_cast<double>(bottom);
    if (std::abs(top - std::round(top)) < 1e-6) return Fraction{std::llround(top), bottom};
  }
  return std::nullopt;
}

std::optional<Fraction> FractionAt(const Document& document, std::uint32_t token, const NumberSigns& signs) {
  const std::span<const Token> tokens = document.tokens();
  if (token + 2 >= tokens.size() || tokens[token].kind != TokenKind::kNumber || document.Folded(token + 1) != "/" ||
      tokens[token + 1].space_before || tokens[token + 2].space_before ||
      tokens[token + 2].kind != TokenKind::kNumber) {
    return std::nullopt;
  }
  const DigitRun top = ReadDigits(document, token, signs);
  const DigitRun bottom = ReadDigits(document, token + 2, signs);
  const std::uint32_t end = token + 3;
  const bool goes_on = end < tokens.size() && document.Folded(end) == "/" && !tokens[end].space_before;
  const bool plain = !top.code && !bottom.code && top.end_token == token + 1 && bottom.end_token == end;
  const auto usual = [](const DigitRun& run) { return run.mantissa > 0 && run.mantissa <= kMostParts; };
  const bool round =
      top.mantissa > 0 && top.mantissa < bottom.mantissa && (bottom.mantissa == 100 || bottom.mantissa == 1000);
  const bool known = round || (usual(top) && usual(bottom) && bottom.mantissa > 1);
  if (!plain || goes_on || !known) return std::nullopt;
  return Fraction{top.mantissa, bottom.mantissa};
}

}  // namespace newsgraph::extract
