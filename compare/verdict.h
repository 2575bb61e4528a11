// Two readings → whether both can be right.
#pragma once

#include <cstdint>

#include "compare/intervals.h"

namespace newsgraph::compare {

enum class Verdict : std::uint8_t {
  kAgree,    // a reader takes the same from both
  kRefines,  // one rounds or truncates to the other, or lies within it
  kEdge,     // bare figures that only touch and hardly differ
  kSoft,     // the words allow both, a reader takes something else from each
  kHard,     // the words exclude each other
};

// The verdict of section 2 of docs/conflicts.md on two readings of one
// dimension. Symmetric; a reading agrees with itself.
Verdict Judge(const Reading& a, const Reading& b);

}  // namespace newsgraph::compare
