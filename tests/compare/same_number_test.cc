#include "compare/same_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compare/find_conflicts.h"
#include "tests/compare/both_ways.h"
#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class JudgeSameNumberTest : public testing::Test {
 protected:
  std::optional<Disagreement> Judge(const Evidence& a, const Evidence& b) const {
    return CompareBothWays(a, b, world_);
  }
  std::optional<ConflictKind> KindOf(const Evidence& a, const Evidence& b) const {
    const std::optional<Disagreement> found = Judge(a, b);
    return found ? std::optional(found->kind) : std::nullopt;
  }

  const Catalogue world_ = SmallWorld();
  const Evidence a_ = In("china", Sold("a", "4160"));
  const Evidence b_ = In("china", Sold("b", "4160"));
};

Evidence Paid(std::string article, std::string_view number, std::string currency) {
  Figure sum = Money(number, 9);
  sum.unit = std::move(currency);
  return Of("revenue", About("", Sold(std::move(article), sum)));
}

TEST_F(JudgeSameNumberTest, IsSilentWhereNothingDiffers) { EXPECT_FALSE(Judge(a_, b_)); }

TEST_F(JudgeSameNumberTest, FindsASwappedCurrency) {
  const std::optional<Disagreement> found = Judge(Paid("a", "7.1", "CNY"), Paid("b", "7.1", "USD"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, ConflictKind::kUnit);
  EXPECT_EQ(found->severity, Severity::kSoft);
  EXPECT_FALSE(Judge(Paid("a", "7", "CNY"), Paid("b", "7", "USD"))) << "one digit falls twice by chance";
}

TEST_F(JudgeSameNumberTest, FindsASwappedCurrencyWhereOneSideSaysLess) {
  const Evidence yuan = In("china", Paid("a", "7.1", "CNY"));
  EXPECT_EQ(Judge(yuan, Paid("b", "7.1", "USD"))->severity, Severity::kSoft);
  EXPECT_FALSE(Judge(yuan, In("xinjiang", Paid("b", "7.1", "USD")))) << "two places";
  EXPECT_FALSE(Judge(About("robot", yuan), Timeless(Paid("b", "7.1", "USD")))) << "three doubts of two digits";
  EXPECT_FALSE(Judge(yuan, Published("2026-02-20", Paid("b", "7.1", "USD")))) << "of another month";
}

TEST_F(JudgeSameNumberTest, TakesOneNumberOfOneWeekForOneTimeWhereNeitherStatesAny) {
  const Evidence yuan = Timeless(Paid("a", "7.1", "CNY"));
  const Evidence dollars = Timeless(Paid("b", "7.1", "USD"));
  EXPECT_EQ(KindOf(yuan, dollars), ConflictKind::kUnit);
  EXPECT_EQ(KindOf(yuan, Published("2026-01-27", dollars)), ConflictKind::kUnit);
  EXPECT_EQ(Judge(yuan, Published("2026-01-27", dollars))->severity, Severity::kSoft);
  EXPECT_EQ(Judge(yuan, Published("2026-02-20", dollars))->severity, Severity::kNote) << "of another month, perhaps";
}

TEST_F(JudgeSameNumberTest, NeedsNoDigitsInOneSentence) {
  const Evidence yuan = InSentence("Acme earned 7 billion yuan in 2025.", Paid("a", "7", "CNY"));
  const Evidence dollars = InSentence("Acme earned 7 billion dollars in 2025.", Paid("b", "7", "USD"));
  EXPECT_EQ(KindOf(yuan, dollars), ConflictKind::kUnit);
  EXPECT_FALSE(Judge(yuan, InSentence("Dollars, 7 billion, were earned.", dollars)));
}

TEST_F(JudgeSameNumberTest, FindsAnotherYearInOneSentence) {
  const Evidence a = InSentence("Acme sold 600,000 robots in 2025.", Sold("a", "600000"));
  const Evidence b = InSentence("Acme sold 600,000 robots in 2024.", During(Year(2024), Sold("b", "600000")));
  EXPECT_EQ(KindOf(a, b), ConflictKind::kTime);
  const Evidence may = InSentence("Acme sold 600,000 robots in May.", During(Days("2025-05-01", "2025-05-31"), a));
  const Evidence june = InSentence("Acme sold 600,000 robots in June.", During(Days("2025-06-01", "2025-06-30"), b));
  EXPECT_FALSE(Judge(may, june)) << "monthly reports are in one sentence, too";
}

TEST_F(JudgeSameNumberTest, FindsAnotherRate) {
  Figure month = Written("4160");
  month.per = "month";
  Figure quarter = month;
  quarter.per = "quarter";
  const std::optional<Disagreement> found = Judge(Sold("a", month), Sold("b", quarter));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, ConflictKind::kUnit);
  EXPECT_EQ(found->severity, Severity::kSoft);
}

TEST_F(JudgeSameNumberTest, IgnoresTheObjectWhereItDoesNotSeparate) {
  const Evidence people = Of("headcount", About("robot", Sold("a", "4160")));
  EXPECT_FALSE(Judge(people, Of("headcount", About("wafer", Sold("b", "4160")))));
}

