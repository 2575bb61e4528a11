// Bytes → a number that is the same on every machine and in every version: what was
// seen is recognized by it after a restart.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgraph::ingest {

constexpr std::uint64_t CombinedHash(std::uint64_t a, std::uint64_t b) {
  std::uint64_t value = (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9U;
  return value ^ value >> 31;
}

// Never 0, which stands for nothing.
constexpr std::uint64_t TextHash(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9U;
  hash ^= hash >> 27;
  return hash == 0 ? 1 : hash;
}

}  // namespace newsgraph::ingest
