// YAML text → a tree of nodes: the only file that knows the YAML library.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pack.h"

namespace newsgraph::extract {

// One node of a pack's file.
struct PackNode::Yaml {
  enum class Kind : std::uint8_t { kMissing, kScalar, kList, kMap };
  // No pair: clang asks pairs for their constructors before a node is complete.
  struct Entry;

  Kind kind = Kind::kMissing;
  std::uint32_t line = 0;  // from 1
  std::string scalar;
  std::vector<Yaml> items;     // of a list
  std::vector<Entry> entries;  // of a map, in file order
};

struct PackNode::Yaml::Entry {
  std::string key;
  Yaml value;
};

// A whole file. Its nodes refer to it.
struct PackNode::Tree {
  std::string name;
  Yaml root;
};

// The map that `content` is. Its root is missing, and an error with the line in
// `errors`, where `content` is not YAML, not a map, or has a key twice.
std::unique_ptr<const PackNode::Tree> ParseYaml(std::string_view name, std::string_view content, PackErrors& errors);

}  // namespace newsgraph::extract
