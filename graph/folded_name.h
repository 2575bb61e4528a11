// Names as they are looked up: without case, accents and width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::graph {

// "Škoda", "SKODA" and "ｓｋｏｄａ" are one, "華為" and "华为" too; blanks are single and stand
// between words only. Bytes that are no UTF-8 become U+FFFD.
std::string FoldName(std::string_view name);

// How a name is written; names in scripts without case are `kMixed`.
enum class LetterCase : std::uint8_t { kMixed, kCapitals, kSmall };
LetterCase CaseOf(std::string_view name);

// Where the second and later words of a folded name begin.
std::vector<std::size_t> LaterWords(std::string_view folded);

}  // namespace newsgraph::graph
