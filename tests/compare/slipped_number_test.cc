#include "compare/slipped_number.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "compare/compare.h"
#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

class JudgeSlippedNumberTest : public testing::Test {
 protected:
  std::optional<Disagreement> Judge(const Evidence& a, const Evidence& b) const {
    const std::optional<Disagreement> forth = Compare(a, b, world_);
    const std::optional<Disagreement> back = Compare(b, a, world_);
    EXPECT_EQ(forth.has_value(), back.has_value());
    if (forth && back) {
      EXPECT_EQ(forth->kind, back->kind);
      EXPECT_EQ(forth->severity, back->severity);
    }
    return forth;
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

TEST_F(JudgeSlippedNumberTest, IsSilentInOneArticle) {
  EXPECT_FALSE(IsAlert(Earned("a", "16.4", "china"), Earned("a", "14.6")));
}

TEST_F(JudgeSlippedNumberTest, IsSilentOfWhatIsMerelyCounted) {
  EXPECT_FALSE(IsAlert(Of("count", About("wafer", Sold("a", "41600"))), Of("count", About("die", Sold("b", "46100")))));
}

}  // namespace
}  // namespace newsgraph::compare
