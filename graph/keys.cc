#include "graph/keys.h"

#include <limits>

namespace newsgraph::graph {
namespace {

// Inside a term 00 is written as 00 FF; 00 01 ends it.
constexpr char kEscape = '\0';
constexpr char kEscapedZero = '\xFF';
constexpr char kTermEnd = '\x01';

std::string BigEndian(std::uint64_t value, std::size_t width) {
  std::string out(width, '\0');
  for (std::size_t i = width; i > 0; --i, value >>= 8) out[i - 1] = static_cast<char>(value & 0xFF);
  return out;
}

}  // namespace

KeyWriter& KeyWriter::U8(std::uint8_t value) { return Raw(BigEndian(value, 1)); }
KeyWriter& KeyWriter::U16(std::uint16_t value) { return Raw(BigEndian(value, 2)); }
KeyWriter& KeyWriter::U32(std::uint32_t value) { return Raw(BigEndian(value, 4)); }
KeyWriter& KeyWriter::U64(std::uint64_t value) { return Raw(BigEndian(value, 8)); }

KeyWriter& KeyWriter::Term(std::string_view bytes) {
  for (const char c : bytes) {
    key_ += c;
    if (c == kEscape) key_ += kEscapedZero;
  }
  key_ += kEscape;
  key_ += kTermEnd;
  return *this;
}

KeyWriter& KeyWriter::Raw(std::string_view bytes) {
  key_ += bytes;
  return *this;
}

std::uint64_t KeyReader::Number(std::size_t width) {
  if (rest_.size() < width) {
    ok_ = false;
    return 0;
  }
  std::uint64_t value = 0;
  for (const char c : rest_.substr(0, width)) value = value << 8 | static_cast<unsigned char>(c);
  rest_.remove_prefix(width);
  return value;
}

std::string KeyReader::Term() {
  const std::optional<std::size_t> length = TermLength(rest_);
  if (!length) {
    ok_ = false;
    return "";
  }
  std::string out;
  for (std::size_t i = 0; i + 2 < *length; ++i) {
    out += rest_[i];
    if (rest_[i] == kEscape) ++i;
  }
  rest_.remove_prefix(*length);
  return out;
}

std::optional<std::size_t> TermLength(std::string_view key) {
  for (std::size_t at = key.find(kEscape); at != std::string_view::npos; at = key.find(kEscape, at + 2)) {
    if (at + 1 >= key.size()) return std::nullopt;
    if (key[at + 1] == kTermEnd) return at + 2;
    if (key[at + 1] != kEscapedZero) return std::nullopt;
  }
  return std::nullopt;
}

std::uint64_t NewestFirst(std::optional<std::int64_t> published_seconds) {
  if (!published_seconds) return std::numeric_limits<std::uint64_t>::max();
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  return ~(static_cast<std::uint64_t>(*published_seconds) ^ kSign);
}

std::string PrefixEnd(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xFF) end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

}  // namespace newsgraph::graph
