// The pair of claims by which a conflict is judged.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compare/judgement.h"
#include "compare/sides.h"
#include "graph/comparisons.h"
#include "graph/dispute.h"
#include "model/catalogue.h"

namespace newsgraph::graph {

struct WorstPair {
  const FiledClaim* a = nullptr;  // printed before b
  const FiledClaim* b = nullptr;
  ConflictKind kind = ConflictKind::kValue;
  Severity severity = Severity::kSoft;
  std::string metric;
  std::string object;
  std::string explanation;
};

// The worst pair across the sides of a group of the dispute's units; of equals the one printed first. Looks at fresh
// pairs and at what is known of stored conflicts; only where these do not tell, at all pairs. Nothing where no pair
// disagrees any more: what is stored was found by other rules.
std::optional<WorstPair> FindWorst(const std::string& key, const compare::Group& group, const Dispute& dispute,
                                   const Comparison& comparison, const Catalogue& catalogue, std::size_t& judged_count);

}  // namespace newsgraph::graph
