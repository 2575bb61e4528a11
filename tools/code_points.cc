#include "tools/code_points.h"

#include <algorithm>

namespace newsgraph::tools {
namespace {

constexpr std::size_t kBlockBytes = 64;

std::uint32_t Count(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  before_block_.reserve(text.size() / kBlockBytes + 1);
  std::uint32_t count = 0;
  for (std::size_t block = 0; block <= text.size(); block += kBlockBytes) {
    before_block_.push_back(count);
    count += Count(text.substr(block, kBlockBytes));
  }
}

std::uint32_t CodePoints::Before(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t block = offset / kBlockBytes;
  const std::size_t begin = block * kBlockBytes;
  return before_block_[block] + Count(text_.substr(begin, offset - begin));
}

}  // namespace newsgraph::tools
