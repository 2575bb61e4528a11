#include "compare/judge_link.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using enum ClaimStatus;
using enum LinkKind;

constexpr std::string_view kBefore = "2025-02-01";  // while the plan's year was not over
constexpr std::string_view kAfter = "2026-01-20";

// "Acme plans to sell ... robots in 2025", and what it sold.
Evidence Planned(const Figure& figure) { return Published(kBefore, As(kPlanned, Sold("plan", figure))); }
Evidence Planned(std::string_view number, Mod mod = Mod::kExact) { return Planned(Written(number, 0, mod)); }
Evidence Reached(const Figure& figure) { return Published(kAfter, Sold("report", figure)); }
Evidence Reached(std::string_view number, Mod mod = Mod::kExact) { return Reached(Written(number, 0, mod)); }

class JudgeLinkTest : public testing::Test {
 protected:
  std::optional<LinkKind> Judge(const Evidence& expectation, const Evidence& outcome) const {
    return JudgeLink(Prepare(expectation, world_), Prepare(outcome, world_), world_);
  }

  const Catalogue world_ = SmallWorld();
};

TEST_F(JudgeLinkTest, SaysWhetherAPlanWasMet) {
  EXPECT_EQ(Judge(Planned("600000"), Reached("600000")), kMet);
  EXPECT_EQ(Judge(Planned("600000"), Reached("612345")), kMet) << "600,000 is rounded";
  EXPECT_EQ(Judge(Planned("600000"), Reached("700000")), kExceeded);
  EXPECT_EQ(Judge(Planned("600000"), Reached("400000")), kMissed);
  EXPECT_EQ(Judge(Planned("600000"), Reached("500000")), kMissed) << "rounded to hundred thousands, both";
  EXPECT_EQ(Judge(Planned("600000"), As(kEstimated, Reached("400000"))), kMissed);
}

TEST_F(JudgeLinkTest, LeavesOpenWhatRoundingLeavesOpen) {
  EXPECT_EQ(Judge(Planned("600000"), Reached("590000")), std::nullopt)
      << "less, but perhaps it was never planned to be more";
  EXPECT_EQ(Judge(Planned("600000"), Reached("500000", Mod::kMoreThan)), std::nullopt);
  EXPECT_EQ(Judge(Planned("600000"), Reached("600000", Mod::kNearly)), std::nullopt);
  EXPECT_EQ(Judge(Planned("600000"), Reached("600000", Mod::kMoreThan)), kMet);
}

TEST_F(JudgeLinkTest, TakesALeastForMetHoweverFarItIsExceeded) {
  EXPECT_EQ(Judge(Planned("600000", Mod::kAtLeast), Reached("900000")), kMet);
  EXPECT_EQ(Judge(Planned("600000", Mod::kAtLeast), Reached("590000")), kMissed);
}

TEST_F(JudgeLinkTest, TakesAMostForNoGoal) {
  EXPECT_EQ(Judge(Planned("600000", Mod::kUpTo), Reached("400000")), std::nullopt);
  EXPECT_EQ(Judge(Planned("600000", Mod::kUpTo), Reached("600000")), std::nullopt);
}

TEST_F(JudgeLinkTest, ComparesRangesByTheirEnds) {
  Figure range = Written("10000");
  range.high = Decimal(20000, 0);
  EXPECT_EQ(Judge(Planned(range), Reached("15000")), kMet);
  EXPECT_EQ(Judge(Planned(range), Reached("9000")), kMissed);
  EXPECT_EQ(Judge(Planned(range), Reached("25000")), kExceeded);
}

TEST_F(JudgeLinkTest, KnowsOnlyThatAPlanWasMetWhereLessMayBeBetter) {
  EXPECT_EQ(Judge(Of("headcount", Planned("12000")), Of("headcount", Reached("12000"))), kMet);
  EXPECT_EQ(Judge(Of("headcount", Planned("12000")), Of("headcount", Reached("9000"))), std::nullopt);
  EXPECT_EQ(Judge(Of("headcount", Planned("3")), Of("headcount", Reached("3"))), std::nullopt) << "by chance";
}

