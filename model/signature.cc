#include "model/signature.h"

namespace newsgraph {

double Similarity(const Signature& a, const Signature& b) {
  if (a.empty || b.empty) return 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < Signature::kSketchSize; ++i) equal += a.sketch[i] == b.sketch[i] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(Signature::kSketchSize);
}

std::array<std::uint64_t, Signature::kBandCount> BandKeys(const Signature& signature) {
  constexpr std::size_t kRows = Signature::kSketchSize / Signature::kBandCount;
  std::array<std::uint64_t, Signature::kBandCount> keys{};
  for (std::size_t band = 0; band < keys.size(); ++band) {
    std::uint64_t key = 0xCBF29CE484222325U + band;
    for (std::size_t row = 0; row < kRows; ++row)
      key = (key ^ signature.sketch[band * kRows + row]) * 0x9E3779B97F4A7C15U;
    keys[band] = key;
  }
  return keys;
}

}  // namespace newsgraph
