// Order-preserving key bytes: keys sort as the values in them do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph::graph {

// Appends parts to a key.
class KeyWriter {
 public:
  KeyWriter& U8(std::uint8_t value);
  KeyWriter& U16(std::uint16_t value);
  KeyWriter& U32(std::uint32_t value);
  KeyWriter& U64(std::uint64_t value);
  // A larger value sorts first.
  KeyWriter& Descending(std::uint64_t value) { return U64(~value); }
  // Any bytes; a term sorts before all terms that it begins, and no written
  // term is the beginning of another.
  KeyWriter& Term(std::string_view bytes);
  // Bytes as they are.
  KeyWriter& Raw(std::string_view bytes);

  std::string Take() { return std::move(key_); }

 private:
  std::string key_;
};

// Takes parts off the front of a key, in the order in which they were written.
// After a part that is not there `ok()` is false and numbers are 0.
class KeyReader {
 public:
  explicit KeyReader(std::string_view key) : rest_(key) {}

  std::uint8_t U8() { return static_cast<std::uint8_t>(Number(1)); }
  std::uint32_t U32() { return static_cast<std::uint32_t>(Number(4)); }
  std::uint64_t U64() { return Number(8); }
  std::uint64_t Descending() { return ~Number(8); }
  std::string Term();

  bool ok() const { return ok_; }
  // Whether all of it was read, and nothing was missing.
  bool done() const { return ok_ && rest_.empty(); }

 private:
  std::uint64_t Number(std::size_t width);

  std::string_view rest_;
  bool ok_ = true;
};

// How many bytes the term at the front of `key` takes; nothing if none ends.
std::optional<std::size_t> TermLength(std::string_view key);

// Publication times as keys: the newest first, undated last.
std::uint64_t NewestFirst(std::optional<std::int64_t> published_seconds);

// The least key above all keys that begin with `prefix`; empty if there is none.
std::string PrefixEnd(std::string_view prefix);

}  // namespace newsgraph::graph
