#include "compare/value_verdict.h"

#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

Verdict JudgeIn(const Catalogue& world, const Evidence& a, const Evidence& b) {
  return JudgeValues(Prepare(a, world), Prepare(b, world));
}

TEST(JudgeValues, JudgesFiguresOfOneKind) {
  const Catalogue world = SmallWorld();
  EXPECT_EQ(JudgeIn(world, Sold("a", "39"), Sold("b", "41")), Verdict::kHard);
  EXPECT_LE(JudgeIn(world, Sold("a", "39"), Sold("b", "39")), Verdict::kRefines);
}

TEST(JudgeValues, TakesAGrowthForItsMultiple) {
  const Catalogue world = SmallWorld();
  const Evidence grew = Of("growth", Sold("a", Percent("195")));
  EXPECT_LE(JudgeIn(world, grew, Of("growth", Sold("b", Multiple("3")))), Verdict::kRefines);
  EXPECT_EQ(JudgeIn(world, grew, Of("growth", Sold("b", Multiple("5")))), Verdict::kHard);
}

TEST(JudgeValues, TakesAFallByAPartForItsPercentage) {
  const Catalogue world = SmallWorld();
  const Evidence fell = Of("growth", Sold("a", Percent("-33")));
  EXPECT_LE(JudgeIn(world, fell, Of("growth", Sold("b", Multiple("-0.333333333333")))), Verdict::kRefines);
  EXPECT_EQ(JudgeIn(world, fell, Of("growth", Sold("b", Multiple("-0.5")))), Verdict::kHard);
}

TEST(JudgeValues, JudgesDates) {
  const Catalogue world = SmallWorld();
  EXPECT_EQ(JudgeIn(world, Starts("a", Year(2025)), Starts("b", Year(2026))), Verdict::kHard);
}

}  // namespace
}  // namespace newsgraph::compare
