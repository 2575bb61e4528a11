// Which of two claims was printed first.
#pragma once

#include <string_view>
#include <tuple>

#include "compare/conflict_id.h"
#include "model/conflict.h"

namespace newsgraph::compare {

// What claims are sorted by. Undated articles come last; ties are broken so that the order is total.
inline auto PrintOrder(const Evidence& evidence) {
  return std::tuple(!evidence.published, evidence.published, std::string_view(evidence.ref.article),
                    ValueSpan(evidence), evidence.ref.revision, evidence.ref.ordinal);
}

}  // namespace newsgraph::compare