TEST_F(JudgeSameNumberTest, NotesOtherCountedNouns) {
  const auto of = [](std::string article, std::string noun) {
    Figure figure = Written("4160");
    figure.unit = noun;
    return About(noun, Sold(std::move(article), figure));
  };
  const std::optional<Disagreement> found = Judge(of("a", "wafer"), of("b", "die"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, ConflictKind::kUnit);
  EXPECT_EQ(found->severity, Severity::kNote) << "two words may be one thing";
}

TEST_F(JudgeSameNumberTest, FindsAnotherObjectOrPlaceThatPacksKnow) {
  EXPECT_EQ(KindOf(a_, About("wafer", b_)), ConflictKind::kObject);
  EXPECT_EQ(KindOf(a_, About("humanoid robot", b_)), ConflictKind::kScope);
  EXPECT_EQ(KindOf(a_, In("xinjiang", b_)), ConflictKind::kScope);
  EXPECT_FALSE(KindOf(About("robot arms", a_), About("Roboterarme", b_))) << "free words may be one thing";
}

TEST_F(JudgeSameNumberTest, FindsAnotherPeriodOfAFlowOnly) {
  EXPECT_EQ(KindOf(a_, During(Year(2024), b_)), ConflictKind::kTime);
  EXPECT_FALSE(Judge(Of("headcount", a_), Of("headcount", During(Year(2024), b_)))) << "a state may last";
}

TEST_F(JudgeSameNumberTest, FindsWhatIsDeniedAndWhatIsStillPlanned) {
  EXPECT_EQ(KindOf(a_, As(ClaimStatus::kDenied, b_)), ConflictKind::kStatus);
  const Evidence plan = As(ClaimStatus::kPlanned, b_);
  EXPECT_EQ(KindOf(a_, Published("2026-02-01", plan)), ConflictKind::kStatus);
  EXPECT_FALSE(Judge(a_, Published("2026-01-02", plan))) << "a plan came true";
}

TEST_F(JudgeSameNumberTest, LeavesTwoDifferencesAlone) {
  EXPECT_FALSE(Judge(a_, During(Year(2024), About("wafer", b_))));
  EXPECT_FALSE(Judge(a_, In("xinjiang", During(Year(2024), b_))));
}

TEST_F(JudgeSameNumberTest, LeavesAloneWhatMayFallTwice) {
  EXPECT_FALSE(Judge(About("wafer", Sold("a", "4200")), Sold("b", "4200")));
  EXPECT_FALSE(Judge(a_, Published("2026-06-01", During(Year(2024), b_)))) << "another story";
  EXPECT_FALSE(Judge(a_, By("globex", During(Year(2024), b_))));
}

TEST_F(JudgeSameNumberTest, MakesAConflictWithSides) {
  const std::vector<Evidence> claims = {Paid("a", "7.1", "CNY"), Paid("b", "7.1", "USD"), Paid("c", "7.1", "CNY")};
  std::size_t found = 0;
  for (const std::string& key : ComparisonKeys(claims[0], world_)) {
    for (const Conflict& conflict : FindConflicts(key, claims, world_)) {
      ++found;
      EXPECT_EQ(conflict.kind, ConflictKind::kUnit);
      ASSERT_THAT(conflict.sides, SizeIs(2));
      EXPECT_THAT(conflict.sides[0].evidence, SizeIs(2));
    }
  }
  EXPECT_EQ(found, 1U);
}

class JudgeHedgeTest : public JudgeSameNumberTest {};

TEST_F(JudgeHedgeTest, NamesABoundThatOneOriginsNumberLostOrTurned) {
  const Evidence a = Says("Bloomberg", Sold("a", "115000", Mod::kMoreThan));
  const Evidence turned = Says("Bloomberg", Sold("b", "115000", Mod::kLessThan));
  EXPECT_EQ(KindOf(a, turned), ConflictKind::kHedge);
  const std::optional<Disagreement> lost = Judge(a, Says("Bloomberg", Sold("b", "115000")));
  ASSERT_TRUE(lost);
  EXPECT_EQ(lost->kind, ConflictKind::kHedge);
  EXPECT_EQ(lost->severity, Severity::kNote);
}

TEST_F(JudgeHedgeTest, LeavesOtherOriginsTheirOwnBounds) {
  const Evidence a = Says("Bloomberg", Sold("a", "115000", Mod::kMoreThan));
  EXPECT_FALSE(Judge(a, Says("Reuters", Sold("b", "115000"))));
  EXPECT_EQ(KindOf(a, Says("Reuters", Sold("b", "115000", Mod::kLessThan))), ConflictKind::kValue);
}

TEST_F(JudgeHedgeTest, NamesALostPowerOfTen) {
  EXPECT_EQ(KindOf(Paid("a", "41.929", "CNY"), Paid("b", "0.0419", "CNY")), ConflictKind::kMagnitude);
  EXPECT_EQ(KindOf(Sold("a", "13000"), Sold("b", "18000")), ConflictKind::kValue);
}

TEST_F(JudgeHedgeTest, TakesADeniedNumberForTheOneThatWasSaid) {
  const Evidence plan = As(ClaimStatus::kPlanned, Sold("a", "500000"));
  EXPECT_EQ(KindOf(plan, As(ClaimStatus::kDenied, Sold("b", "500000"))), ConflictKind::kStatus);
  EXPECT_FALSE(Judge(plan, As(ClaimStatus::kDenied, Sold("b", "600000"))));
}

}  // namespace
}  // namespace newsgraph::compare
