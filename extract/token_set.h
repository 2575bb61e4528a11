// Tokens of a text, one bit each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <vector>

namespace newsgraph::extract {

// Some of the tokens 0 to `tokens` - 1 of a text, at first none. `memory` must outlive it.
class TokenSet {
 public:
  TokenSet(std::size_t tokens, std::pmr::memory_resource* memory)
      : tokens_(static_cast<std::uint32_t>(tokens)), words_(tokens / kBits + 1, memory) {}

  void Add(std::uint32_t token) { words_[token / kBits] |= std::uint64_t{1} << token % kBits; }
  bool Has(std::uint32_t token) const { return token < tokens_ && (words_[token / kBits] >> token % kBits & 1U) != 0; }

  // How many tokens the text has.
  std::uint32_t size() const { return tokens_; }

  // Whether none of [first, end) is.
  bool HasNone(std::uint32_t first, std::uint32_t end) const {
    while (first < end && !Has(first)) ++first;
    return first == end;
  }
  // The first of them at or after `token`; `tokens` if there is none.
  std::uint32_t Next(std::uint32_t token) const {
    if (token >= tokens_) return tokens_;
    std::size_t at = token / kBits;
    std::uint64_t word = words_[at] & ~std::uint64_t{0} << token % kBits;
    while (word == 0 && ++at < words_.size()) word = words_[at];
    return word == 0 ? tokens_
                     : static_cast<std::uint32_t>(at * kBits) + static_cast<std::uint32_t>(std::countr_zero(word));
  }

 private:
  static constexpr std::uint32_t kBits = 64;

  std::uint32_t tokens_;
  std::pmr::vector<std::uint64_t> words_;
};

}  // namespace newsgraph::extract