TEST_F(JudgeLinkTest, WaitsUntilThePlansTimeIsOver) {
  EXPECT_EQ(Judge(Planned("600000"), Published("2025-12-31", Reached("400000"))), std::nullopt);
  EXPECT_EQ(Judge(Timeless(Planned("600000")), Reached("400000")), std::nullopt) << "no deadline";
  EXPECT_EQ(Judge(Planned("600000"), Timeless(Reached("400000"))), std::nullopt) << "of which period?";
  EXPECT_EQ(Judge(Planned("600000"), During(Days("2025-01-01", "2025-06-30"), Reached("400000"))), std::nullopt);
}

TEST_F(JudgeLinkTest, TakesAPlanToldAfterwardsOnlyWithWhatBecameOfIt) {
  const Evidence told = Published(kAfter, Planned("600000"));
  EXPECT_EQ(Judge(told, Reached("400000")), std::nullopt);
  Evidence there = told;
  there.ref.article = "report";
  EXPECT_EQ(Judge(there, Reached("400000")), kMissed);
}

TEST_F(JudgeLinkTest, TakesNoSentenceForItsOwnOutcome) {
  const std::string sentence = "The group will have sold 600,000 robots in 2025, it says.";
  EXPECT_EQ(Judge(InSentence(sentence, Planned("600000")), InSentence(sentence, Reached("600000"))), std::nullopt);
  EXPECT_EQ(Judge(InSentence("Acme aims to sell 600,000 robots in 2025.", Planned("600000")),
                  InSentence("Acme sold 400,000 robots in 2025.", Reached("400000"))),
            kMissed)
      << "alike, but not one";
}

TEST_F(JudgeLinkTest, TakesFarTooManyOrTooFewForOthers) {
  EXPECT_EQ(Judge(Planned("600000"), Reached("2400000")), std::nullopt);
  EXPECT_EQ(Judge(Planned("600000"), Reached("150000")), std::nullopt);
}

TEST_F(JudgeLinkTest, AsksForTheSameThing) {
  EXPECT_EQ(Judge(Planned("600000"), About("wafer", Reached("400000"))), std::nullopt);
  EXPECT_EQ(Judge(Planned("600000"), In("china", Reached("400000"))), std::nullopt);
  EXPECT_EQ(Judge(Planned("600000"), By("globex", Reached("400000"))), std::nullopt);
  EXPECT_EQ(Judge(Planned("600000"), As(kDenied, Reached("600000"))), std::nullopt);
  EXPECT_EQ(Judge(As(kForecast, Planned("600000")), Reached("400000")), std::nullopt) << "a forecast is no plan";
  EXPECT_EQ(Judge(Says("Omdia", As(kForecast, Planned("600000"))), Reached("400000")), std::nullopt);
  EXPECT_EQ(Judge(Says("Acme", As(kForecast, Planned("600000"))), Reached("400000")), kMissed) << "its own forecast";
}

TEST_F(JudgeLinkTest, SetsAPartThatWasPlannedAgainstTooLittleInAll) {
  const Evidence humanoid = About("humanoid robot", Planned("5000"));
  EXPECT_EQ(Judge(humanoid, Reached("3500")), kMissed);
  EXPECT_EQ(Judge(humanoid, Reached("9000")), std::nullopt) << "who knows how many of them are humanoid";
  EXPECT_EQ(Judge(Planned("5000"), About("humanoid robot", Reached("3500"))), std::nullopt);
  EXPECT_EQ(Judge(In("xinjiang", Planned("5000")), In("china", Reached("3500"))), kMissed);
}

TEST_F(JudgeLinkTest, ReadsAStateSoonAfterTheDeadline) {
  const auto deployed = [](Evidence evidence) { return Of("deployed", std::move(evidence)); };
  const Evidence state = Timeless(deployed(Reached("400")));
  EXPECT_EQ(Judge(deployed(Planned("600")), state), kMissed);
  EXPECT_EQ(Judge(deployed(Planned("600")), Published("2026-09-01", state)), std::nullopt) << "a later state";
}

