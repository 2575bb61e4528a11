#include "extract/lines.h"

#include <algorithm>
#include <cstring>

namespace newsgraph::extract {
namespace {

// Text is wrapped at widths between these.
constexpr std::uint32_t kLeastWidth = 40;
constexpr std::uint32_t kMostWidth = 120;

std::uint32_t ColumnsOf(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::uint32_t columns = 0;
  while (!text.empty()) {
    // Eight letters of ASCII at once: whole texts go through here.
    if (std::uint64_t eight = 0; text.size() >= sizeof(eight)) {
      std::memcpy(&eight, text.data(), sizeof(eight));
      if ((eight & kHighBits) == 0) {
        columns += sizeof(eight);
        text.remove_prefix(sizeof(eight));
        continue;
      }
    }
    const auto byte = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    if ((byte & 0xC0) != 0x80) columns += byte >= 0xE3 ? 2 : 1;  // from U+3000: ideographs, kana, hangul
  }
  return columns;
}

std::uint32_t LineBreaks(std::string_view between) {
  return static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
}

bool BeginsLower(std::string_view text, const Token& token) {
  const auto first = static_cast<unsigned char>(token.span.In(text).front());
  return token.kind == TokenKind::kWord && !token.capitalised && (first < 0x80 || first == 0xC3 || first >= 0xD0);
}

// Marks what continues among `block`, lines without an empty one between them.
void MarkWrapped(std::string_view text, std::span<const Token> tokens, std::span<Line> block) {
  std::uint32_t width = 0;
  for (const Line& line : block) width = std::max(width, line.columns);
  if (block.size() < 2 || width < kLeastWidth || width > kMostWidth) return;
  // A line is full if the next one's first word would not have fitted.
  const auto is_full = [&](std::size_t i) {
    const Token& word = tokens[block[i + 1].first_token];
    return block[i].columns + 1 + ColumnsOf(word.span.In(text)) > width;
  };
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < block.size(); ++i) full += is_full(i) ? 1 : 0;
  for (std::size_t i = 0; i + 1 < block.size(); ++i) {
    const bool lower = BeginsLower(text, tokens[block[i + 1].first_token]);
    block[i + 1].continues = is_full(i) && (lower || full > 1);
  }
}

}  // namespace

std::vector<Line> LinesOf(std::string_view text, std::span<const Token> tokens) {
  std::vector<Line> lines;
  const auto end_token = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t token = 0; token < end_token; ++token) {
    while (token < end_token && !tokens[token].line_start && !lines.empty()) ++token;
    if (token == end_token) break;
    const std::uint32_t before = token == 0 ? 0 : tokens[token - 1].span.end;
    const bool blank = token == 0 || LineBreaks(text.substr(before, tokens[token].span.begin - before)) > 1;
    if (!lines.empty()) lines.back().end_token = token;
    lines.push_back({token, token, 0, blank, false});
  }
  if (!lines.empty()) lines.back().end_token = end_token;
  for (Line& line : lines) {
    const std::uint32_t begin = tokens[line.first_token].span.begin;
    line.columns = ColumnsOf(text.substr(begin, tokens[line.end_token - 1].span.end - begin));
  }
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    for (end = begin + 1; end < lines.size() && !lines[end].after_blank; ++end) continue;
    MarkWrapped(text, tokens, std::span(lines).subspan(begin, end - begin));
  }
  return lines;
}

}  // namespace newsgraph::extract
