// Some words of an article, and what it has under them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <string_view>

#include "extract/article_table.h"

namespace newsgraph::extract {

// Some bits of how a word begins: of most words that are asked for they say that a table has none like them.
using WordMark = std::uint16_t;
inline constexpr unsigned kWordMarkBits = 12;

// That of `word`, which is not empty; the same with an "s" behind it from four bytes on.
inline WordMark MarkOf(std::string_view word) {
  std::uint32_t begin = 0;
  if (word.size() >= sizeof begin) {
    std::memcpy(&begin, word.data(), sizeof begin);
  } else {
    const auto byte = [word](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(word[at])}; };
    begin = byte(0) << 16U | byte(word.size() / 2) << 8U | byte(word.size() - 1);
  }
  return static_cast<WordMark>(begin * 0x9E3779B1U >> (32 - kWordMarkBits));
}

// Values by one word or several. The words and `memory` must outlive it.
template <typename Value>
class WordTable {
 public:
  explicit WordTable(std::pmr::memory_resource* memory) : values_(memory) {}

  // That of `words`, a new one if there is none; `first`, which is not empty, is the first of them.
  Value& At(std::string_view words, std::string_view first) {
    Mark(first);
    if (first.size() < kMostPadded) {
      std::array<char, kMostPadded> genitive = {};
      *std::copy(first.begin(), first.end(), genitive.begin()) = 's';
      Mark({genitive.data(), first.size() + 1});
    }
    return values_[words];
  }
  // False if none of `mark`, nor what it is with an "s" of the genitive, is the first of any of them.
  bool MayHave(WordMark mark) const { return (marks_[mark / kBits] >> mark % kBits & 1U) != 0; }
  // Null if there is none.
  const Value* Find(std::string_view words) const {
    const auto found = values_.find(words);
    return found == values_.end() ? nullptr : &found->second;
  }
  bool empty() const { return values_.empty(); }

 private:
  static constexpr std::uint32_t kBits = 64;
  static constexpr std::size_t kMostPadded = 4;

  void Mark(std::string_view word) { marks_[MarkOf(word) / kBits] |= std::uint64_t{1} << MarkOf(word) % kBits; }

  std::array<std::uint64_t, (std::size_t{1} << kWordMarkBits) / kBits> marks_ = {};
  ArticleTextTable<Value> values_;
};

}  // namespace newsgraph::extract
