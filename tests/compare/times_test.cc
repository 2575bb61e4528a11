#include "compare/times.h"

#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using enum TimeRelation;

class RelateTimesTest : public testing::Test {
 protected:
  TimeRelation Relate(const Evidence& a, const Evidence& b) const {
    return RelateTimes(Prepare(a, world_), Prepare(b, world_));
  }

  const Catalogue world_ = SmallWorld();
  const Evidence sold_ = Sold("a", "39");
  const Evidence stock_ = Of("inventory", Sold("a", "39"));
  const Evidence plan_ = As(ClaimStatus::kPlanned, Sold("a", "39"));
};

TEST_F(RelateTimesTest, ComparesFlowsForEqualPeriods) {
  EXPECT_EQ(Relate(sold_, sold_), kSame);
  EXPECT_EQ(Relate(sold_, During(Year(2024), sold_)), kApart);
  EXPECT_EQ(Relate(During(Days("2025-07-01", "2026-06-30"), sold_), sold_), kApart);
}

TEST_F(RelateTimesTest, FindsThePartOfAPeriod) {
  const Evidence quarter = During(Days("2025-01-01", "2025-03-31"), sold_);
  EXPECT_EQ(Relate(quarter, sold_), kFirstInside);
  EXPECT_EQ(Relate(sold_, quarter), kSecondInside);
}

TEST_F(RelateTimesTest, ComparesStocksWhereTheyOverlap) {
  const Evidence december = During(Days("2025-12-01", "2025-12-31"), stock_);
  EXPECT_EQ(Relate(december, stock_), kLoose);
  EXPECT_EQ(Relate(december, During(Year(2024), stock_)), kApart);
}

TEST_F(RelateTimesTest, TakesLongHorizonsOfEqualLengthForEqual) {
  const Evidence one = During(Days("2025-09-01", "2028-09-01"), plan_);
  const Evidence other = During(Days("2025-09-20", "2028-09-20"), plan_);
  EXPECT_EQ(Relate(one, other), kSame);
  EXPECT_NE(Relate(During(Days("2025-09-01", "2025-12-01"), plan_), During(Days("2025-09-20", "2025-12-20"), plan_)),
            kSame);
}

TEST_F(RelateTimesTest, TakesWhatIsCountedUpToNowOnNeighbouringDaysForOnePeriod) {
  const auto since_new_year = [&](const char* published) {
    return Published(published, During(Days("2025-01-01", published), sold_));
  };
  EXPECT_EQ(Relate(since_new_year("2025-12-09"), since_new_year("2025-12-11")), kSame);
  EXPECT_EQ(Relate(since_new_year("2025-09-09"), since_new_year("2025-12-11")), kFirstInside);
}

TEST_F(RelateTimesTest, KeepsPlansWithOtherEndsApart) {
  const Evidence plan = Of("inventory", plan_);
  EXPECT_EQ(Relate(During(Year(2028), plan), During(Days("2026-01-01", "2028-12-31"), plan)), kLoose);
  EXPECT_EQ(Relate(During(Year(2026), plan), During(Days("2026-01-01", "2028-12-31"), plan)), kApart);
}

TEST_F(RelateTimesTest, TakesAnUnstatedTimeForNearThePublication) {
  EXPECT_EQ(Relate(During({}, sold_), sold_), kLoose);
  EXPECT_EQ(Relate(During({}, sold_), During(Year(2019), sold_)), kApart);
  EXPECT_EQ(Relate(During({}, plan_), During(Year(2030), plan_)), kLoose);
  EXPECT_EQ(Relate(During({}, plan_), During(Year(2019), plan_)), kApart);
}

TEST_F(RelateTimesTest, TakesALaterReportForALaterState) {
  const Evidence now = During({}, stock_);
  EXPECT_EQ(Relate(now, Published("2026-01-22", now)), kSame);
  EXPECT_EQ(Relate(now, Published("2026-02-20", now)), kLoose);
  EXPECT_EQ(Relate(now, Published("2026-06-20", now)), kApart);
}

