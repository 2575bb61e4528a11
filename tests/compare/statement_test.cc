#include "compare/statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class PrepareTest : public testing::Test {
 protected:
  const Catalogue world_ = SmallWorld();
};

TEST_F(PrepareTest, GivesAKeyForEachSubject) {
  Evidence shared = Sold("a", "39");
  shared.claim.co_subjects = {"globex", "acme"};
  EXPECT_THAT(Prepare(shared, world_).keys, SizeIs(2));
  EXPECT_EQ(SubjectOf(Prepare(By("globex", Sold("a", "1")), world_).keys.front()), "globex");
}

TEST_F(PrepareTest, GivesNoKeyToADerivedFaceOrAnUnresolvedDate) {
  EXPECT_THAT(Prepare(Sold("a", Converted(Money("700", 6))), world_).keys, IsEmpty());
  Evidence unresolved = Starts("a", Year(2027));
  std::get<Date>(unresolved.value).interval.reset();
  EXPECT_THAT(Prepare(unresolved, world_).keys, IsEmpty());
}

TEST_F(PrepareTest, TakesTheCountedNounForAnUnstatedObject) {
  Evidence counted = About("", Sold("a", "39"));
  std::get<Figure>(counted.value).unit = "robot";
  EXPECT_EQ(Prepare(counted, world_).object, "robot");
  EXPECT_EQ(Prepare(Of("headcount", counted), world_).object, "");
}

TEST_F(PrepareTest, TakesAPlaceThatIsTheSubjectForAnUnstatedPlace) {
  EXPECT_EQ(Prepare(By("china", Sold("a", "39")), world_).place, "china");
  EXPECT_EQ(Prepare(By("china", In("xinjiang", Sold("a", "39"))), world_).place, "xinjiang");
  EXPECT_EQ(Prepare(Sold("a", "39"), world_).place, "");
}

TEST_F(PrepareTest, TreatsAnUndeclaredMetricStrictly) {
  const Statement statement = Prepare(Of("unheard_of", Sold("a", "39")), world_);
  EXPECT_TRUE(statement.metric().object_separates);
  EXPECT_TRUE(statement.metric().place_separates);
}

TEST_F(PrepareTest, TakesAnEstimateOfAYearThatGoesOnForAForecast) {
  const Evidence estimate = As(ClaimStatus::kEstimated, During(Year(2026), Published("2026-03-10", Sold("a", "39"))));
  EXPECT_EQ(Prepare(estimate, world_).status_class, StatusClass::kFuture);
  EXPECT_EQ(Prepare(During(Year(2025), estimate), world_).status_class, StatusClass::kPresent);
  EXPECT_EQ(Prepare(Of("inventory", estimate), world_).status_class, StatusClass::kPresent) << "a state";
}

}  // namespace
}  // namespace newsgraph::compare
