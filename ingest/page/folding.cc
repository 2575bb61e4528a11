#include "ingest/page/folding.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

// What stands for a typographic sign; 0 for other characters.
char Plain(UChar32 c) {
  switch (c) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
      return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return 0;
  }
}

bool IsFrame(char c) {
  return c == ' ' || c == '-' || c == ':' || c == '*' || c == '|' || c == '.' || c == '[' || c == ']' || c == '(' ||
         c == ')' || c == '+' || c == '>' || c == '<' || c == '"' || c == '_' || c == '=' || c == '#' || c == '/';
}

// White space of ASCII, for speed.
bool IsSpace(UChar32 c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The first letters of scripts that put no spaces between words.
bool IsWithoutSpaces(UChar32 c) {
  return c >= 0x2E80 && (c < 0xAC00 || c > 0xD7AF) && c < 0x2FA20 && (c < 0xFB00 || c > 0xFEFE);
}

}  // namespace

std::string Fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  bool space = false;
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = bytes[at];
    if (c < 0x80) {
      ++at;
    } else {
      U8_NEXT_OR_FFFD(bytes, at, size, c);
    }
    if (c < 0x80 ? IsSpace(c) : u_isUWhiteSpace(c) != 0) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    if (c < 0x80) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : static_cast<char>(c);
    } else if (const char plain = Plain(c); plain != 0) {
      out += plain;
    } else {
      char buffer[U8_MAX_LENGTH];
      std::int32_t length = 0;
      U8_APPEND_UNSAFE(buffer, length, u_tolower(c));
      out.append(buffer, static_cast<std::size_t>(length));
    }
  }
  return out;
}

std::string Letters(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded) {
    if (IsAsciiLetter(c) || IsAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

std::string_view Unframed(std::string_view folded) {
  while (!folded.empty() && IsFrame(folded.front())) folded.remove_prefix(1);
  while (!folded.empty() && (IsFrame(folded.back()) || folded.back() == '!' || folded.back() == '?'))
    folded.remove_suffix(1);
  return folded;
}

std::string_view FirstWord(std::string_view folded) {
  if (folded.empty()) return folded;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
  const auto size = static_cast<std::int32_t>(folded.size());
  std::int32_t at = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, at, size, c);
  if (c >= 0x80 && (IsWithoutSpaces(c) || !u_isalpha(c) || (c >= 0xAC00 && c <= 0xD7AF))) {
    return folded.substr(0, static_cast<std::size_t>(at));
  }
  const std::size_t end = folded.find_first_of(" :|", 1);
  return folded.substr(0, end);
}

std::size_t Weight(std::string_view text) {
  std::size_t weight = 0;
  for (const char each : text) {
    const auto c = static_cast<unsigned char>(each);
    if (c >= 0xE3 && c < 0xF0) {
      weight += 3;  // Han, Kana, Hangul: a character says as much as a short word
    } else if (c < 0x80 || c >= 0xC0) {
      weight += 1;
    }
  }
  return weight;
}

}  // namespace newsgraph::ingest
