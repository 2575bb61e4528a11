#include "compare/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class CheckGateTest : public testing::Test {
 protected:
  std::optional<Comparability> Check(const Evidence& a, const Evidence& b) const {
    return CheckGate(Prepare(a, world_), Prepare(b, world_), world_);
  }
  // How many steps of severity are lost; -1 where the two are not compared.
  int Doubts(const Evidence& a, const Evidence& b) const {
    const auto forth = Check(a, b);
    const auto back = Check(b, a);
    EXPECT_EQ(forth.has_value(), back.has_value());
    if (!forth || !back) return -1;
    EXPECT_EQ(forth->doubts, back->doubts);
    return static_cast<int>(forth->doubts.size());
  }

  const Catalogue world_ = SmallWorld();
  const Evidence a_ = Sold("a", "39");
  const Evidence b_ = Sold("b", "41");
};

TEST_F(CheckGateTest, OpensForClaimsOfOneThing) { EXPECT_EQ(Doubts(a_, b_), 0); }

TEST_F(CheckGateTest, KeepsOtherObjectsAndPartsOfThemApart) {
  EXPECT_EQ(Doubts(a_, About("wafer", b_)), -1);
  EXPECT_EQ(Doubts(a_, About("humanoid robot", b_)), -1);
}

TEST_F(CheckGateTest, DoubtsAnUnstatedObject) {
  EXPECT_EQ(Doubts(a_, About("", b_)), 1);
  EXPECT_EQ(Doubts(About("", a_), About("", b_)), 1);
}

TEST_F(CheckGateTest, TakesAnAbsentObjectForTheWholeWhereTheMetricSaysSo) {
  EXPECT_EQ(Doubts(Of("revenue", a_), Of("revenue", About("", b_))), -1);
  EXPECT_EQ(Doubts(Of("revenue", About("", a_)), Of("revenue", About("", b_))), 0);
}

TEST_F(CheckGateTest, TellsNoHeadcountsApartByWhatHeadsAreCalled) {
  const auto counted = [](std::string object, std::string unit, Evidence evidence) {
    std::get<Figure>(evidence.value).unit = std::move(unit);
    return Of("headcount", About(std::move(object), std::move(evidence)));
  };
  const Evidence people = counted("person", "person", a_);
  EXPECT_EQ(Doubts(people, counted("employee", "employee", b_)), 0);
  EXPECT_EQ(Doubts(people, counted("employee", "person", b_)), 0);
  EXPECT_EQ(Doubts(people, counted("", "", b_)), 0);
  EXPECT_EQ(Doubts(people, counted("robot", "robot", b_)), -1) << "no heads";
}

TEST_F(CheckGateTest, TakesJobsAndThoseWhoHaveThemForOne) {
  EXPECT_EQ(Doubts(Of("count", About("job", a_)), Of("count", About("employee", b_))), 0);
  EXPECT_EQ(Doubts(Of("count", About("job", a_)), Of("count", About("robot", b_))), -1);
}

TEST_F(CheckGateTest, TakesDevicesForWhatTheOtherCountsOfOneThing) {
  const auto counted = [](std::string unit, Evidence evidence) {
    std::get<Figure>(evidence.value).unit = std::move(unit);
    return evidence;
  };
  EXPECT_EQ(Doubts(counted("device", a_), counted("robot", b_)), 0);
  EXPECT_EQ(Doubts(counted("wafer", a_), counted("die", b_)), -1);
  EXPECT_EQ(Doubts(About("device", a_), About("wafer", b_)), -1) << "of two things";
}

TEST_F(CheckGateTest, DoubtsNothingThatOneSentenceLeavesUnsaid) {
  const Evidence a = InSentence("Acme sold 39 of them, the company said.", Timeless(About("", a_)));
  const Evidence b = InSentence("Acme sold 41 of them, the company said.", Timeless(About("", b_)));
  EXPECT_EQ(Doubts(a, b), 0);
  EXPECT_EQ(Doubts(a, InSentence("The group has 41 that it could sell.", b)), 2);
  EXPECT_EQ(Doubts(a, Published("2026-01-21", b)), 1) << "of another day, and perhaps of another time";
  EXPECT_EQ(Doubts(a, In("china", b)), 1) << "one of them says where";
}

TEST_F(CheckGateTest, KnowsAnEventByItsSentence) {
  const Evidence a = InSentence("Acme starts in 2026, the company said.", About("", Starts("a", Year(2026))));
  const Evidence b = InSentence("Acme starts in 2025, the company said.", About("", Starts("b", Year(2025))));
  EXPECT_EQ(Doubts(a, b), 0);
  EXPECT_EQ(Doubts(a, As(ClaimStatus::kActual, b)), 0) << "the date alone says that it has been";
  EXPECT_EQ(Doubts(a, InSentence("In 2025 it will do so.", b)), -1);
}

TEST_F(CheckGateTest, KeepsOtherPlacesAndPartsOfThemApart) {
  EXPECT_EQ(Doubts(In("china", a_), In("europe", b_)), -1);
  EXPECT_EQ(Doubts(In("china", a_), In("xinjiang", b_)), -1);
  EXPECT_EQ(Doubts(By("china", a_), In("xinjiang", By("china", b_))), -1);
}

TEST_F(CheckGateTest, DoubtsAnUnstatedPlaceOnOneSideOnly) {
  EXPECT_EQ(Doubts(In("china", a_), b_), 1);
  EXPECT_EQ(Doubts(In("china", a_), In("china", b_)), 0);
}

