// Where the pieces of a text that was made from another one stood in that.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

namespace newsgraph::ingest {

// A stretch of text that lies in its source byte for byte, up to the next stretch; where what stands there was
// written in fewer bytes, the rest leads to the beginning of the next.
struct SourceStretch {
  std::uint32_t text_begin = 0;
  std::uint32_t source_begin = 0;

  friend bool operator==(const SourceStretch&, const SourceStretch&) = default;
};

// Where byte `offset` of the text stands in the source; the same where no stretch
// is known. `stretches` are in the order of the text.
inline std::uint32_t SourceOffset(std::span<const SourceStretch> stretches, std::uint32_t offset) {
  const auto after = std::upper_bound(stretches.begin(), stretches.end(), offset,
                                      [](std::uint32_t at, const SourceStretch& s) { return at < s.text_begin; });
  if (after == stretches.begin()) return offset;
  const SourceStretch& stretch = *std::prev(after);
  const std::uint32_t source_offset = stretch.source_begin + (offset - stretch.text_begin);
  const bool bounded = after != stretches.end() && after->source_begin >= stretch.source_begin;
  return bounded ? std::min(source_offset, after->source_begin) : source_offset;
}

}  // namespace newsgraph::ingest
