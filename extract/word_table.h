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

// Values by word. Most words of an article that are asked for are none of them, and a bit says so.
// The words and `memory` must outlive it.
template <typename Value>
class WordTable {
 public:
  explicit WordTable(std::pmr::memory_resource* memory) : values_(memory) {}

  // That of `word`, which is not empty; a new one if there is none.
  Value& operator[](std::string_view word) {
    Mark(BeginOf(word));
    if (word.size() < kBytes) {
      std::array<char, kBytes> genitive = {};
      *std::copy(word.begin(), word.end(), genitive.begin()) = 's';
      Mark(BeginOf({genitive.data(), word.size() + 1}));
    }
    return values_[word];
  }
  // False if neither `word`, which is not empty, nor what it is with an "s" of the genitive may be one of them.
  bool MayHave(std::string_view word) const {
    const std::uint32_t mark = MarkOf(BeginOf(word));
    return (marks_[mark / kBits] >> mark % kBits & 1U) != 0;
  }
  // Null if there is none.
  const Value* Find(std::string_view word) const {
    const auto found = values_.find(word);
    return found == values_.end() ? nullptr : &found->second;
  }
  bool empty() const { return values_.empty(); }

 private:
  static constexpr std::uint32_t kBits = 64;
  static constexpr unsigned kMarkBits = 12;
  static constexpr std::size_t kBytes = sizeof(std::uint32_t);

  // The first bytes of `word`, or all that it has.
  static std::uint32_t BeginOf(std::string_view word) {
    if (word.size() >= kBytes) {
      std::uint32_t begin = 0;
      std::memcpy(&begin, word.data(), kBytes);
      return begin;
    }
    const auto byte = [word](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(word[at])}; };
    return byte(0) << 16U | byte(word.size() / 2) << 8U | byte(word.size() - 1);
  }
  static std::uint32_t MarkOf(std::uint32_t begin) { return begin * 0x9E3779B1U >> (32 - kMarkBits); }
  void Mark(std::uint32_t begin) { marks_[MarkOf(begin) / kBits] |= std::uint64_t{1} << MarkOf(begin) % kBits; }

  std::array<std::uint64_t, (std::size_t{1} << kMarkBits) / kBits> marks_ = {};
  ArticleTextTable<Value> values_;
};

}  // namespace newsgraph::extract
