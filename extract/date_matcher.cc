#include "extract/date_matcher.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "extract/date_neighbours.h"

namespace newsgraph::extract {
namespace {

constexpr std::size_t kMostParts = 24;
constexpr std::uint32_t kMostNumerals = 5;

struct Numeral {
  std::uint32_t end_token = 0;
  std::int32_t value = -1;  // -1: no number
  std::size_t digits = 0;
};

// A run of decimal digits of any script.
Numeral ReadDigits(const Document& document, std::uint32_t token) {
  Numeral out{token + 1, 0, 0};
  const std::string_view text = document.Written(token);
  for (std::size_t at = 0; at < text.size(); ++out.digits) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
    if (out.digits == 4) return {token + 1, -1, 0};
    out.value = out.value * 10 + (c < 0x80 ? c - '0' : u_charDigitValue(c));
  }
  return out;
}

// "十二", "二十", "二〇二六": ideographic numerals, by place or by tens.
Numeral ReadNumerals(const Document& document, std::uint32_t token, std::uint32_t end, const DateWords& words) {
  Numeral out{token, -1, 0};
  std::int32_t sum = 0;
  std::int32_t last = 0;
  bool by_tens = false;
  for (; out.end_token < end && out.digits < kMostNumerals; ++out.end_token, ++out.digits) {
    const Hit* const hit = words.At(document, out.end_token, DateClasses::kNumeral);
    if (hit == nullptr) break;
    const auto value = static_cast<std::int32_t>(words.WordOf(*hit, document)->numeral);
    if (value >= 10) {
      sum += value == 10 || value == 100 ? std::max(last, 1) * value : value;
      last = 0;
      by_tens = true;
    } else {
      last = by_tens ? value : last * 10 + value;
    }
  }
  if (out.digits == 0 || out.digits == kMostNumerals) return {token, -1, 0};
  out.value = sum + last;
  if (by_tens) out.digits = out.value < 10 ? 1 : out.value < 100 ? 2 : 3;
  return out;
}

}  // namespace

std::uint32_t DateMatcher::Add(DateRule rule) {
  rules_.push_back(std::move(rule));
  return static_cast<std::uint32_t>(rules_.size()) - 1;
}

void DateMatcher::Add(std::uint32_t rule, const std::vector<DateSequence>& sequences) { trie_.Add(sequences, rule); }

void DateMatcher::Close() {
  for (const auto& [element, next] : trie_.root().words) begins_.Insert(element.word);
  if (!trie_.root().numbers.empty()) begins_.Insert(DateClasses::kNumeral);
  for (const auto& [number, next] : trie_.root().numbers) {
    const DateTrie::Node& node = trie_.node(next);
    for (const auto& [element, after] : node.literals) literals_after_number_.emplace_back(element.literal);
    for (const auto& [element, after] : node.words) words_after_number_.Insert(element.word);
    number_after_number_ = number_after_number_ || !node.numbers.empty();
  }
  std::sort(literals_after_number_.begin(), literals_after_number_.end());
  literals_after_number_.erase(std::unique(literals_after_number_.begin(), literals_after_number_.end()),
                               literals_after_number_.end());
  for (const std::string& literal : literals_after_number_) marks_after_number_ |= DateTrie::LiteralMark(literal);
}

bool DateMatcher::BeginsWithNumber(const Document& document, std::uint32_t token) const {
  constexpr std::size_t kYearDigits = 4;
  if (document.Written(token).size() == kYearDigits) return true;
  if (token + 1 >= document.tokens().size()) return false;
  if (document.tokens()[token + 1].kind == TokenKind::kNumber) return number_after_number_;
  const std::string_view folded = document.Folded(token + 1);
  if ((marks_after_number_ & DateTrie::LiteralMark(folded)) != 0 &&
      std::binary_search(literals_after_number_.begin(), literals_after_number_.end(), folded)) {
    return true;
  }
  if (!DateWords::AnyAt(document, token + 1)) return false;
  const std::span<const Hit> hits = document.HitsAt(token + 1);
  return std::any_of(hits.begin(), hits.end(), [this](const Hit& hit) {
    const DateClass of = words_.ClassOf(hit);
    return of != DateClasses::kNone && words_after_number_.Has(of);
  });
}

DateMatcher::AfterLiteral DateMatcher::After(std::uint32_t node) const {
  AfterLiteral out;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> waiting = {{node, 1}};  // with the literals before it
  while (!waiting.empty()) {
    const auto [at, depth] = waiting.back();
    waiting.pop_back();
    out.most_literals = std::max(out.most_literals, depth);
    out.nothing = out.nothing || !trie_.node(at).rules.empty();
    out.number = out.number || !trie_.node(at).numbers.empty();
    if (!trie_.node(at).numbers.empty()) out.words.Insert(DateClasses::kNumeral);
    for (const auto& [element, next] : trie_.node(at).words) out.words.Insert(element.word);
    for (const auto& [element, next] : trie_.node(at).literals) waiting.emplace_back(next, depth + 1);
  }
  return out;
}

