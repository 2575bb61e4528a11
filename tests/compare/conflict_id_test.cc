#include "compare/conflict_id.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

TEST(ConflictId, IsTheSameOnEveryMachine) {
  const Evidence first = AtByte(10, Sold("a", "39"));
  const Evidence second = AtByte(20, Sold("b", "41"));
  EXPECT_EQ(ConflictId(ConflictKind::kValue, "key", first, second), "44e7c694e06f1b7c");
}

TEST(ConflictId, DependsOnWhereTheValuesStandAndNotOnWhatWasRead) {
  const Evidence first = AtByte(10, Sold("a", "39"));
  const Evidence second = AtByte(20, Sold("b", "41"));
  const std::string id = ConflictId(ConflictKind::kValue, "key", first, second);
  EXPECT_EQ(ConflictId(ConflictKind::kValue, "key", first, AtByte(20, Sold("b", "42"))), id);
  EXPECT_NE(ConflictId(ConflictKind::kValue, "key", first, AtByte(21, Sold("b", "41"))), id);
  EXPECT_NE(ConflictId(ConflictKind::kValue, "key", first, AtByte(20, Sold("c", "41"))), id);
  EXPECT_NE(ConflictId(ConflictKind::kTime, "key", first, second), id);
  EXPECT_NE(ConflictId(ConflictKind::kValue, "other key", first, second), id);
}

TEST(ConflictId, OfOneArticleDependsOnItsPlacesInAnyOrder) {
  const std::string id = ConflictId(ConflictKind::kCurrency, "a", {{10, 20}, {5, 9}});
  EXPECT_EQ(ConflictId(ConflictKind::kCurrency, "a", {{5, 9}, {10, 20}}), id);
  EXPECT_NE(ConflictId(ConflictKind::kCurrency, "a", {{5, 9}}), id);
  EXPECT_NE(ConflictId(ConflictKind::kCurrency, "b", {{5, 9}, {10, 20}}), id);
  EXPECT_NE(ConflictId(ConflictKind::kArithmetic, "a", {{5, 9}, {10, 20}}), id);
}

}  // namespace
}  // namespace newsgraph::compare
