// Which of two claims was printed first.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <tuple>

#include "compare/conflict_id.h"
#include "model/conflict.h"

namespace newsgraph::compare {

// What claims are sorted by. Undated articles come last; ties are broken so that the order is total.
inline auto PrintOrder(std::optional<std::chrono::sys_seconds> published, const ValuePlace& place,
                       std::uint32_t revision, std::uint32_t ordinal) {
  return std::tuple(!published, published, place.article, place.value, revision, ordinal);
}
inline auto PrintOrder(const Evidence& evidence) {
  return PrintOrder(evidence.published, ValuePlaceOf(evidence), evidence.ref.revision, evidence.ref.ordinal);
}

}  // namespace newsgraph::compare
