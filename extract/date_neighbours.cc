#include "extract/date_neighbours.h"

#include <algorithm>
#include <string_view>

#include "extract/date_matcher.h"

namespace newsgraph::extract {
namespace {

bool EndsInAsciiLetter(std::string_view word) {
  const char last = word.empty() ? ' ' : word.back();
  return (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
}

// Signs that make a number part of an amount, a name or an address.
bool Binds(std::string_view sign) {
  constexpr std::string_view kBinding = "#$%&*+=@^_|\\";
  return (sign.size() == 1 && kBinding.find(sign[0]) != std::string_view::npos) || sign == "€" || sign == "£" ||
         sign == "¥" || sign == "°" || sign == "§" || sign == "№";
}

// Signs that tie two parts of a number or name together when both touch them.
bool Links(std::string_view sign) {
  constexpr std::string_view kLinking = ".,:/-~";
  return (sign.size() == 1 && kLinking.find(sign[0]) != std::string_view::npos) || sign == "–";
}

bool IsText(const Token& token) { return token.kind == TokenKind::kNumber || token.kind == TokenKind::kWord; }

}  // namespace

bool DateNeighbours::FreeBefore() const {
  const std::span<const Token> tokens = document.tokens();
  if (tokens[first].kind != TokenKind::kNumber || first == 0 || tokens[first].space_before) return true;
  const Token& before = tokens[first - 1];
  const std::string_view written = document.Written(first - 1);
  if (before.kind == TokenKind::kNumber) return false;
  // "H20", "FY2025"; a longer word may run into a date where no spaces are written.
  if (before.kind == TokenKind::kWord) return !EndsInAsciiLetter(written) || written.size() >= 4;
  if (before.kind != TokenKind::kSign) return true;
  if (Binds(written)) return false;
  return !Links(written) || first == 1 || before.space_before || !IsText(tokens[first - 2]);
}

bool DateNeighbours::FreeAfter() const {
  const std::span<const Token> tokens = document.tokens();
  if (end >= tokens.size() || tokens[end].space_before) return true;
  if (tokens[end - 1].kind != TokenKind::kNumber) {
    return tokens[end].kind != TokenKind::kNumber || document.Written(end - 1) != ".";
  }
  if (tokens[end].kind != TokenKind::kSign) return false;
  const std::string_view written = document.Written(end);
  if (Binds(written)) return false;
  return !Links(written) || end + 1 >= tokens.size() || tokens[end + 1].space_before || !IsText(tokens[end + 1]);
}

bool DateNeighbours::Follows(DateClass of) const { return words.Before(document, first, of) != nullptr; }
bool DateNeighbours::Precedes(DateClass of) const { return words.At(document, end, of) != nullptr; }

bool DateNeighbours::Cued() const { return Follows(DateClasses::kCue) || Follows(DateClasses::kModBefore); }

// Whether what follows is something that the lexicon knows to be counted.
bool DateNeighbours::KnownCounted() const {
  if (end >= document.tokens().size()) return false;
  if (Precedes(DateClasses::kCounted)) return true;
  // A preposition is no unit, though one is spelled like it: "2025 in Betrieb".
  if (Precedes(DateClasses::kCue) || Precedes(DateClasses::kModBefore)) return false;
  const std::span<const Hit> hits = document.HitsAt(end);
  return std::any_of(hits.begin(), hits.end(), [](const Hit& hit) {
    return hit.sense.kind == SenseKind::kScale || hit.sense.kind == SenseKind::kCurrency ||
           hit.sense.kind == SenseKind::kUnit || hit.sense.kind == SenseKind::kPercent ||
           hit.sense.kind == SenseKind::kNoun;
  });
}

// Whether it may be: after a round number any word, else a noun that is no name.
bool DateNeighbours::LikelyCounted(bool nouns_capitalised) const {
  const std::span<const Token> tokens = document.tokens();
  if (end >= tokens.size() || tokens[end].kind != TokenKind::kWord || tokens[end].line_start) return false;
  const std::string_view number = document.Written(end - 1);
  if (number.ends_with("00") || number.ends_with("50")) return true;
  if (!tokens[end].capitalised) return false;
  if (!nouns_capitalised) {  // "Bench 1775 Winery", "the Autumn Statement"
    return tokens[first].capitalised || (first > 0 && !tokens[first].line_start && tokens[first - 1].capitalised);
  }
  const std::span<const Hit> hits = document.HitsAt(end);
  return std::none_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.sense.kind == SenseKind::kEntity; });
}

bool DateNeighbours::AllowBefore(const DateRule& rule) const {
  const auto follows = [this](DateClass of) { return of == DateClasses::kCue ? Cued() : Follows(of); };
  if (!FreeBefore() || Follows(DateClasses::kNoDate)) return false;
  if (!rule.after.empty() && std::none_of(rule.after.begin(), rule.after.end(), follows)) return false;
  return std::none_of(rule.not_after.begin(), rule.not_after.end(), follows);
}

bool DateNeighbours::AllowAfter(const DateRule& rule, bool nouns_capitalised) const {
  const auto precedes = [this](DateClass of) { return Precedes(of); };
  if (!FreeAfter()) return false;
  if (!rule.before.empty() && std::none_of(rule.before.begin(), rule.before.end(), precedes)) return false;
  if (std::any_of(rule.not_before.begin(), rule.not_before.end(), precedes)) return false;
  if (rule.counted != DateRule::Counted::kAllowed && KnownCounted()) return false;
  return rule.counted != DateRule::Counted::kUnlessLikely || !LikelyCounted(nouns_capitalised);
}

bool DateNeighbours::Allow(const DateRule& rule, DatePlace place, bool nouns_capitalised) const {
  return (place == DatePlace::kRangeEnd || AllowBefore(rule)) &&
         (place == DatePlace::kRangeBegin || AllowAfter(rule, nouns_capitalised));
}

}  // namespace newsgraph::extract
