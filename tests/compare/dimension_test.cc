#include "compare/dimension.h"

#include <gtest/gtest.h>

#include "tests/compare/figures.h"

namespace newsgraph::compare {
namespace {

using enum MetricKind;

Figure Measure(std::string_view number, std::string unit) {
  Figure figure = Written(number);
  figure.kind = FigureKind::kMeasure;
  figure.unit = std::move(unit);
  return figure;
}

TEST(DimensionOf, KeepsCurrenciesApart) {
  Figure yuan = Money("5", 9);
  yuan.unit = "CNY";
  EXPECT_NE(DimensionOf(yuan, kFlow), DimensionOf(Money("5", 9), kFlow));
}

TEST(DimensionOf, JoinsMultiplesAndPercentagesOfChange) {
  EXPECT_EQ(DimensionOf(Multiple("3"), kChange), DimensionOf(Percent("200"), kChange));
  EXPECT_EQ(DimensionOf(Multiple("0.5"), kRate), DimensionOf(Percent("50"), kRate));
  EXPECT_NE(DimensionOf(Multiple("6"), kProperty).id, DimensionOf(Percent("50"), kProperty).id);
}

TEST(DimensionOf, KnowsPrefixes) {
  EXPECT_EQ(DimensionOf(Measure("1", "GW"), kProperty), (Dimension{"W", 9}));
  EXPECT_EQ(DimensionOf(Measure("1", "TB/s"), kProperty), (Dimension{"B/s", 12}));
  EXPECT_EQ(DimensionOf(Measure("1", "nm"), kProperty), (Dimension{"m", -9}));
  EXPECT_EQ(DimensionOf(Measure("1", "m"), kProperty), (Dimension{"m", 0}));
  EXPECT_EQ(DimensionOf(Measure("1", "km2"), kProperty), (Dimension{"m2", 6}));
  EXPECT_EQ(DimensionOf(Measure("1", "min"), kProperty).id, "min");
  EXPECT_NE(DimensionOf(Measure("1", "W"), kProperty).id, DimensionOf(Measure("1", "Wh"), kProperty).id);
}

TEST(DimensionOf, LeavesUnknownSymbolsToThemselves) {
  EXPECT_NE(DimensionOf(Measure("1", "year"), kProperty), DimensionOf(Measure("1", "month"), kProperty));
  EXPECT_EQ(DimensionOf(Measure("1", "year"), kProperty).power, 0);
}

TEST(InBaseUnit, KeepsTheLastDigit) {
  const Figure gigawatts = Measure("0.5", "GW");
  const Figure base = InBaseUnit(gigawatts, DimensionOf(gigawatts, kProperty));
  EXPECT_EQ(base.value, Decimal(500, 6));
  EXPECT_EQ(base.value.last_digit(), 8);
}

}  // namespace
}  // namespace newsgraph::compare
