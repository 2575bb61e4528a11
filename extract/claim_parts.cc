#include "extract/claim_parts.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace newsgraph::extract {
namespace {

// How many words stand between a comma and the date that opens the part: "und im Jahr 2025".
constexpr std::uint32_t kOpeningReach = 2;

// No part is longer, but where nothing parts a text at all.
constexpr std::uint32_t kLongestPart = 80;

bool IsComma(const ClaimContext& context, std::uint32_t token) {
  const std::string_view sign = context.document().Written(token);
  if (sign != "," && sign != "，" && sign != "、" && sign != ";" && sign != "；" && sign != ":") return false;
  const std::span<const Token> tokens = context.document().tokens();
  const bool in_number =
      token + 1 < tokens.size() && !tokens[token + 1].space_before && tokens[token + 1].kind == TokenKind::kNumber;
  return !in_number || sign != ",";
}

bool PartsClauses(const ClaimContext& context, std::uint32_t token) {
  return IsComma(context, token) || context.document().Longest(token, SenseKind::kClauseMark) != nullptr;
}

// Whether a comma stands right before the date, but for a few words.
bool StandsBehindComma(const ClaimContext& context, const Sentence& sentence, TokenRange date) {
  for (std::uint32_t token = date.begin; token-- > sentence.first_token && date.begin - token <= kOpeningReach + 1;) {
    if (IsComma(context, token)) return true;
    if (context.document().tokens()[token].kind == TokenKind::kNumber) return false;
  }
  return false;
}

std::uint32_t EndOfPart(const ClaimContext& context, const Sentence& sentence, std::uint32_t from) {
  const std::uint32_t end = std::min(sentence.end_token, from + kLongestPart);
  while (from < end && !IsComma(context, from)) ++from;
  return from;
}

bool HasFigures(const ClaimContext& context, TokenRange range) {
  if (range.begin >= range.end) return false;
  const std::span<const Token> tokens = context.document().tokens();
  return !context.FiguresIn({tokens[range.begin].span.begin, tokens[range.end - 1].span.end}).empty();
}

bool HasDates(const ClaimContext& context, TokenRange range) {
  const std::vector<Date>& dates = context.read().dates;
  const auto next = std::lower_bound(dates.begin(), dates.end(), context.document().tokens()[range.begin].span.begin,
                                     [](const Date& date, std::uint32_t at) { return date.span.begin < at; });
  return next != dates.end() && next->span.begin < context.document().tokens()[range.end].span.begin;
}

}  // namespace

TokenRange PartAround(const ClaimContext& context, const Sentence& sentence, TokenRange tokens) {
  const std::uint32_t first = std::max(sentence.first_token, tokens.begin - std::min(tokens.begin, kLongestPart));
  const std::uint32_t end = std::min(sentence.end_token, tokens.end + kLongestPart);
  while (tokens.begin > first && !PartsClauses(context, tokens.begin - 1)) --tokens.begin;
  while (tokens.end < end && !PartsClauses(context, tokens.end)) ++tokens.end;
  return tokens;
}

bool OpensPartOf(const ClaimContext& context, const Binding& binding, TokenRange date) {
  if (date.end > binding.tokens.begin || !StandsBehindComma(context, *binding.sentence, date)) return false;
  const TokenRange between{date.end, binding.tokens.begin};
  return EndOfPart(context, *binding.sentence, date.end) >= binding.tokens.end && !HasFigures(context, between) &&
         !HasDates(context, between);
}

bool OpensPartBehind(const ClaimContext& context, const Binding& binding, TokenRange date) {
  if (date.begin < binding.tokens.end || !StandsBehindComma(context, *binding.sentence, date)) return false;
  return HasFigures(context, {date.end, EndOfPart(context, *binding.sentence, date.end)});
}

}  // namespace newsgraph::extract
