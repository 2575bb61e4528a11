// The notation in which packs spell dates, compiled into one trie a language.
//
//   Ende {month} {year}           words as they are, slots in braces
//   (Anfang|Mitte|Ende) {year}    one of several; (of )?{year} may be missing
//   im Jahr <{y}>                 the date is what stands between < and >
//
// A space in a pattern may be missing in the text; where the pattern has none,
// the text may have none. A slot is one of
//   y yyyy yy m mm zm d dd ey n      a year of four digits, one of 1800 to 2100, of two digits, month, month below
//                                 ten with its zero, day, year of an era, count, in digits or ideographic numerals
//   1-4                           a number from 1 to 4 that counts a unit ("Q{1-4}")
//   a phrase of the pack          an alternative that it names once: {year}
//   a class of words, and of those that contribute a unit: {when}, {when.year}
// A 2 after the name makes it part of the end of a range: {d}.–{d2}. {month2}.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/date_words.h"

namespace newsgraph::extract {

// One token or word that a pattern asks for.
struct DateElement {
  enum class Kind : std::uint8_t { kLiteral, kNumber, kWord };
  std::string_view literal = {};  // one folded token, of DateLiterals
  Kind kind = Kind::kLiteral;
  DatePart::Kind part = DatePart::Kind::kYear;  // of a number
  std::int16_t least = 0;
  std::int16_t most = 0;
  std::uint8_t fewest_digits = 1;
  std::uint8_t most_digits = 4;
  DateClass word = DateClasses::kNone;
  std::int8_t unit = -1;  // the DateUnit that the word must contribute; -1: any
  bool range_end = false;
  bool space = false;        // white space may stand before it
  bool date_begins = false;  // the date's span begins here,
  bool date_ends = false;    // or ends after it
  friend auto operator<=>(const DateElement&, const DateElement&) = default;
};

// The literals of elements, which must not outlive it: elements are copied by the ten thousand.
class DateLiterals {
 public:
  std::string_view Of(std::string_view literal) { return *known_.emplace(literal).first; }

 private:
  std::unordered_set<std::string> known_;
};

using DateSequence = std::vector<DateElement>;

using DatePhrases = std::map<std::string, std::vector<std::string>, std::less<>>;

// All sequences that `pattern` stands for; or what is wrong with it in `error`.
struct DateExpansion {
  std::vector<DateSequence> sequences;
  std::string error;
};
DateExpansion ExpandDatePattern(std::string_view pattern, const DatePhrases& phrases, const DateWords& words,
                                DateLiterals& literals);

// Sequences with the rule that each belongs to, sharing their beginnings.
class DateTrie {
 public:
  struct Node {
    std::vector<std::pair<DateElement, std::uint32_t>> literals;  // sorted; with the node that follows
    std::vector<std::pair<DateElement, std::uint32_t>> numbers;
    std::vector<std::pair<DateElement, std::uint32_t>> words;
    std::vector<std::uint32_t> rules;  // that end here
    std::uint64_t literal_marks = 0;   // LiteralMark of each literal: most tokens are none of them
    DateClassSet word_classes;         // of each of the words
  };

  void Add(std::span<const DateSequence> sequences, std::uint32_t rule);
  // One bit that depends on the text.
  static std::uint64_t LiteralMark(std::string_view text) {
    constexpr std::size_t kBits = 64;
    return text.empty() ? 0 : std::uint64_t{1} << ((static_cast<unsigned char>(text[0]) * 7U + text.size()) % kBits);
  }
  const Node& root() const { return nodes_.front(); }
  const Node& node(std::uint32_t index) const { return nodes_[index]; }
  std::size_t size() const { return nodes_.size(); }

 private:
  std::uint32_t Child(std::uint32_t node, const DateElement& element);

  std::deque<Node> nodes_ = std::deque<Node>(1);  // there are tens of thousands, which nothing moves
};

}  // namespace newsgraph::extract
