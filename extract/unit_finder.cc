#include "extract/unit_finder.h"

#include <algorithm>

#include "extract/counted_noun.h"

namespace newsgraph::extract {
namespace {

// How far from a unit the word may stand that says which it is.
constexpr std::uint32_t kMostTokensToNear = 16;

constexpr std::string_view kYear = "year";

// A mark further behind the beginning of its line is none of a measure.
constexpr std::uint32_t kMostTokensInQuotation = 200;

bool IsOpening(std::string_view sign) { return sign == "(" || sign == "[" || sign == "{" || sign == "<"; }
bool IsClosing(std::string_view sign) { return sign == ")" || sign == "]" || sign == "}" || sign == ">"; }

}  // namespace

UnitFinder::UnitFinder(const Document& document, const FigureHits& words)
    : document_(document), tokens_(document.tokens()), words_(words) {}

const Hit* UnitFinder::At(std::uint32_t token) const {
  const Hit* best = nullptr;
  if (token >= tokens_.size()) return nullptr;
  for (const FigureRole role : {FigureRole::kPercent, FigureRole::kCurrency, FigureRole::kUnit, FigureRole::kTimes}) {
    const Hit* hit = words_.At(token, role);
    if (hit != nullptr && words_.Of(*hit).after && (best == nullptr || hit->span.size() > best->span.size()))
      best = hit;
  }
  if (const Hit* other = words_.At(token, FigureRole::kUnitNear);
      other != nullptr && (best == nullptr || other->end_token >= best->end_token) &&
      IsNear(token, words_.Of(*other).rule)) {
    best = other;
  }
  if (best != nullptr && words_.Of(*best).touches && !IsMarkBehindDigits(*best)) return nullptr;
  if (best == nullptr || IsElided(*best) || IsOfModel(*best)) return nullptr;
  const auto is_longer = [&](const Hit* hit) { return hit != nullptr && hit->end_token > best->end_token; };
  // "56 gradi di libertà" are no degrees, and "43,6 млн годом ранее" no years.
  const bool earlier = words_.Of(*best).code == kYear && is_longer(document_.Longest(token, SenseKind::kDateWord));
  return earlier || is_longer(document_.Longest(token, SenseKind::kNoun)) ? nullptr : best;
}

// "200,000 GB300 chips": letters that touch the digits behind them are a model's.
bool UnitFinder::IsOfModel(const Hit& unit) const {
  const std::uint32_t end = unit.end_token;
  return end < tokens_.size() && tokens_[end].kind == TokenKind::kNumber && !tokens_[end].space_before &&
         !tokens_[end].line_start && tokens_[end - 1].kind == TokenKind::kWord &&
         tokens_[unit.first_token].space_before;
}

// "elle en fermera 120 l'an prochain": a letter before an apostrophe and a word is an article.
bool UnitFinder::IsElided(const Hit& letter) const {
  return letter.span.size() == 1 && document_.IsElided(letter.first_token);
}

// Whether a mark or letter is a unit: it touches the digits before it and no word behind
// it, and, of quotation marks, no quotation that it could close has begun in its line.
bool UnitFinder::IsMarkBehindDigits(const Hit& mark) const {
  const std::uint32_t first = mark.first_token;
  if (first == 0 || tokens_[first].space_before || tokens_[first].line_start) return false;
  const std::uint32_t end = mark.end_token;
  const bool runs_on = end < tokens_.size() && !tokens_[end].space_before && tokens_[end].kind == TokenKind::kWord;
  if (runs_on || tokens_[first - 1].kind != TokenKind::kNumber) return false;
  if (tokens_[first].kind == TokenKind::kWord) return true;
  for (std::uint32_t at = first; at > 0; --at) {
    if (tokens_[at].line_start) return true;
    if (first - at > kMostTokensInQuotation) return false;
    const std::string_view sign = document_.Folded(at - 1);
    const bool measures = at > 1 && !tokens_[at - 1].space_before && tokens_[at - 2].kind == TokenKind::kNumber;
    const bool apostrophe = sign == "'" && at > 1 && !tokens_[at - 1].space_before;
    if (!measures && !apostrophe && (sign == "'" || IsQuotationMark(sign))) return false;
  }
  return true;
}

// Whether a word of the rule that makes a unit stands in the sentence.
bool UnitFinder::IsNear(std::uint32_t token, std::string_view rule) const {
  const Sentence* sentence = document_.SentenceOf(token);
  if (sentence == nullptr) return false;
  const std::uint32_t first = std::max(sentence->first_token, token - std::min(token, kMostTokensToNear));
  const std::uint32_t end = std::min(sentence->end_token, token + kMostTokensToNear);
  for (std::uint32_t at = first; at < end; ++at) {
    for (const Hit& hit : document_.HitsAt(at)) {
      if (hit.sense.kind != SenseKindOf(FigureRole::kNear) || hit.compound_head) continue;
      const FigureWord& word = words_.Of(hit);
      if (word.role == FigureRole::kNear && word.rule == rule) return true;
    }
  }
  return false;
}

const Hit* UnitFinder::HeadAt(std::uint32_t token, std::uint32_t begin) const {
  for (const Hit& hit : document_.HitsAt(token)) {
    if (!hit.compound_head || hit.span.begin != begin) continue;
    switch (hit.sense.kind) {
      case SenseKind::kPercent:
      case SenseKind::kCurrency:
      case SenseKind::kUnit:
      case SenseKind::kMultiple:
      case SenseKind::kNoun:
        return &hit;
      default:
        break;
    }
  }
  return nullptr;
}

const Hit* UnitFinder::InBrackets(std::uint32_t token) const {
  if (token + 2 >= tokens_.size() || !IsOpening(document_.Folded(token))) return nullptr;
  const Hit* unit = words_.At(token + 1, FigureRole::kUnit);
  const bool closed = unit != nullptr && unit->end_token < tokens_.size() && !tokens_[unit->end_token].line_start &&
                      IsClosing(document_.Folded(unit->end_token));
  return closed ? unit : nullptr;
}

const Hit* UnitFinder::Before(std::uint32_t token, std::uint32_t from) const {
  if (token <= from || tokens_[token].line_start) return nullptr;
  const Hit* unit = words_.Before(token, FigureRole::kCurrency);
  if (unit == nullptr) unit = words_.Before(token, FigureRole::kUnit);
  if (unit == nullptr) unit = words_.Before(token, FigureRole::kPercent);  // "%80"
  return unit != nullptr && unit->first_token >= from ? unit : nullptr;
}

std::uint32_t UnitFinder::BehindLink(std::uint32_t token) const {
  if (token >= tokens_.size() || tokens_[token].line_start) return token;
  const Hit* link = words_.At(token, FigureRole::kLink);
  return link == nullptr || link->end_token >= tokens_.size() ? token : link->end_token;
}

std::uint32_t UnitFinder::BehindHyphen(std::uint32_t token) const {
  const bool joins = token + 1 < tokens_.size() && document_.Folded(token) == "-" && !tokens_[token].space_before &&
                     !tokens_[token + 1].space_before;
  return joins ? token + 1 : token;
}

bool UnitFinder::BelongsToNext(const Hit& currency, bool before) const {
  const FigureWord& word = words_.Of(currency);
  const std::uint32_t next = currency.end_token;
  if (word.role != FigureRole::kCurrency || !word.before || next >= tokens_.size()) return false;
  if (tokens_[next].kind != TokenKind::kNumber || tokens_[next].line_start) return false;
  return before || (tokens_[currency.first_token].space_before && !tokens_[next].space_before);
}

}  // namespace newsgraph::extract
