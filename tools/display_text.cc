#include "tools/display_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace newsgraph::tools {
namespace {

struct Character {
  std::string_view bytes;
  std::size_t width = 0;
  UChar32 code_point = 0;
};

std::size_t WidthOf(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The character at the front of `text`, which is not empty.
Character Front(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t end = 0;
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // within ICU's macro
  U8_NEXT_OR_FFFD(bytes, end, size, c);
#pragma GCC diagnostic pop
  return {text.substr(0, static_cast<std::size_t>(end)), WidthOf(c), c};
}

bool ChangesDirection(UChar32 c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The bytes at the front of `text` that stay on one line: a wide character, or
// everything before the next blank or wide character. Closing punctuation stays
// with what it closes.
std::string_view FrontWord(std::string_view text) {
  std::size_t size = 0;
  bool after_wide = false;
  while (size < text.size() && text[size] != ' ') {
    const Character next = Front(text.substr(size));
    const bool closes = next.width == 0 || u_ispunct(next.code_point);
    if (size > 0 && !closes && (next.width == 2 || after_wide)) break;
    after_wide = next.width == 2 || (after_wide && closes);
    size += next.bytes.size();
  }
  return text.substr(0, size);
}

// As much of `text` as fits into `width` columns, whole characters.
std::string_view FittingPart(std::string_view text, std::size_t width) {
  std::size_t size = 0;
  std::size_t used = 0;
  while (size < text.size()) {
    const Character next = Front(text.substr(size));
    if (used + next.width > width) break;
    used += next.width;
    size += next.bytes.size();
  }
  return text.substr(0, size);
}

}  // namespace

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character next = Front(text);
    width += next.width;
    text.remove_prefix(next.bytes.size());
  }
  return width;
}

std::string Printable(std::string_view text) {
  std::string out;
  bool blank = false;
  while (!text.empty()) {
    const Character next = Front(text);
    text.remove_prefix(next.bytes.size());
    if (u_isUWhiteSpace(next.code_point)) {
      blank = true;
    } else if (u_charType(next.code_point) != U_CONTROL_CHAR && !ChangesDirection(next.code_point)) {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += next.code_point == 0xFFFD ? std::string_view("\uFFFD") : next.bytes;
    }
  }
  return out;
}

std::string CutToWidth(std::string_view text, std::size_t width) {
  const std::string_view all = FittingPart(text, width);
  if (all.size() == text.size() || width == 0) return std::string(all);
  return std::string(FittingPart(text, width - 1)) + "…";
}

std::string PadToWidth(std::string text, std::size_t width) {
  const std::size_t used = DisplayWidth(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

std::vector<std::string> Wrap(std::string_view text, std::size_t width) {
  const std::string plain = Printable(text);
  std::string_view rest = plain;
  std::vector<std::string> lines;
  std::string line;
  while (!rest.empty()) {
    const bool blank = rest.front() == ' ';
    if (blank) rest.remove_prefix(1);
    std::string_view word = FrontWord(rest);
    if (!line.empty() && DisplayWidth(line) + (blank ? 1 : 0) + DisplayWidth(word) > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (line.empty()) word = FittingPart(word, width);
    if (blank && !line.empty()) line += ' ';
    line += word;
    rest.remove_prefix(word.size());
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace newsgraph::tools
