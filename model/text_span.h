// Where a piece of text lies in its article.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace newsgraph {

// A half-open range of UTF-8 bytes. An offset, unlike a view, stays true when
// the article moves, is stored, or is sent over the wire.
struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  // The text between the offsets; `text` must reach as far as `end`.
  std::string_view In(std::string_view text) const { return text.substr(begin, end - begin); }

  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  bool Overlaps(const TextSpan& other) const { return begin < other.end && other.begin < end; }
  bool Covers(const TextSpan& other) const { return begin <= other.begin && other.end <= end; }

  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

}  // namespace newsgraph

template <>
struct std::hash<newsgraph::TextSpan> {
  std::size_t operator()(const newsgraph::TextSpan& span) const {
    return std::hash<std::uint64_t>()(std::uint64_t{span.begin} << 32 | span.end);
  }
};
