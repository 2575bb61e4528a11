// The lines of a text, and which of them are wrapped.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/token.h"

namespace newsgraph::extract {

// A line that holds at least one token.
struct Line {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t columns = 0;  // its width; Han characters are two wide
  bool after_blank = false;   // the first of the text, or an empty line stands before it
  // The line before it was broken at a fixed width: this one continues it.
  bool continues = false;
};

// The lines of `text`, whose tokens are `tokens`, in order.
std::vector<Line> LinesOf(std::string_view text, std::span<const Token> tokens);

}  // namespace newsgraph::extract