TEST_F(RelateTimesTest, LetsPlansStandLonger) {
  const Evidence plan = During({}, plan_);
  EXPECT_EQ(Relate(Of("inventory", plan), Of("inventory", Published("2026-02-20", plan))), kSame);
  EXPECT_EQ(Relate(plan, Published("2026-06-20", plan)), kApart);
}

TEST_F(RelateTimesTest, TakesALaterForecastOfOneSourceForARevision) {
  const auto forecast = [&](std::string who, std::string_view day) {
    return Published(day, Says(std::move(who), As(ClaimStatus::kForecast, sold_)));
  };
  EXPECT_EQ(Relate(forecast("Omdia", "2026-01-20"), forecast("Omdia", "2026-02-20")), kSame) << "one report";
  EXPECT_EQ(Relate(forecast("Omdia", "2026-01-20"), forecast("Omdia", "2026-04-10")), kApart);
  EXPECT_EQ(Relate(forecast("Omdia", "2026-01-20"), forecast("IDC", "2026-04-10")), kLoose);
  EXPECT_EQ(Relate(forecast("Omdia", "2026-01-20"), forecast("IDC", "2026-06-20")), kApart) << "a later forecast";
  EXPECT_EQ(Relate(forecast("analysts", "2026-01-20"), forecast("analysts", "2026-04-10")), kLoose) << "of others";
  EXPECT_EQ(Relate(forecast("", "2026-01-20"), forecast("", "2026-04-10")), kLoose) << "of nobody";
  EXPECT_EQ(Relate(plan_, Published("2026-02-20", plan_)), kSame);
  EXPECT_EQ(Relate(plan_, Published("2026-04-10", plan_)), kApart) << "whoever plans is the source of the plan";
  EXPECT_EQ(Relate(plan_, Published("2026-04-10", Says("Omdia", plan_))), kLoose);
  Evidence cited = forecast("Reuters", "2026-04-10");
  cited.claim.original_source = "Omdia";
  EXPECT_EQ(Relate(forecast("Omdia", "2026-01-20"), cited), kApart);
}

TEST_F(RelateTimesTest, TakesTenfoldWithTheSameDigitsForNoGrowth) {
  const auto counted = [](std::string_view number, std::string day) {
    return Published(std::move(day), Timeless(Of("count", Sold("a", number))));
  };
  EXPECT_EQ(Relate(counted("68000", "2026-02-05"), counted("74000", "2026-02-06")), kApart);
  EXPECT_EQ(Relate(counted("68000", "2026-02-05"), counted("680000", "2026-02-06")), kSame);
  EXPECT_EQ(Relate(counted("60000", "2026-02-05"), counted("600000", "2026-02-06")), kApart) << "one digit";
}

TEST_F(RelateTimesTest, DoesNotGuessThePeriodOfRevenueOrGrowth) {
  const Evidence revenue = Of("revenue", Sold("a", Money("17.3", 9)));
  EXPECT_EQ(Relate(During({}, revenue), revenue), kApart);
  const Evidence growth = Of("growth", Sold("a", Percent("4")));
  EXPECT_EQ(Relate(During({}, growth), growth), kApart);
  EXPECT_EQ(Relate(During({}, growth), During({}, growth)), kLoose);
}

TEST_F(RelateTimesTest, KeepsSharesOfOtherPeriodsApartButNotPrices) {
  const DateInterval quarter = Days("2025-01-01", "2025-03-31");
  const Evidence share = Of("market_share", Sold("a", Percent("38")));
  EXPECT_NE(Relate(share, During(quarter, share)), kLoose);
  const Evidence price = Of("price", Sold("a", Money("30000")));
  EXPECT_EQ(Relate(price, During(quarter, price)), kLoose);
}

TEST_F(RelateTimesTest, TakesAPropertyForTimeless) {
  const Evidence memory = Of("memory", Sold("a", "141"));
  EXPECT_EQ(Relate(During({}, memory), During({}, Published("2020-01-01", memory))), kSame);
}

TEST_F(RelateTimesTest, DoubtsWhatIsUndated) {
  Evidence undated = During({}, stock_);
  undated.published.reset();
  EXPECT_EQ(Relate(undated, During({}, stock_)), kLoose);
}

