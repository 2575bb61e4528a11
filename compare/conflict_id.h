// A conflict's name, the same whenever the conflict is found again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/conflict.h"

namespace newsgraph::compare {

// Where the value of `evidence` stands in its article.
TextSpan ValueSpan(const Evidence& evidence);

// The article, too.
struct ValuePlace {
  std::string_view article;  // its id
  TextSpan value;
};
inline ValuePlace ValuePlaceOf(const Evidence& evidence) { return {evidence.ref.article, ValueSpan(evidence)}; }

// Sixteen hexadecimal digits: FNV-1a (64 bits) over the kind, the comparison key
// and the article and span of the first value on each of two sides. So later
// articles that join a side or open a third leave the name as it is, and reading
// the articles again with other rules finds it again.
std::string ConflictId(ConflictKind kind, std::string_view key, const ValuePlace& first, const ValuePlace& second);
inline std::string ConflictId(ConflictKind kind, std::string_view key, const Evidence& first, const Evidence& second) {
  return ConflictId(kind, key, ValuePlaceOf(first), ValuePlaceOf(second));
}

// The same over the kind, the article and places of it, in any order: for what one text says against itself.
std::string ConflictId(ConflictKind kind, std::string_view article, std::vector<TextSpan> places);

}  // namespace newsgraph::compare