std::vector<std::string> DateMatcher::NumberLiterals(std::uint32_t first) {
  first_literal_ = first;
  std::vector<std::string> out;
  for (const auto& [element, next] : trie_.root().literals) {
    if (!out.empty() && out.back() == element.literal) continue;
    out.emplace_back(element.literal);
    after_literals_.push_back(After(next));
    const AfterLiteral& after = after_literals_.back();
    most_to_word_ = std::max(most_to_word_, after.nothing ? ~std::uint32_t{0} : after.most_literals);
  }
  return out;
}

bool DateMatcher::BeginsWithLiteral(const Document& document, std::uint32_t token, std::uint32_t number) const {
  if (number < first_literal_ || number - first_literal_ >= after_literals_.size()) return false;  // another language's
  const AfterLiteral& after = after_literals_[number - first_literal_];
  if (after.nothing) return true;
  for (std::uint32_t next = token + 1; next <= token + after.most_literals && next < document.tokens().size(); ++next) {
    if (after.number && document.tokens()[next].kind == TokenKind::kNumber) return true;
    if (!document.HasHit(next, SenseKind::kDateWord)) continue;
    for (const Hit& hit : document.HitsAt(next)) {
      const DateClass of = words_.ClassOf(hit);
      if (of != DateClasses::kNone && after.words.Has(of)) return true;
    }
  }
  return false;
}

// One search; walks all ways through the trie that the tokens allow.
class DateMatcher::Walk {
 public:
  Walk(const DateMatcher& matcher, const DateSearch& search)
      : matcher_(matcher),
        search_(search),
        document_(search.document),
        first_(search.token),
        end_(search.sentence_end),
        place_(search.place) {}

  std::optional<DateMatch> Run() && {
    // No rule holds behind "page".
    if (place_ != DatePlace::kRangeEnd && matcher_.words_.Before(document_, first_, DateClasses::kNoDate) != nullptr)
      return std::nullopt;
    From(matcher_.trie_.root(), {first_, 0, {}, std::nullopt, std::nullopt, false, false, false});
    if (!best_) return std::nullopt;
    best_->ambiguous = best_ambiguous_;
    best_->stands_alone = place_ == DatePlace::kRangeBegin && StandsAlone();
    for (std::size_t i = 0; i < best_part_count_; ++i) {
      const Contribution& part = best_parts_[i];
      (part.range_end ? best_->to : best_->from).push_back({part.kind, part.value});
    }
    best_->from.insert(best_->from.end(), best_->rule->means.begin(), best_->rule->means.end());
    return std::move(best_);
  }

 private:
  struct Contribution {
    DatePart::Kind kind;
    std::int32_t value;
    bool range_end;
  };
  struct State {
    std::uint32_t token;
    std::size_t part_count;
    TextSpan last;  // where the last element lies, without the ending it carries
    std::optional<std::uint32_t> begin;
    std::optional<std::uint32_t> end;
    bool ambiguous;  // a single ambiguous word so far
    bool homonym;    // a single abbreviation that is a word besides, without its full stop: "mer", "mar"
    bool dotted;     // the last token is an abbreviation's full stop
  };

  void From(const DateTrie::Node& node, const State& state) {
    for (const std::uint32_t rule : node.rules) Accept(rule, state);
    if (state.token >= end_ || document_.tokens()[state.token].masked) return;
    if (!node.literals.empty() && MayBeLiteral(node)) Literals(node, state);
    if (!node.numbers.empty()) Numbers(node, state);
    if (!node.words.empty()) Words(node, state);
  }

  // Most words that a pattern begins with are no literals, as the lexicon knows.
  bool MayBeLiteral(const DateTrie::Node& node) const {
    return &node != &matcher_.trie_.root() || document_.HasHit(first_, SenseKind::kDateLiteral) ||
           document_.tokens()[first_].kind == TokenKind::kNumber;
  }

  void Literals(const DateTrie::Node& node, const State& state) {
    const std::string_view folded = document_.Folded(state.token);
    if ((node.literal_marks & DateTrie::LiteralMark(folded)) == 0) return;
    auto edge = std::lower_bound(node.literals.begin(), node.literals.end(), folded,
                                 [](const auto& e, std::string_view text) { return e.first.literal < text; });
    for (; edge != node.literals.end() && edge->first.literal == folded; ++edge) {
      Step(*edge, state, {}, state.token + 1, document_.tokens()[state.token].span);
    }
  }

  void Numbers(const DateTrie::Node& node, const State& state) {
    const TokenKind kind = document_.tokens()[state.token].kind;
    Numeral number;
    if (kind == TokenKind::kNumber) {
      number = ReadDigits(document_, state.token);
    } else if (kind == TokenKind::kIdeograph) {
      number = ReadNumerals(document_, state.token, end_, matcher_.words_);
    }
    if (number.value < 0) return;
    const TextSpan span{document_.tokens()[state.token].span.begin, document_.tokens()[number.end_token - 1].span.end};
    for (const auto& edge : node.numbers) {
      const DateElement& slot = edge.first;
      if (number.value < slot.least || number.value > slot.most || number.digits < slot.fewest_digits ||
          number.digits > slot.most_digits) {
        continue;
      }
      const DatePart part{slot.part, number.value};
      Step(edge, state, {&part, 1}, number.end_token, span);
    }
  }

