// Two claims → whether they can both be right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::compare {

// What must be equal before two claims are looked at together at all: claims that share no key never
// conflict. Opaque bytes without meaning outside this folder. One key is of (subject, metric, dimension of
// the value), and one of (subject, metric, number), but for counts below ten. A claim with several
// subjects has both for each; the derived face of "A (B)" and an unresolved date have none, since they are not
// compared.
std::vector<std::string> ComparisonKeys(const Evidence& claim, const Catalogue& catalogue);

// A disagreement between two claims.
struct Disagreement {
  ConflictKind kind = ConflictKind::kValue;
  Severity severity = Severity::kSoft;
  // Two lines: each value with its intervals, what separates them, what is in doubt.
  std::string explanation;

  friend bool operator==(const Disagreement&, const Disagreement&) = default;
};

// Compares two claims that share a comparison key by sections 1 to 6 and 9 of the
// conflict rules in docs/conflicts.md: gate, verdict, times, status classes, kinds.
// Nothing where they agree, refine each other, or are not comparable.
// Symmetric up to the order in the explanation. Pure; any thread may call.
std::optional<Disagreement> Compare(const Evidence& a, const Evidence& b, const Catalogue& catalogue);

}  // namespace newsgraph::compare
