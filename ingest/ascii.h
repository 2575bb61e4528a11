// Names and white space of formats whose words are ASCII.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph::ingest {

inline constexpr std::string_view kAsciiSpace = " \t\r\n\f\v";

constexpr bool IsAsciiSpace(char c) { return kAsciiSpace.find(c) != std::string_view::npos; }
constexpr bool IsAsciiDigit(char c) { return '0' <= c && c <= '9'; }
constexpr char AsciiLower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool IsAsciiLetter(char c) { return 'a' <= AsciiLower(c) && AsciiLower(c) <= 'z'; }

inline std::string AsciiLower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = AsciiLower(c);
  return out;
}

constexpr bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (AsciiLower(a[i]) != AsciiLower(b[i])) return false;
  }
  return true;
}

constexpr bool StartsWithIgnoringCase(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() && EqualsIgnoringCase(text.substr(0, beginning.size()), beginning);
}

// `text` without the white space around it.
constexpr std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kAsciiSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kAsciiSpace) - begin + 1);
}

}  // namespace newsgraph::ingest
