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

// "2012-01-01"
constexpr std::uint32_t kTokensOfWholeDate = 5;

bool IsText(const Token& token) { return token.kind == TokenKind::kNumber || token.kind == TokenKind::kWord; }

}  // namespace

bool DateNeighbours::FreeBefore(const Document& document, std::uint32_t token) {
  const std::span<const Token> tokens = document.tokens();
  if (tokens[token].kind != TokenKind::kNumber || token == 0 || tokens[token].space_before) return true;
  const Token& before = tokens[token - 1];
  const std::string_view written = document.Written(token - 1);
  if (before.kind == TokenKind::kNumber) return false;
  // "H20", "FY2025"; a longer word may run into a date where no spaces are written.
  if (before.kind == TokenKind::kWord) return !EndsInAsciiLetter(written) || written.size() >= 4;
  if (before.kind != TokenKind::kSign) return true;
  if (Binds(written)) return false;
  if (!Links(written) || token == 1 || before.space_before || !IsText(tokens[token - 2])) return true;
  return written == ":" && tokens[token - 2].kind == TokenKind::kWord;  // "as he says:30 December"
}

bool DateNeighbours::FreeAfter() const {
  const std::span<const Token> tokens = document_.tokens();
  if (end_ >= tokens.size() || tokens[end_].space_before) return true;
  if (tokens[end_ - 1].kind != TokenKind::kNumber) {
    if (tokens[end_].kind == TokenKind::kNumber) {
      return document_.Written(end_ - 1) != "." && document_.Written(end_ - 1) != ",";
    }
    const std::string_view sign = document_.Written(end_);  // "23-Sep-2"
    return (sign != "-" && sign != "/") || end_ + 1 >= tokens.size() || tokens[end_ + 1].space_before ||
           tokens[end_ + 1].kind != TokenKind::kNumber;
  }
  // A word of letters cannot touch a number; where no spaces are written, it may follow a whole date: "2012-01-01及".
  if (tokens[end_].kind == TokenKind::kIdeograph) return end_ - first_ >= kTokensOfWholeDate;
  if (tokens[end_].kind != TokenKind::kSign) return false;
  const std::string_view written = document_.Written(end_);
  if (Binds(written)) return false;
  return !Links(written) || end_ + 1 >= tokens.size() || tokens[end_ + 1].space_before || !IsText(tokens[end_ + 1]);
}

bool DateNeighbours::Follows(DateClass of) const { return words_.Before(document_, first_, of) != nullptr; }
bool DateNeighbours::Precedes(DateClass of) const { return words_.At(document_, end_, of) != nullptr; }

bool DateNeighbours::Cued() const { return Follows(DateClasses::kCue) || Follows(DateClasses::kModBefore); }

bool DateNeighbours::Dotted() const {
  return end_ + 1 < search_.sentence_end && document_.Written(end_) == "." && !document_.tokens()[end_].space_before;
}

bool DateNeighbours::Elided(std::uint32_t apostrophe) const {
  if (apostrophe >= document_.tokens().size() || document_.tokens()[apostrophe].space_before) return false;
  const std::string_view sign = document_.Written(apostrophe);
  return sign == "'" || sign == "’";
}

// Whether what follows is something that the lexicon knows to be counted.
bool DateNeighbours::KnownCounted(bool nouns_capitalised) const {
  if (end_ >= document_.tokens().size()) return false;
  if (Precedes(DateClasses::kCounted)) return true;
  // A preposition is no unit, though one is spelled like it: "2025 in Betrieb".
  if (Precedes(DateClasses::kCue) || Precedes(DateClasses::kModBefore)) return false;
  const std::span<const Hit> hits = document_.HitsAt(end_);
  // "2023 ausfallen" is no case, "a 2016 deposition" no position.
  const bool may_be_compound = nouns_capitalised && document_.tokens()[end_].capitalised;
  return std::any_of(hits.begin(), hits.end(), [this, may_be_compound](const Hit& hit) {
    if (hit.compound_head && !may_be_compound) return false;
    if (Elided(hit.end_token)) return false;  // "nel 2018 l'azienda" tells of no litres
    return hit.sense.kind == SenseKind::kScale || hit.sense.kind == SenseKind::kCurrency ||
           hit.sense.kind == SenseKind::kUnit || hit.sense.kind == SenseKind::kPercent ||
           hit.sense.kind == SenseKind::kNoun;
  });
}

