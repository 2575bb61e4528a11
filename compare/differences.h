// What two claims say otherwise of one thing, facet by facet.
#pragma once

#include <array>
#include <string_view>

#include "compare/facets.h"
#include "compare/statement.h"
#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::compare {

// What one facet says of the two claims.
struct Difference {
  Facet facet = Facet::kEqual;
  ConflictKind kind = ConflictKind::kValue;
  std::string_view name;       // "the place"
  std::string_view doubt;      // what to say where the facet is unstated
  std::string_view otherwise;  // and where both state it, each its own
};

// Unit and rate, object, place, time and status, in this order. Free words that no pack knows may be one thing under
// two names: they are unstated. Symmetric. Both claims must have one subject and metric, and figures of one kind.
std::array<Difference, 5> Differences(const Statement& a, const Statement& b, const Catalogue& catalogue);

}  // namespace newsgraph::compare