TEST_F(JudgeLinkTest, SaysWhetherAnEventCameInTime) {
  const Evidence plan = Published(kBefore, Starts("plan", Year(2025), DateMod::kBy));
  const auto been = [](DateInterval when) { return Published("2026-06-01", As(kActual, Starts("report", when))); };
  EXPECT_EQ(Judge(plan, been(Days("2025-10-05", "2025-10-05"))), kMet);
  EXPECT_EQ(Judge(plan, been(Days("2026-03-01", "2026-03-31"))), kMissed);
  EXPECT_EQ(Judge(plan, About("", been(Year(2026)))), std::nullopt) << "the start of what?";
  EXPECT_EQ(Judge(plan, been(Days("2024-01-01", "2024-12-31"))), std::nullopt) << "another start";
  const Evidence later = Published("2025-12-01", Starts("later", Days("2026-03-01", "2026-03-31")));
  EXPECT_EQ(Judge(plan, later), kRevised);
  EXPECT_EQ(Judge(plan, Published("2026-02-01", later)), std::nullopt) << "another start, for all one knows";
  const Evidence by_june = Published(kBefore, Starts("plan", Days("2025-06-01", "2025-06-30"), DateMod::kBy));
  EXPECT_EQ(Judge(by_june, been(Year(2025))), std::nullopt) << "before June or after?";
}

TEST_F(JudgeLinkTest, TellsRevisionsFromDisagreements) {
  const auto forecast = [](std::string_view day, std::string_view number, std::string who) {
    return Published(day, Says(std::move(who), As(kForecast, Sold(std::string(day), number))));
  };
  const Evidence earlier = forecast("2025-02-01", "600000", "Omdia");
  EXPECT_EQ(Judge(earlier, forecast("2025-08-01", "400000", "Omdia")), kRevised);
  EXPECT_EQ(Judge(forecast("2025-08-01", "400000", "Omdia"), earlier), std::nullopt) << "the later one revises";
  EXPECT_EQ(Judge(earlier, forecast("2025-08-01", "600000", "Omdia")), std::nullopt) << "nothing has changed";
  EXPECT_EQ(Judge(earlier, forecast("2025-08-01", "400000", "IDC")), std::nullopt);
  EXPECT_EQ(Judge(earlier, forecast("2025-03-18", "400000", "Omdia")), std::nullopt) << "a conflict";
  EXPECT_TRUE(Compare(earlier, forecast("2025-03-18", "400000", "Omdia"), world_));
  EXPECT_EQ(Judge(earlier, forecast("2025-03-19", "400000", "Omdia")), kRevised);
  EXPECT_FALSE(Compare(earlier, forecast("2025-03-19", "400000", "Omdia"), world_));
  EXPECT_TRUE(Compare(earlier, forecast("2025-03-19", "400000", "IDC"), world_)) << "others may be right";
  for (const char* some : {"analysts", "US officials"}) {
    EXPECT_EQ(Judge(forecast("2025-02-01", "600000", some), forecast("2025-08-01", "400000", some)), std::nullopt)
        << "some of them, and others";
  }
  EXPECT_EQ(Judge(Planned("600000"), Published("2025-08-01", As(kPlanned, Sold("later", "400000")))), kRevised)
      << "whoever plans is the source of the plan";
}

TEST_F(JudgeLinkTest, FindsThatLessIsThereThanAPlanNeeds) {
  const auto at = [](std::string metric, std::string place, Evidence evidence) {
    return Published("2025-07-10", Timeless(Of(std::move(metric), In(std::move(place), std::move(evidence)))));
  };
  const Evidence plan = at("deployed", "xinjiang", Planned("115000", Mod::kMoreThan));
  EXPECT_EQ(Judge(plan, at("inventory", "china", Reached("25000", Mod::kAbout))), kFeasibilityGap);
  EXPECT_EQ(Judge(plan, at("inventory", "china", Reached("250000", Mod::kAbout))), std::nullopt) << "there is enough";
  EXPECT_EQ(Judge(plan, at("inventory", "china", Reached("25000", Mod::kAtLeast))), std::nullopt) << "perhaps more";
  EXPECT_EQ(Judge(As(kForecast, plan), at("inventory", "china", Reached("25000"))), std::nullopt);
  EXPECT_EQ(Judge(plan, at("sold", "china", Reached("25000"))), std::nullopt) << "no stock";
  EXPECT_EQ(Judge(plan, About("wafer", at("inventory", "china", Reached("25000")))), std::nullopt);
  EXPECT_EQ(Judge(plan, Published("2026-07-10", at("inventory", "china", Reached("25000")))), std::nullopt)
      << "a year later";
}

}  // namespace
}  // namespace newsgraph::compare
