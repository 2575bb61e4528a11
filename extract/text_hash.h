// Hash tables of strings that are asked with string views.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

namespace newsgraph::extract {

// One step of a hash (as wyhash): both halves of the product of 64 bits by 64.
inline std::uint64_t FoldedProduct(std::uint64_t a, std::uint64_t b) {
  __extension__ using Product = unsigned __int128;
  const Product product = Product{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}
inline constexpr std::uint64_t kHashFactor = 0x9E3779B97F4A7C15;

// Where the program lies, so that nobody writes a text of words that meet.
inline std::uint64_t HashSalt() {
  static const char kSalt = 0;
  return reinterpret_cast<std::uintptr_t>(&kSalt);
}

// Eight bytes at a time, which costs a word as good as nothing.
class TextHash {
 public:
  using is_transparent = void;

  std::size_t operator()(std::string_view word) const {
    std::uint64_t hash = HashSalt() ^ word.size();
    const char* at = word.data();
    std::size_t left = word.size();
    for (; left > 8; at += 8, left -= 8) hash = FoldedProduct(hash ^ BytesAt<std::uint64_t>(at), kHashFactor);
    std::uint64_t last = 0;
    if (left >= 4) {
      last = BytesAt<std::uint32_t>(at) << 32U | BytesAt<std::uint32_t>(at + left - 4);
    } else if (left > 0) {
      const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
      last = byte(0) << 16U | byte(left / 2) << 8U | byte(left - 1);
    }
    return FoldedProduct(hash ^ last, kHashFactor);
  }

 private:
  template <typename Number>
  static std::uint64_t BytesAt(const char* at) {
    Number bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }
};

template <typename Value>
using TextTable = absl::flat_hash_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace newsgraph::extract
