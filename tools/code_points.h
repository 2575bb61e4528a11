// Byte offsets → offsets in code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsgraph::tools {

// Counts the characters in front of any byte of one text: the index is made in
// one pass, an answer takes constant time.
class CodePoints {
 public:
  // `text` is UTF-8 and must outlive this.
  explicit CodePoints(std::string_view text);

  // How many code points begin before byte `offset`; for offsets past the end,
  // as many as there are.
  std::uint32_t Before(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;
};

}  // namespace newsgraph::tools
