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
  Figure percent = Written("195");
  percent.kind = FigureKind::kPercent;
  percent.unit = "%";
  Figure multiple = Written("3");
  multiple.kind = FigureKind::kMultiple;
  const Evidence a = Of("growth", Sold("a", percent));
  EXPECT_LE(JudgeIn(world, a, Of("growth", Sold("b", multiple))), Verdict::kRefines);
  multiple.value = Decimal(5);
  EXPECT_EQ(JudgeIn(world, a, Of("growth", Sold("b", multiple))), Verdict::kHard);
}

TEST(JudgeValues, TakesAFallByAPartForItsPercentage) {
  const Catalogue world = SmallWorld();
  Figure percent = Written("-33");
  percent.kind = FigureKind::kPercent;
  percent.unit = "%";
  Figure third = Written("-0.333333333333");
  third.kind = FigureKind::kMultiple;
  const Evidence fell = Of("growth", Sold("a", percent));
  EXPECT_LE(JudgeIn(world, fell, Of("growth", Sold("b", third))), Verdict::kRefines);
  third.value = *Decimal::Parse("-0.5");
  EXPECT_EQ(JudgeIn(world, fell, Of("growth", Sold("b", third))), Verdict::kHard);
}

TEST(JudgeValues, JudgesDates) {
  const Catalogue world = SmallWorld();
  EXPECT_EQ(JudgeIn(world, Starts("a", Year(2025)), Starts("b", Year(2026))), Verdict::kHard);
}

}  // namespace
}  // namespace newsgraph::compare
