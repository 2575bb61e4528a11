// What two claims disagree in, whichever of them comes first.
#pragma once

#include <gtest/gtest.h>

#include <optional>

#include "compare/compare.h"

namespace newsgraph::compare {

inline std::optional<Disagreement> CompareBothWays(const Evidence& a, const Evidence& b, const Catalogue& catalogue) {
  const std::optional<Disagreement> forth = Compare(a, b, catalogue);
  const std::optional<Disagreement> back = Compare(b, a, catalogue);
  EXPECT_EQ(forth.has_value(), back.has_value());
  if (forth && back) {
    EXPECT_EQ(forth->kind, back->kind);
    EXPECT_EQ(forth->severity, back->severity);
  }
  return forth;
}

}  // namespace newsgraph::compare
