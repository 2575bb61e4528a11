// What a claim says, as far as comparing looks at it.
#pragma once

#include <compare>
#include <cstdint>

#include "compare/statement.h"

namespace newsgraph::compare {

// 128 bits, so that two that are equal by chance are never met.
struct FormId {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const FormId&, const FormId&) = default;
};

// Equal for claims under one comparison key that agree in all that comparing looks at, apart from article, origin,
// sentence and, where a claim states its time, the day of publication.
FormId FormOf(const Statement& statement);

}  // namespace newsgraph::compare
