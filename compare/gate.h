// Whether two claims speak of one thing, so that their values may be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "compare/judgement.h"
#include "compare/statement.h"
#include "compare/times.h"

namespace newsgraph::compare {

// How two claims that are comparable are so.
struct Comparability {
  TimeRelation time = TimeRelation::kSame;
  // Each costs a step of severity.
  Doubts doubts;
  // Never more than this, whatever the values say.
  Severity most = Severity::kHard;
};

// What is not known to be the same of what two claims measure: object, place, rate, subjects. Nothing for
// claims of two things, or of a part and its whole. Symmetric. Both claims must have the same comparison key.
std::optional<Doubts> CompareThings(const Statement& a, const Statement& b, const Catalogue& catalogue);

// Doubts that no facet of one side alone says.
inline constexpr std::string_view kNoObject = "object stated on neither side";
inline constexpr std::string_view kSharedValue = "one value is shared with other subjects";

// Whether both leave unsaid an object that tells claims of their metric apart.
bool NeitherSaysObject(const Statement& a, const Statement& b);

// Whether both are prices of a place, or properties of a firm or place, that name no thing: "$19,500 a tonne" in China,
// of lithium or of anything else; "five years".
bool AreOfAnyThing(const Statement& a, const Statement& b, const Catalogue& catalogue);

// Sections 1, 5, 6 and 8 of docs/conflicts.md for the kinds `value` and `time`:
// every facet equal or unstated on a side. Nothing for claims of two things, of
// a part and its whole, of two times or of two status classes. Symmetric but for
// which time lies inside. Both claims must have the same comparison key.
std::optional<Comparability> CheckGate(const Statement& a, const Statement& b, const Catalogue& catalogue);

}  // namespace newsgraph::compare
