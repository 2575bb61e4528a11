#include "compare/slipped_number.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tests/compare/both_ways.h"
#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

class JudgeSlippedNumberTest : public testing::Test {
 protected:
  std::optional<Disagreement> Judge(const Evidence& a, const Evidence& b) const {
    return CompareBothWays(a, b, world_);
  }
  // Whether the two are an alert, and not merely a note.
  bool IsAlert(const Evidence& a, const Evidence& b) const {
    const std::optional<Disagreement> found = Judge(a, b);
    return found && found->severity >= Severity::kSoft;
  }

  const Catalogue world_ = SmallWorld();
};

Evidence Earned(std::string article, std::string_view billions, std::string place = "") {
  return In(std::move(place), Of("revenue", About("", Sold(std::move(article), Money(billions, 9)))));
}

TEST_F(JudgeSlippedNumberTest, TakesTransposedDigitsForOneNumberWhereOneSideNamesNoPlace) {
  const std::optional<Disagreement> found = Judge(Earned("a", "16.4", "china"), Earned("b", "14.6"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, ConflictKind::kValue);
  EXPECT_EQ(found->severity, Severity::kSoft);
  EXPECT_NE(found->explanation.find("two digits have changed places"), std::string::npos) << found->explanation;
  EXPECT_FALSE(IsAlert(Earned("a", "16.4", "china"), Earned("b", "14.7"))) << "a part may be less than its whole";
}

TEST_F(JudgeSlippedNumberTest, TakesTheSameDigitsForOneNumber) {
  const std::optional<Disagreement> found = Judge(Earned("a", "1.5", "china"), Earned("b", "15"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, ConflictKind::kMagnitude);
  EXPECT_FALSE(IsAlert(Earned("a", "5", "china"), Earned("b", "50"))) << "one digit falls twice by chance";
  EXPECT_FALSE(IsAlert(Earned("a", "1.23", "china"), Earned("b", "12"))) << "two digits must be the same ones";
}

TEST_F(JudgeSlippedNumberTest, NeedsMoreDigitsWhereAFacetIsStatedOtherwise) {
  EXPECT_TRUE(IsAlert(About("wafer", Sold("a", "41600")), About("die", Sold("b", "46100"))));
  EXPECT_FALSE(IsAlert(About("wafer", Sold("a", "42000")), About("die", Sold("b", "24000"))));
  const auto plan = [](std::string_view number) { return As(ClaimStatus::kPlanned, Sold("b", number)); };
  EXPECT_TRUE(IsAlert(Sold("a", "41600"), plan("46100")));
  EXPECT_FALSE(IsAlert(Sold("a", "42000"), plan("24000")));
  EXPECT_FALSE(IsAlert(About("wafer", Sold("a", "41600")), About("die", plan("46100")))) << "two facets";
}

TEST_F(JudgeSlippedNumberTest, IsSilentOfTwoTimes) {
  EXPECT_FALSE(IsAlert(Earned("a", "16.4", "china"), During(Year(2024), Earned("b", "14.6"))));
  EXPECT_FALSE(IsAlert(Earned("a", "16.4", "china"), Published("2026-02-20", Earned("b", "14.6"))));
}

TEST_F(JudgeSlippedNumberTest, IsSilentOfWhatIsTooLongAgoOrHasGrown) {
  EXPECT_FALSE(IsAlert(During(Year(2015), Earned("a", "16.4")), Timeless(Earned("b", "14.6"))));
  const Evidence dead = Of("count", In("china", Sold("a", "12400")));
  const Evidence more = Published("2026-01-21", Of("count", In("china", Sold("b", "14200"))));
  EXPECT_FALSE(IsAlert(Timeless(dead), Timeless(more)));
  EXPECT_FALSE(IsAlert(During(Days("2026-01-01", "2026-01-19"), dead), Timeless(more)));
  EXPECT_TRUE(IsAlert(During(Year(2025), Earned("a", "16.4")), Timeless(Earned("b", "14.6"))));
}

TEST_F(JudgeSlippedNumberTest, TakesPlansAndFactsOfOneTimeAlone) {
  const auto employs = [](std::string article, std::string_view number, DateInterval time) {
    return During(time, Of("headcount", About("", Sold(std::move(article), number))));
  };
  const Evidence fact = employs("a", "134000", Year(2026));
  EXPECT_FALSE(IsAlert(fact, As(ClaimStatus::kPlanned, employs("b", "143000", Days("2026-01-01", "2028-12-31")))));
  EXPECT_TRUE(IsAlert(fact, As(ClaimStatus::kPlanned, employs("b", "143000", Year(2026)))));
  const Evidence before = Published("2026-01-18", As(ClaimStatus::kPlanned, employs("b", "143000", Year(2026))));
  EXPECT_FALSE(IsAlert(fact, before)) << "the plan came true otherwise";
  EXPECT_FALSE(IsAlert(fact, As(ClaimStatus::kDenied, employs("b", "143000", Year(2026)))));
}

TEST_F(JudgeSlippedNumberTest, IsSilentOfPricesOfAnything) {
  const auto fetched = [](std::string article, std::string_view number) {
    return By("china", Of("price", About("", Sold(std::move(article), Money(number, 0)))));
  };
  EXPECT_FALSE(IsAlert(fetched("a", "920"), fetched("b", "290")));
}

TEST_F(JudgeSlippedNumberTest, IsSilentOfTwoForecasters) {
  const auto expects = [](std::string who, std::string article, std::string_view number) {
    return Says(std::move(who), As(ClaimStatus::kForecast, Earned(std::move(article), number)));
  };
  EXPECT_FALSE(IsAlert(In("china", expects("Omdia", "a", "16.4")), expects("IDC", "b", "14.6")));
  EXPECT_TRUE(IsAlert(In("china", expects("Omdia", "a", "16.4")), expects("Omdia", "b", "14.6")));
}

TEST_F(JudgeSlippedNumberTest, NeedsMoreDigitsOfPercentages) {
  const auto grew = [](std::string article, std::string_view number) {
    return Of("market_share", Timeless(Sold(std::move(article), Percent(number))));
  };
  EXPECT_FALSE(IsAlert(In("china", About("", grew("a", "13"))), grew("b", "31")));
  EXPECT_TRUE(IsAlert(In("china", grew("a", "13")), In("china", During(Year(2025), grew("b", "31")))));
}

TEST_F(JudgeSlippedNumberTest, IsSilentOfOppositeBoundsAndManyDoubts) {
  const auto earned = [](std::string article, std::string_view number, Mod mod) {
    return Of("revenue", About("", Sold(std::move(article), Money(number, 9, mod))));
  };
  EXPECT_FALSE(IsAlert(In("china", earned("a", "16.4", Mod::kAtLeast)), earned("b", "14.6", Mod::kAtMost)));
  EXPECT_TRUE(IsAlert(In("china", earned("a", "16.4", Mod::kAbout)), earned("b", "14.6", Mod::kExact)));
  EXPECT_FALSE(IsAlert(In("china", Earned("a", "16.4")), Timeless(About("robot", Earned("b", "14.6")))))
      << "three doubts";
}

TEST_F(JudgeSlippedNumberTest, IsSilentInOneArticle) {
  EXPECT_FALSE(IsAlert(Earned("a", "16.4", "china"), Earned("a", "14.6")));
}

TEST_F(JudgeSlippedNumberTest, IsSilentOfWhatIsMerelyCounted) {
  EXPECT_FALSE(IsAlert(Of("count", About("wafer", Sold("a", "41600"))), Of("count", About("die", Sold("b", "46100")))));
}

}  // namespace
}  // namespace newsgraph::compare
