#include "compare/same_sentence.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace newsgraph::compare {
namespace {

// Bytes in common: four short words, or seven signs of a script that needs no more.
constexpr std::size_t kLeastCommon = 20;

}  // namespace

bool AreOneSentence(const Statement& a, const Statement& b) {
  return a.article != b.article && AreOneSentence(a.sentence, b.sentence);
}

bool AreOneSentence(std::string_view x, std::string_view y) {
  const std::size_t shorter = std::min(x.size(), y.size());
  const std::size_t longer = std::max(x.size(), y.size());
  if (shorter < kLeastCommon) return false;
  const auto before = static_cast<std::size_t>(
      std::mismatch(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(shorter), y.begin()).first - x.begin());
  const auto rest = static_cast<std::ptrdiff_t>(shorter - before);
  const auto behind =
      static_cast<std::size_t>(std::mismatch(x.rbegin(), x.rbegin() + rest, y.rbegin()).first - x.rbegin());
  const std::size_t common = before + behind;
  // Three fifths of the longer: what differs is a value, a word or a date, not a clause.
  return common >= kLeastCommon && common * 5 >= longer * 3;
}

}  // namespace newsgraph::compare