TEST_F(RelateTimesTest, TakesALaterCountOfMoreForAnUpdate) {
  const Evidence toll = Of("count", During({}, Sold("a", "143")));
  const Evidence later = Published("2026-01-22", Of("count", During({}, Sold("b", "187"))));
  EXPECT_EQ(Relate(toll, later), kApart);
  EXPECT_NE(Relate(later, Published("2026-01-23", toll)), kApart) << "less than before is no update";
}

TEST_F(RelateTimesTest, KnowsTheDigitsOfOneStoryWhereAPeriodIsUnstated) {
  const auto revenue = [](const char* article, const char* number, int scale) {
    return Of("revenue", Sold(article, Money(number, scale)));
  };
  const Evidence stated = revenue("a", "73.4", 9);
  EXPECT_EQ(Relate(stated, During({}, revenue("b", "73.4", 6))), kLoose);
  EXPECT_EQ(Relate(stated, During({}, revenue("b", "17.3", 9))), kApart);
  EXPECT_EQ(Relate(revenue("a", "7", 9), During({}, revenue("b", "7", 6))), kApart) << "one digit falls often";
}

TEST_F(RelateTimesTest, RevisesAPlanThatOneSideDates) {
  const Evidence dated = Says("Omdia", Published("2026-01-20", During(Year(2027), plan_)));
  const Evidence undated = Says("Omdia", Published("2026-04-10", Timeless(plan_)));
  EXPECT_EQ(Relate(dated, undated), kApart);
  EXPECT_EQ(Relate(dated, Published("2026-01-25", undated)), kLoose);
}

TEST_F(RelateTimesTest, TakesALaterOutlookOfAFirmForARevision) {
  const Evidence outlook = Says("Acme", As(ClaimStatus::kForecast, Of("revenue", Sold("a", Money("27", 9)))));
  EXPECT_EQ(Relate(Published("2026-01-20", outlook), Published("2026-01-22", outlook)), kSame) << "one report";
  EXPECT_EQ(Relate(Published("2026-01-20", outlook), Published("2026-02-03", outlook)), kApart);
  EXPECT_EQ(Relate(Published("2026-01-20", outlook), Published("2026-02-03", Says("", Timeless(outlook)))), kApart);
  EXPECT_EQ(Relate(Published("2026-01-20", outlook), Published("2026-02-03", Says("Omdia", outlook))), kSame);
}

TEST_F(RelateTimesTest, TakesThisYearForTheYearSoFar) {
  const Evidence so_far = Published("2026-03-10", During(Days("2026-01-01", "2026-03-10"), Sold("a", "39")));
  EXPECT_EQ(Relate(so_far, Published("2026-03-12", During(Year(2026), Sold("b", "41")))), kSame);
  EXPECT_NE(Relate(so_far, Published("2026-06-12", During(Year(2026), Sold("b", "41")))), kSame);
}

TEST_F(RelateTimesTest, TakesWhatIsToChangeHandsForOnePlan) {
  const Evidence plan = Timeless(As(ClaimStatus::kPlanned, Sold("a", "39")));
  EXPECT_EQ(Relate(plan, Timeless(As(ClaimStatus::kPlanned, Sold("b", "41")))), kSame);
  EXPECT_EQ(Relate(Timeless(Sold("a", "39")), Timeless(Sold("b", "41"))), kLoose) << "of any period";
}

TEST_F(RelateTimesTest, ComparesNoPricesOfAShare) {
  const auto price = [](std::string article, std::string_view number, const std::string& object) {
    return About(object, During(Days("2026-01-14", "2026-01-14"), Of("price", Sold(std::move(article), number))));
  };
  EXPECT_EQ(Relate(price("a", "52.00", "share price"), price("b", "45.82", "share price")), kApart)
      << "of the opening and of the close";
  EXPECT_EQ(Relate(price("a", "45.82", "share price"), price("b", "458.2", "share price")), kSame) << "a slip";
  EXPECT_EQ(Relate(price("a", "52.00", "robot"), price("b", "45.82", "robot")), kSame);
}

}  // namespace
}  // namespace newsgraph::compare
