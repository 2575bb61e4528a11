// The words of a language for numbers, by CLDR's spelling rules.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph::extract {

// One word, or a phrase that the grammar of numbers takes as one ("vingt-cinq").
struct SpelledNumber {
  std::string word;  // folded
  std::int64_t value = 0;
  // A factor for what stands before it: "hundred", "Millionen".
  bool factor = false;
  // A factor that needs nothing before it: "mil", not "million".
  bool bare = false;
  // Counts only in a longer number: "ciento", or 伍 of the sums on cheques.
  bool inside = false;
};

// A locale that CLDR does not know has no words.
class SpelledNumbers {
 public:
  explicit SpelledNumbers(const std::string& locale);

  // All numbers below a hundred, the hundreds, and the powers of ten.
  const std::vector<SpelledNumber>& Cardinals() const { return cardinals_; }
  // The ordinals from two to a hundred, and of powers of ten without
  // their "one": "twenty-first", "hundredth".
  const std::vector<SpelledNumber>& Ordinals() const { return ordinals_; }
  // What stands between the words of a number and is none itself: "e", "و".
  const std::vector<std::string>& Joints() const { return joints_; }
  // Whether numbers are written as one word: "zweihundertfünfzig".
  bool joined() const { return joined_; }

 private:
  std::vector<SpelledNumber> cardinals_;
  std::vector<SpelledNumber> ordinals_;
  std::vector<std::string> joints_;
  bool joined_ = false;
};

}  // namespace newsgraph::extract
