#include "compare/explain.h"

#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

TEST(Grouped, SeparatesThousands) {
  EXPECT_EQ(Grouped(Decimal(5)), "5");
  EXPECT_EQ(Grouped(Decimal(999)), "999");
  EXPECT_EQ(Grouped(Decimal(1000)), "1,000");
  EXPECT_EQ(Grouped(Decimal(-1234567)), "-1,234,567");
  EXPECT_EQ(Grouped(*Decimal::Parse("1234.5678")), "1,234.5678");
}

TEST(DescribeInterval, SaysWhichEndsBelong) {
  EXPECT_EQ(Describe(Interval{}), "any number");
  EXPECT_EQ(Describe(Interval{Decimal(1), Decimal(2), true, true}), "over 1 to under 2");
  EXPECT_EQ(Describe(Interval{std::nullopt, Decimal(2), false, false}), "at most 2");
}

TEST(DescribeStatement, ShowsTheValueAsWrittenAndAsRead) {
  const Catalogue world = SmallWorld();
  Evidence evidence = Sold("daily", "5500", Mod::kMoreThan);
  evidence.quote = "5.500";
  EXPECT_EQ(Describe(Prepare(evidence, world)),
            "daily: \"5.500\" is more than 5,500 (commits to over 5,500; read as over 5,500 to 6,000)");
}

TEST(DescribeStatement, ShowsDaysOfADate) {
  const Catalogue world = SmallWorld();
  EXPECT_EQ(Describe(Prepare(Starts("daily", Year(2027), DateMod::kBy), world)),
            "daily: by 2027-01-01 to 2027-12-31 (commits to 2026-01-20 to 2027-12-31)");
}

TEST(Explain, NamesWhatSeparatesAndWhatIsDoubtful) {
  const Catalogue world = SmallWorld();
  const Evidence a = Sold("a", "39");
  const Evidence b = Sold("b", "41");
  EXPECT_EQ(Explain(Prepare(a, world), Prepare(b, world), "they differ", {"one doubt", "another"}),
            "a: 39 (commits to 39; read as 39)\nagainst b: 41 (commits to 41; read as 41): they differ; milder because "
            "one doubt, another");
}

}  // namespace
}  // namespace newsgraph::compare