  void Words(const DateTrie::Node& node, const State& state) {
    if (!DateWords::AnyAt(document_, state.token)) return;
    for (const Hit& hit : document_.HitsAt(state.token)) {
      const DateClass known = matcher_.words_.ClassOf(hit);
      if (known == DateClasses::kNone || !node.word_classes.Has(known) || hit.end_token > end_) continue;
      const DateWord* const word = matcher_.words_.WordOf(hit, document_);
      if (word == nullptr) continue;
      auto edge = std::lower_bound(node.words.begin(), node.words.end(), word->of,
                                   [](const auto& e, DateClass of) { return e.first.word < of; });
      for (; edge != node.words.end() && edge->first.word == word->of; ++edge) {
        const std::int8_t unit = edge->first.unit;
        const auto contributes = [unit](const DatePart& part) {
          return part.kind == DatePart::Kind::kUnit && part.value == unit;
        };
        if (unit >= 0 && std::none_of(word->parts.begin(), word->parts.end(), contributes)) continue;
        const TextSpan span{hit.span.begin, hit.span.end - hit.ending_bytes};
        Step(*edge, state, word->parts, hit.end_token, span, word);
      }
    }
  }

  void Step(const std::pair<DateElement, std::uint32_t>& edge, const State& state, std::span<const DatePart> parts,
            std::uint32_t end_token, TextSpan span, const DateWord* word = nullptr) {
    const DateElement& element = edge.first;
    if (state.token != first_ && !element.space && document_.tokens()[state.token].space_before) return;
    if (state.part_count + parts.size() > kMostParts) return;
    State next = state;
    for (const DatePart& part : parts) parts_[next.part_count++] = {part.kind, part.value, element.range_end};
    next.token = end_token;
    next.last = span;
    if (element.date_begins) next.begin = span.begin;
    if (element.date_ends) next.end = span.end;
    const bool only_word = word != nullptr && state.token == first_;
    next.ambiguous = only_word && (word->ambiguous || (word->capitalised && !document_.tokens()[first_].capitalised));
    next.homonym = only_word && word->homonym && word->dotted && !word->capitalised;
    next.dotted = false;
    const DateTrie::Node& node = matcher_.trie_.node(edge.second);
    From(node, next);
    if (word != nullptr && word->dotted && end_token < end_ && document_.Folded(end_token) == "." &&
        !document_.tokens()[end_token].space_before) {
      ++next.token;
      next.dotted = true;
      From(node, next);
    }
  }

  void Accept(std::uint32_t index, const State& state) {
    if (state.dotted || (best_ && best_->end_token > state.token)) return;
    if (best_ && best_->end_token == state.token && best_->rule_index <= index) return;
    const DateRule& rule = matcher_.rules_[index];
    if (rule.range_begin_only && place_ != DatePlace::kRangeBegin) return;
    if (rule.range_end_only && place_ != DatePlace::kRangeEnd) return;
    const DateNeighbours around{search_, matcher_.words_, state.token};
    if (!around.Allow(rule, matcher_.nouns_capitalised_)) return;
    if (state.ambiguous && place_ == DatePlace::kAlone && !around.Cued()) return;
    if (state.homonym && place_ != DatePlace::kRangeEnd && !around.Dotted()) return;
    DateMatch match;
    match.rule_index = index;
    match.first_token = first_;
    match.end_token = state.token;
    match.span = {state.begin.value_or(document_.tokens()[first_].span.begin), state.end.value_or(state.last.end)};
    const Token& last = document_.tokens()[state.token - 1];
    match.ending = document_.text().substr(state.last.end, last.span.end - state.last.end);
    match.rule = &rule;
    best_ = std::move(match);
    std::copy_n(parts_.begin(), state.part_count, best_parts_.begin());
    best_part_count_ = state.part_count;
    best_ambiguous_ = state.ambiguous;
  }

  bool StandsAlone() const {
    DateSearch alone = search_;
    alone.place = DatePlace::kAlone;
    const DateNeighbours around{alone, matcher_.words_, best_->end_token};
    return !best_->rule->range_begin_only && around.Allow(*best_->rule, matcher_.nouns_capitalised_) &&
           (!best_ambiguous_ || around.Cued());
  }

  const DateMatcher& matcher_;
  const DateSearch& search_;
  const Document& document_;
  std::uint32_t first_;
  std::uint32_t end_;
  DatePlace place_;
  std::array<Contribution, kMostParts> parts_;  // those of the way now walked; the rest is not set
  std::array<Contribution, kMostParts> best_parts_;
  std::size_t best_part_count_ = 0;
  bool best_ambiguous_ = false;
  std::optional<DateMatch> best_;
};

std::optional<DateMatch> DateMatcher::Match(const DateSearch& search) const { return Walk(*this, search).Run(); }

}  // namespace newsgraph::extract
