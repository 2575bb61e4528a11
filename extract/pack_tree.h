// A pack as one string of bytes that is read where it lies: made of YAML by the build for the
// packs that are compiled in, at the start for those of a folder.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "extract/pack.h"

namespace newsgraph::extract {

// One node. They lie in order of their depth, so that the children of each are neighbours.
struct PackNode::Record {
  enum class Kind : std::uint32_t { kMissing, kScalar, kList, kMap };

  Kind kind = Kind::kMissing;
  std::uint32_t line = 0;       // from 1
  std::uint32_t begin = 0;      // a scalar's first byte in the text; else its first child
  std::uint32_t count = 0;      // a scalar's bytes; else how many children
  std::uint32_t key_begin = 0;  // of a map's child
  std::uint32_t key_bytes = 0;
};

// FNV-1a, going on from `hash`.
constexpr std::uint64_t HashOf(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325U) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

struct PackTreeHeader {
  std::uint64_t hash = 0;  // of the YAML
  std::uint32_t records = 0;
  std::uint32_t text_begin = 0;
};

// A whole pack. Its nodes refer to it.
struct PackNode::Tree {
  std::string name;
  std::string made;        // the bytes of a pack that was made at the start
  std::string_view bytes;  // header, records, text; of `made`, or compiled in

  PackTreeHeader Header() const {
    PackTreeHeader header;
    std::memcpy(&header, bytes.data(), sizeof(header));
    return header;
  }
  Record At(std::uint32_t index) const {
    Record record;
    std::memcpy(&record, bytes.data() + sizeof(PackTreeHeader) + index * sizeof(Record), sizeof(record));
    return record;
  }
  std::string_view Text(std::uint32_t begin, std::uint32_t count) const {
    return bytes.substr(Header().text_begin + begin, count);
  }
};

}  // namespace newsgraph::extract
