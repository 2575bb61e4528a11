// What a text is recognized by when it comes again, changed or elsewhere.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace newsgraph {

// Two texts with the same `exact` say the same: they differ in white space, case of
// ASCII letters and in lines such as counters and times of update. `sketch` tells how much of
// two texts is shared (MinHash over runs of words). The same text has the same
// signature on every machine and in every version that reads the same stores.
struct Signature {
  static constexpr std::size_t kSketchSize = 64;
  static constexpr std::size_t kBandCount = 16;

  std::uint64_t exact = 0;
  std::array<std::uint32_t, kSketchSize> sketch{};
  bool empty = true;  // of a text without words

  friend bool operator==(const Signature&, const Signature&) = default;
};

// Which share of their runs of words two texts have in common, from 0 to 1, give
// or take 0.06. Nothing is like a text without words.
double Similarity(const Signature& a, const Signature& b);

// Keys under which a store finds like texts: of two with four fifths in common at
// least one key is the same in 999 cases of 1000, with a third in common in one of 5.
std::array<std::uint64_t, Signature::kBandCount> BandKeys(const Signature& signature);

}  // namespace newsgraph