TEST_F(CheckGateTest, KeepsWafersAndDiesApart) {
  Evidence wafers = a_;
  std::get<Figure>(wafers.value).unit = "wafer";
  Evidence dies = b_;
  std::get<Figure>(dies.value).unit = "die";
  EXPECT_EQ(Doubts(wafers, dies), -1);
  std::get<Figure>(dies.value).unit = "a noun of no pack";
  EXPECT_EQ(Doubts(wafers, dies), 0);
}

TEST_F(CheckGateTest, KeepsRatesOfOtherBasesApart) {
  Evidence hourly = Of("price", Sold("a", Money("6")));
  std::get<Figure>(hourly.value).per = "hour";
  Evidence each = Of("price", Sold("b", Money("6")));
  std::get<Figure>(each.value).per = "unit";
  EXPECT_EQ(Doubts(hourly, each), -1);
  EXPECT_EQ(Doubts(hourly, Of("price", Sold("b", Money("6")))), 1);
}

TEST_F(CheckGateTest, ComparesWithinAStatusClass) {
  EXPECT_EQ(Doubts(a_, As(ClaimStatus::kEstimated, b_)), 0);
  EXPECT_EQ(Doubts(As(ClaimStatus::kPlanned, a_), As(ClaimStatus::kForecast, b_)), 0);
  EXPECT_EQ(Doubts(a_, As(ClaimStatus::kPlanned, b_)), -1);
  EXPECT_EQ(Doubts(As(ClaimStatus::kDenied, a_), As(ClaimStatus::kDenied, b_)), -1);
}

TEST_F(CheckGateTest, CrossesStatusClassesWithinOneArticleForBoundsOfOneKind) {
  const Evidence expected = As(ClaimStatus::kForecast, During({}, Sold("a", "1000000", Mod::kMoreThan)));
  const Evidence ordered = During({}, Sold("a", "2000000", Mod::kMoreThan));
  ASSERT_TRUE(Check(expected, ordered));
  EXPECT_EQ(Check(expected, ordered)->most, Severity::kSoft);
  EXPECT_FALSE(Check(expected, During({}, Sold("b", "2000000", Mod::kMoreThan))));
  EXPECT_FALSE(Check(expected, During({}, Sold("a", "2000000"))));
  EXPECT_FALSE(Check(expected, Sold("a", "2000000", Mod::kMoreThan)));
}

TEST_F(CheckGateTest, LeavesAnArticleThatSpeaksInOneVoiceAlone) {
  const Evidence here = Sold("a", "41");
  EXPECT_EQ(Doubts(a_, here), -1);
  EXPECT_EQ(Doubts(Says("Omdia", a_), Says("IDC", here)), 0);
  EXPECT_EQ(Doubts(Says("Omdia", a_), here), 1);
}

TEST_F(CheckGateTest, DoubtsAValueSharedWithOthers) {
  Evidence shared = b_;
  shared.claim.co_subjects = {"globex"};
  EXPECT_EQ(Doubts(a_, shared), 1);
}

TEST_F(CheckGateTest, ComparesOnlyEventsWhoseObjectIsKnown) {
  const Evidence one = Starts("a", Year(2026));
  const Evidence other = Starts("b", Year(2027));
  EXPECT_EQ(Doubts(one, other), 0);
  EXPECT_EQ(Doubts(one, About("", other)), -1);
  EXPECT_EQ(Doubts(About("", one), About("", other)), -1);
  EXPECT_EQ(Doubts(one, About("further robot plant", other)), -1);
  EXPECT_EQ(Doubts(Of("event:founded", About("", one)), Of("event:founded", About("", other))), 0);
}

TEST_F(CheckGateTest, KeepsWhatAFirmExpectsOfItselfApartFromWhatOthersExpect) {
  const Evidence own = Says("Acme", As(ClaimStatus::kForecast, a_));
  EXPECT_EQ(Doubts(own, Says("analysts", As(ClaimStatus::kForecast, b_))), -1);
  EXPECT_EQ(Doubts(own, Says("Omdia", As(ClaimStatus::kForecast, b_))), -1);
  EXPECT_EQ(Doubts(own, Says("Acme", As(ClaimStatus::kForecast, b_))), 0);
  EXPECT_EQ(Doubts(own, As(ClaimStatus::kForecast, b_)), 0);
}

TEST_F(CheckGateTest, ComparesNoPricesOfWhatNobodyNamesInAPlace) {
  const auto price = [](std::string article, std::string object) {
    return By("china", About(std::move(object), Of("price", Sold(std::move(article), Money("39")))));
  };
  EXPECT_EQ(Doubts(price("a", ""), price("b", "")), -1);
  EXPECT_EQ(Doubts(price("a", "robot"), price("b", "robot")), 0);
  EXPECT_EQ(Doubts(By("acme", price("a", "")), By("acme", price("b", ""))), 1);
}

TEST_F(CheckGateTest, ComparesNoPropertiesOfWhatNobodyNamesOfAFirm) {
  const auto memory = [](std::string article, std::string object) {
    return About(std::move(object), Of("memory", Sold(std::move(article), Written("39"))));
  };
  EXPECT_EQ(Doubts(By("acme", memory("a", "")), By("acme", memory("b", ""))), -1);
  EXPECT_EQ(Doubts(By("acme", memory("a", "robot")), By("acme", memory("b", "robot"))), 0);
  EXPECT_EQ(Doubts(By("h20", memory("a", "")), By("h20", memory("b", ""))), 1) << "a thing has one";
}

}  // namespace
}  // namespace newsgraph::compare
