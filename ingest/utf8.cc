#include "ingest/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace newsgraph::ingest {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kByteOrderMark = "\uFEFF";

// The bytes at the front of a text that belong together.
struct Unit {
  std::size_t size = 1;
  bool valid = false;  // a character; else what a decoder gives up on at once
};

bool IsTrail(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// Table 3-7 of the Unicode standard; `bytes` must not be empty.
Unit FrontUnit(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.front());
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  std::size_t size = 1;
  if (bytes.size() > 1) {
    const auto second = static_cast<unsigned char>(bytes[1]);
    if (second < lowest || second > highest) return {1, false};
    size = 2;
  }
  while (size < wanted && size < bytes.size() && IsTrail(bytes[size])) ++size;
  return {size, size == wanted};
}

// Where the first ill-formed sequence at or after `from` begins; the size of
// `bytes` if there is none.
std::size_t FindInvalid(std::string_view bytes, std::size_t from) {
  while (from < bytes.size()) {
    std::uint64_t eight = 0;
    if (bytes.size() - from >= sizeof eight) {
      std::memcpy(&eight, bytes.data() + from, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        from += sizeof eight;
        continue;
      }
    }
    const Unit unit = FrontUnit(bytes.substr(from));
    if (!unit.valid) return from;
    from += unit.size;
  }
  return from;
}

}  // namespace

bool IsValidUtf8(std::string_view bytes) { return FindInvalid(bytes, 0) == bytes.size(); }

std::string RepairUtf8(std::string bytes) {
  std::size_t invalid = FindInvalid(bytes, 0);
  if (invalid == bytes.size()) return bytes;
  std::string out;
  out.reserve(bytes.size() + 16);
  std::size_t done = 0;
  while (invalid < bytes.size()) {
    out.append(bytes, done, invalid - done);
    out += kReplacement;
    done = invalid + FrontUnit(std::string_view(bytes).substr(invalid)).size;
    invalid = FindInvalid(bytes, done);
  }
  out.append(bytes, done);
  return out;
}

std::string_view WithoutByteOrderMark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

}  // namespace newsgraph::ingest
