// Hash tables of strings that are asked with string views.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsgraph::extract {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <typename Value>
using TextTable = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace newsgraph::extract
