#include "ingest/plain_text.h"

#include <algorithm>
#include <utility>

namespace newsgraph::ingest {

std::uint32_t SourceOffset(const PlainText& plain, std::uint32_t offset) {
  const auto after = std::upper_bound(plain.stretches.begin(), plain.stretches.end(), offset,
                                      [](std::uint32_t at, const SourceStretch& s) { return at < s.text_begin; });
  if (after == plain.stretches.begin()) return offset;
  const SourceStretch& stretch = *std::prev(after);
  return stretch.source_begin + (offset - stretch.text_begin);
}

PlainText FromText(std::string source) {
  PlainText out;
  out.text = std::move(source);
  out.stretches.push_back({0, 0});
  return out;
}

}  // namespace newsgraph::ingest