// Whether it may be: after a round number any word, else a noun that is no name.
bool DateNeighbours::LikelyCounted(bool nouns_capitalised) const {
  const std::span<const Token> tokens = document_.tokens();
  if (end_ >= tokens.size() || tokens[end_].kind != TokenKind::kWord || tokens[end_].line_start) return false;
  const std::string_view number = document_.Written(end_ - 1);
  if (number.ends_with("00") || number.ends_with("50")) {  // but "the 2000 Olympics"
    return nouns_capitalised || !tokens[end_].capitalised || !Follows(DateClasses::kArticle);
  }
  if (!tokens[end_].capitalised) return false;
  if (!nouns_capitalised) {  // "Bench 1775 Winery", "the Autumn Statement"
    return tokens[first_].capitalised || (first_ > search_.sentence_begin + 1 && tokens[first_ - 1].capitalised);
  }
  if (tokens[end_].all_capitals) return false;  // "2008 CEO"
  const std::span<const Hit> hits = document_.HitsAt(end_);
  return std::none_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.sense.kind == SenseKind::kEntity; });
}

bool DateNeighbours::Meets(DateClass of) const {
  switch (of) {
    case DateClasses::kCue:
      return Cued();
    case DateClasses::kAlone:
      return AloneInSentence();
    case DateClasses::kListed:
      return search_.listed;
    case DateClasses::kFirst:
      return first_ == search_.sentence_begin;
    default:
      return Follows(of);
  }
}

// Whether the sentence consists of it, but for the sign that ends it.
bool DateNeighbours::AloneInSentence() const {
  return first_ == search_.sentence_begin && search_.place == DatePlace::kAlone &&
         (end_ == search_.sentence_end ||
          (end_ + 1 == search_.sentence_end && document_.tokens()[end_].kind == TokenKind::kSign));
}

// "1/3", "3/4": of one digit each, smaller than one.
bool DateNeighbours::LikeFraction() const {
  if (end_ - first_ != 3 || document_.Written(first_ + 1) != "/") return false;
  const std::string_view above = document_.Written(first_);
  const std::string_view below = document_.Written(first_ + 2);
  return above.size() == 1 && below.size() == 1 && above < below;
}

// "2003/04": a year and the last digits of the next.
bool DateNeighbours::LikeYears() const {
  const auto last_digits = [this](std::uint32_t token) {
    int value = 0;
    const std::string_view written = document_.Written(token);
    for (const char c : written.substr(written.size() < 2 ? 0 : written.size() - 2)) value = value * 10 + (c - '0');
    return value;
  };
  return end_ - first_ == 3 && (last_digits(first_) + 1) % 100 == last_digits(first_ + 2);
}

// "about 2000 pages"
bool DateNeighbours::RoughlyCounted() const {
  if (end_ - first_ != 1 || !Followed()) return false;
  if (Precedes(DateClasses::kArticle) || Precedes(DateClasses::kPast) || Precedes(DateClasses::kFuture)) return false;
  const std::string_view number = document_.Written(first_);
  if (!number.ends_with("00") && !number.ends_with("50")) return false;
  const Hit* const before = words_.Before(document_, first_, DateClasses::kModBefore);
  return before != nullptr && words_.WordOf(*before, document_)->mod == DateMod::kAbout;
}

bool DateNeighbours::Followed() const {
  return end_ < search_.sentence_end && document_.tokens()[end_].kind != TokenKind::kSign;
}

bool DateNeighbours::AllowBefore(const DateRule& rule) const {
  const auto follows = [this](DateClass of) { return Meets(of); };
  if (!FreeBefore(document_, first_)) return false;
  if (!rule.after.empty() && std::none_of(rule.after.begin(), rule.after.end(), follows)) return false;
  return std::none_of(rule.not_after.begin(), rule.not_after.end(), follows);
}

bool DateNeighbours::AllowAfter(const DateRule& rule, bool nouns_capitalised) const {
  const auto precedes = [this](DateClass of) { return Precedes(of); };
  if (!FreeAfter()) return false;
  if (!rule.before.empty() && std::none_of(rule.before.begin(), rule.before.end(), precedes)) return false;
  if (std::any_of(rule.not_before.begin(), rule.not_before.end(), precedes)) return false;
  if (rule.counted == DateRule::Counted::kUnlessFollowed) return !Followed();
  if (rule.counted == DateRule::Counted::kUnlessKnown && RoughlyCounted()) return false;
  if (rule.counted != DateRule::Counted::kAllowed && KnownCounted(nouns_capitalised)) return false;
  return rule.counted != DateRule::Counted::kUnlessLikely || !LikelyCounted(nouns_capitalised);
}

bool DateNeighbours::Allow(const DateRule& rule, bool nouns_capitalised) const {
  if ((rule.unlike_fraction && LikeFraction()) || (rule.unlike_years && LikeYears())) return false;
  // What a word before gives a meaning means something else behind "bis".
  if (search_.place == DatePlace::kRangeEnd && !rule.after.empty() && !rule.means.empty()) return false;
  return (search_.place == DatePlace::kRangeEnd || AllowBefore(rule)) &&
         (search_.place == DatePlace::kRangeBegin || AllowAfter(rule, nouns_capitalised));
}

}  // namespace newsgraph::extract
