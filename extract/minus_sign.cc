#include "extract/minus_sign.h"

#include <span>
#include <string_view>

namespace newsgraph::extract {

bool IsMinusSign(const Document& document, std::uint32_t from, std::uint32_t first, std::uint32_t end,
                 bool temperature) {
  if (first == 0 || first <= from) return false;
  const std::span<const Token> tokens = document.tokens();
  const std::string_view text = document.Folded(first - 1);
  if (text != "-" && text != "\u2212") return false;
  const Token& sign = tokens[first - 1];
  const bool apart = tokens[first].space_before;
  if (!apart) return sign.space_before || first < 2 || tokens[first - 2].kind == TokenKind::kSign;
  const bool alone = end >= tokens.size() || tokens[end].line_start;
  if (sign.line_start && !tokens[first].line_start) return alone;
  return temperature && !tokens[first].line_start && first - 1 > from && sign.space_before;
}

}  // namespace newsgraph::extract
