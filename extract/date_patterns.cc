#include "extract/date_patterns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "extract/tokenizer.h"
#include "model/status.h"

namespace newsgraph::extract {
namespace {

// The number that `text` begins with; 0 without one.
std::int16_t NumberOf(std::string_view text) {
  std::int16_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// More mean that a pattern is too loose.
constexpr std::size_t kMostSequences = 20000;
constexpr int kMostDepth = 8;  // of phrases within phrases

struct NumberSlot {
  std::string_view name;
  DatePart::Kind part;
  std::int16_t least;
  std::int16_t most;
  std::uint8_t fewest_digits;
  std::uint8_t most_digits;
};

constexpr std::array<NumberSlot, 10> kNumberSlots = {{
    {"y", DatePart::Kind::kYear, 1000, 2999, 4, 4},
    {"yyyy", DatePart::Kind::kYear, 1800, 2100, 4, 4},
    {"yy", DatePart::Kind::kShortYear, 0, 99, 2, 2},
    {"m", DatePart::Kind::kMonth, 1, 12, 1, 2},
    {"mm", DatePart::Kind::kMonth, 1, 12, 2, 2},
    {"zm", DatePart::Kind::kMonth, 1, 9, 2, 2},
    {"d", DatePart::Kind::kDay, 1, 31, 1, 2},
    {"dd", DatePart::Kind::kDay, 1, 31, 2, 2},
    {"ey", DatePart::Kind::kEraYear, 1, 150, 1, 3},
    {"n", DatePart::Kind::kCount, 1, 999, 1, 3},
}};

// Elements in a row, and whether white space may stand before the next one.
struct Piece {
  DateSequence elements;
  bool space_before = false;
  bool space_after = false;
  bool begins_next = false;  // a "<" waits for its element
};

using Pieces = std::vector<Piece>;

class Expander {
 public:
  Expander(const DatePhrases& phrases, const DateWords& words, DateLiterals& literals)
      : phrases_(phrases), words_(words), literals_(literals) {}

  DateExpansion Run(std::string_view pattern) && {
    DateExpansion out;
    for (Piece& piece : Pattern(pattern, false, 0)) {
      if (piece.elements.empty()) Fail("may match nothing");
      out.sequences.push_back(std::move(piece.elements));
    }
    out.error = std::move(error_);
    if (!out.error.empty()) out.sequences.clear();
    return out;
  }

 private:
  void Fail(std::string_view what) {
    if (error_.empty()) error_ = std::string(what);
  }

  // The pattern's alternatives up to its end.
  Pieces Pattern(std::string_view pattern, bool range_end, int depth) {
    std::size_t at = 0;
    Pieces out = Alternatives(pattern, at, range_end, depth);
    if (at < pattern.size()) Fail("has a \")\" too many");
    return out;
  }

  Pieces Alternatives(std::string_view pattern, std::size_t& at, bool range_end, int depth) {
    Pieces out = Sequence(pattern, at, range_end, depth);
    while (at < pattern.size() && pattern[at] == '|') {
      Pieces more = Sequence(pattern, ++at, range_end, depth);
      out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return out;
  }

  Pieces Sequence(std::string_view pattern, std::size_t& at, bool range_end, int depth) {
    Pieces out(1);
    while (error_.empty() && at < pattern.size() && pattern[at] != '|' && pattern[at] != ')') {
      Pieces next = Item(pattern, at, range_end, depth);
      if (at < pattern.size() && pattern[at] == '?') {
        next.emplace_back();
        ++at;
      }
      out = Joined(std::move(out), next);
    }
    return out;
  }

  Pieces Item(std::string_view pattern, std::size_t& at, bool range_end, int depth) {
    switch (pattern[at]) {
      case '(':
        return Group(pattern, at, range_end, depth);
      case '{': {
        const std::size_t end = pattern.find('}', at);
        if (end == std::string_view::npos) {
          Fail("has a \"{\" without \"}\"");
          return {};
        }
        const std::string_view name = pattern.substr(at + 1, end - at - 1);
        at = end + 1;
        return Slot(name, range_end, depth);
      }
      case '<':
        ++at;
        return {{{}, false, false, true}};
      case '>':
        ++at;
        return {EndMark()};
      default:
        return Literal(pattern, at);
    }
  }

  // An element without text: Join() moves its mark to the element before.
  static Piece EndMark() {
    Piece piece;
    piece.elements.emplace_back().date_ends = true;
    return piece;
  }

  Pieces Group(std::string_view pattern, std::size_t& at, bool range_end, int depth) {
    Pieces out = Alternatives(pattern, ++at, range_end, depth);
    if (at == pattern.size()) Fail("has a \"(\" without \")\"");
    ++at;
    return out;
  }

  Pieces Literal(std::string_view pattern, std::size_t& at) {
    std::string text;
    bool escaped = false;  // its last character is
    for (; at < pattern.size() && std::string_view("(){}<>|?").find(pattern[at]) == std::string_view::npos; ++at) {
      escaped = pattern[at] == '\\' && at + 1 < pattern.size();
      if (escaped) ++at;
      text += pattern[at];
    }
    if (at < pattern.size() && pattern[at] == '?') {  // makes its last character optional: "d.?"
      const std::size_t last = LastCharacter(text);
      if (last != 0) {
        at -= text.size() - last + (escaped ? 1 : 0);
        text.resize(last);
      }
    }
    Piece piece;
    const TokenizedText tokenized = Tokenize(text);
    for (const Token& token : tokenized.tokens) {
      DateElement element;
      element.literal = literals_.Of(tokenized.Folded(token));
      element.space = token.space_before && token.span.begin != 0;
      piece.elements.push_back(element);
    }
    piece.space_before = text.starts_with(' ');
    piece.space_after = text.ends_with(' ');
    return {piece};
  }

  static std::size_t LastCharacter(std::string_view text) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    return last;
  }

  Pieces Slot(std::string_view name, bool range_end, int depth) {
    if (name.size() > 1 && name.ends_with('2') && (name[0] < '0' || name[0] > '9')) {
      range_end = true;
      name.remove_suffix(1);
    }
    if (depth > kMostDepth) {
      Fail(Concat("names the phrase \"", name, "\" within itself"));
      return {};
    }
    Pieces out;
    const auto phrase = phrases_.find(name);
    if (phrase != phrases_.end()) {
      for (const std::string& pattern : phrase->second) {
        Pieces more = Pattern(pattern, range_end, depth + 1);
        out.insert(out.end(), more.begin(), more.end());
      }
    }
    if (std::optional<DateElement> element = SlotElement(name)) {
      element->range_end = range_end;
      out.push_back({{*element}, false, false, false});
    }
    // A phrase that no pack of the text's language fills matches nothing.
    if (out.empty() && phrase == phrases_.end()) Fail(Concat("has an unknown slot \"", name, "\""));
    return out;
  }

  std::optional<DateElement> SlotElement(std::string_view name) {
    DateElement element;
    element.kind = DateElement::Kind::kNumber;
    for (const NumberSlot& slot : kNumberSlots) {
      if (slot.name != name) continue;
      element.part = slot.part;
      element.least = slot.least;
      element.most = slot.most;
      element.fewest_digits = slot.fewest_digits;
      element.most_digits = slot.most_digits;
      return element;
    }
    const std::size_t dash = name.find('-');
    if (dash != std::string_view::npos && name[0] >= '0' && name[0] <= '9') {
      element.part = DatePart::Kind::kNth;
      element.most_digits = 2;
      element.least = NumberOf(name.substr(0, dash));
      element.most = NumberOf(name.substr(dash + 1));
      return element.least > 0 && element.most >= element.least ? std::optional(element) : std::nullopt;
    }
    return WordElement(name);
  }

  std::optional<DateElement> WordElement(std::string_view name) {
    DateElement element;
    element.kind = DateElement::Kind::kWord;
    if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
      const std::optional<std::vector<DatePart>> unit = ParseDateParts(name.substr(dot + 1));
      if (!unit || unit->size() != 1 || unit->front().kind != DatePart::Kind::kUnit) return std::nullopt;
      element.unit = static_cast<std::int8_t>(unit->front().value);
      name = name.substr(0, dot);
    }
    element.word = words_.Find(name);
    return element.word == DateClasses::kNone ? std::nullopt : std::optional(element);
  }

  Pieces Joined(Pieces left, const Pieces& right) {
    Pieces out;
    if (left.size() * right.size() > kMostSequences) {
      Fail("stands for too many sequences");
      return out;
    }
    if (right.empty()) return out;
    out.reserve(left.size() * right.size());
    for (Piece& l : left) {
      for (std::size_t i = 0; i + 1 < right.size(); ++i) out.push_back(Join(l, right[i]));
      out.push_back(Join(std::move(l), right.back()));
    }
    return out;
  }

  static Piece Join(Piece left, const Piece& right) {
    if (right.elements.size() == 1 && right.elements[0].date_ends && right.elements[0].literal.empty() &&
        right.elements[0].kind == DateElement::Kind::kLiteral) {
      if (!left.elements.empty()) left.elements.back().date_ends = true;
      return left;
    }
    const bool space = left.space_after || right.space_before;
    const std::size_t joint = left.elements.size();
    if (joint == 0) left.space_before = left.space_before || space;
    if (right.elements.empty()) {
      left.begins_next = left.begins_next || right.begins_next;
      left.space_after = space;
      return left;
    }
    left.elements.reserve(joint + right.elements.size() + 2);  // most grow further
    left.elements.insert(left.elements.end(), right.elements.begin(), right.elements.end());
    left.elements[joint].space = joint == 0 || space;
    left.elements[joint].date_begins = left.elements[joint].date_begins || left.begins_next;
    left.begins_next = right.begins_next;
    left.space_after = right.space_after;
    return left;
  }

  const DatePhrases& phrases_;
  const DateWords& words_;
  DateLiterals& literals_;
  std::string error_;
};

}  // namespace

DateExpansion ExpandDatePattern(std::string_view pattern, const DatePhrases& phrases, const DateWords& words,
                                DateLiterals& literals) {
  return Expander(phrases, words, literals).Run(pattern);
}

void DateTrie::Add(std::span<const DateSequence> sequences, std::uint32_t rule) {
  std::vector<std::uint32_t> way = {0};  // the nodes of the sequence before: most share their beginning with it
  const DateSequence none;
  const DateSequence* before = &none;
  for (const DateSequence& sequence : sequences) {
    const auto parted = std::mismatch(before->begin(), before->end(), sequence.begin(), sequence.end());
    way.resize(static_cast<std::size_t>(parted.second - sequence.begin()) + 1);
    for (auto element = parted.second; element != sequence.end(); ++element) way.push_back(Child(way.back(), *element));
    std::vector<std::uint32_t>& rules = nodes_[way.back()].rules;
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
    before = &sequence;
  }
}

// The node behind `element`, made where there is none.
std::uint32_t DateTrie::Child(std::uint32_t node, const DateElement& element) {
  Node& from = nodes_[node];
  auto& edges = element.kind == DateElement::Kind::kLiteral  ? from.literals
                : element.kind == DateElement::Kind::kNumber ? from.numbers
                                                             : from.words;
  if (element.kind == DateElement::Kind::kLiteral) from.literal_marks |= LiteralMark(element.literal);
  if (element.kind == DateElement::Kind::kWord) from.word_classes.Insert(element.word);
  const auto place = std::lower_bound(edges.begin(), edges.end(), element,
                                      [](const auto& edge, const DateElement& e) { return edge.first < e; });
  if (place != edges.end() && place->first == element) return place->second;
  const auto next = static_cast<std::uint32_t>(nodes_.size());
  edges.insert(place, {element, next});
  nodes_.emplace_back();
  return next;
}

}  // namespace newsgraph::extract
