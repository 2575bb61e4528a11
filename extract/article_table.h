// Hash tables that live as long as an article is read.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <functional>
#include <memory_resource>
#include <string_view>
#include <utility>

#include "extract/text_hash.h"

namespace newsgraph::extract {

// In the article's memory, of which nothing is freed before.
template <typename Key, typename Value, typename Hash = absl::Hash<Key>>
using ArticleTable = absl::flat_hash_map<Key, Value, Hash, std::equal_to<Key>,
                                         std::pmr::polymorphic_allocator<std::pair<const Key, Value>>>;
// The same by pieces of the text, or of anything else that outlives it.
template <typename Value>
using ArticleTextTable = ArticleTable<std::string_view, Value, TextHash>;

}  // namespace newsgraph::extract
