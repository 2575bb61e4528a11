#include "extract/claim_cues.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(FindStatus, LeavesAPlanToTheFigureBehindIt) {
  EXPECT_THAT(Claims("en", "Huawei plans to produce 600,000 chips and produced 200,000 chips in 2025."),
              Contains("huawei produced 200000 chip | object chip | time 2025-01-01..2025-12-31"));
}

TEST(FindStatus, TakesNoNameAndNoDateForACue) {
  EXPECT_THAT(Claims("en", "The retailer Target opens 30 stores. Target's operating margin slipped to 4.6 percent."),
              Contains(HasSubstr("margin 4.6 %")));
  EXPECT_THAT(Claims("en", "The retailer Target opens 30 stores. Target's operating margin slipped to 4.6 percent."),
              Not(Contains(HasSubstr("margin 4.6 % | planned"))));
  EXPECT_THAT(Claims("en", "Sales of BYD climbed 12 percent in May 2025."),
              Contains(HasSubstr("byd growth 12 % | object sale | time 2025-05-01..2025-05-31")));
}

TEST(FindStatus, TakesTheFutureForAPlanOfWhoseItIsAndForAForecastOfOthers) {
  EXPECT_THAT(Claims("en", "BYD will sell 600,000 cars."), ElementsAre("byd sold 600000 car | object car | planned"));
  EXPECT_THAT(Claims("en", "Omdia says BYD will sell 600,000 cars."),
              ElementsAre("byd sold 600000 car | object car | forecast | by Omdia"));
  EXPECT_THAT(Claims("fr", "Omdia prévoit que BYD vendra 600 000 voitures."),
              ElementsAre("byd sold 600000 car | object car | forecast | by Omdia"));
  EXPECT_THAT(Claims("en", "Reuters reported that BYD will sell 600,000 cars."),
              ElementsAre("byd sold 600000 car | object car | planned | by Reuters"));
}

TEST(FindStatus, ReadsTheFutureOfTwoWords) {
  EXPECT_THAT(Claims("de", "BYD wird 600.000 Autos verkaufen."),
              ElementsAre("byd sold 600000 car | object car | planned"));
  EXPECT_THAT(Claims("de", "Omdia meldet, dass BYD 600.000 Autos verkaufen wird."),
              ElementsAre("byd sold 600000 car | object car | forecast | by Omdia"));
  EXPECT_THAT(Claims("de", "600.000 Autos werden von BYD verkauft."), ElementsAre("byd sold 600000 car | object car"));
}

TEST(FindStatus, LetsAWordThatForetellsGovernAVerbInTheFuture) {
  EXPECT_THAT(Claims("ru", "Ожидается, что Huawei выпустит 600 тысяч чипов."), Contains(HasSubstr("| forecast")));
}

TEST(FindStatus, DeniesWhatStandsBesideANegation) {
  EXPECT_THAT(Claims("en", "BYD did not sell 600,000 cars."), ElementsAre("byd sold 600000 car | object car | denied"));
  EXPECT_THAT(Claims("en", "BYD does not plan to sell 600,000 cars."),
              ElementsAre("byd sold 600000 car | object car | denied"));
  EXPECT_THAT(Claims("de", "BYD hat die 600.000 Autos nicht verkauft."),
              ElementsAre("byd sold 600000 car | object car | denied"));
  EXPECT_THAT(Claims("de", "BYD hat keine 600.000 Autos verkauft."),
              ElementsAre("byd sold less_than 600000 car | object car"));
  EXPECT_THAT(Claims("en", "BYD sold not only 600,000 cars."), ElementsAre("byd sold 600000 car | object car"));
  EXPECT_THAT(Claims("en", "BYD did not comment, but sold 600,000 cars."),
              ElementsAre("byd sold 600000 car | object car"));
}

TEST(FindStatus, TellsHearsayFromAPlan) {
  EXPECT_THAT(Claims("de", "BYD soll 600.000 Autos verkauft haben."),
              ElementsAre("byd sold 600000 car | object car | estimated"));
  EXPECT_THAT(Claims("de", "BYD soll 600.000 Autos verkaufen."),
              ElementsAre("byd sold 600000 car | object car | planned"));
}

TEST(FindStatus, LeavesTheFutureOfTheNextClauseAlone) {
  EXPECT_THAT(Claims("it", "Boston Dynamics ha venduto 56 robot e andrà in Cina."),
              Contains(AllOf(HasSubstr("sold 56 robot"), Not(HasSubstr("planned")))));
}

TEST(FindStatus, TakesNoPlanesForAPlan) {
  EXPECT_THAT(Claims("en", "Airbus delivered 735 planes in 2024."), ElementsAre(Not(HasSubstr("planned"))));
}

TEST(FindStatus, TakesAnInvestmentForAPlanWhereNothingIsPast) {
  EXPECT_THAT(Claims("en", "Ford is investing 9 billion dollars in plants."), ElementsAre(HasSubstr("planned")));
  EXPECT_THAT(Claims("en", "Ford has approved an investment of 9 billion dollars in plants."),
              ElementsAre(HasSubstr("planned")));
  EXPECT_THAT(Claims("en", "Ford has invested 9 billion dollars in plants."), ElementsAre(Not(HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "In 2025 Ford made investments of 9 billion dollars."),
              ElementsAre(Not(HasSubstr("planned"))));
}

TEST(FindStatus, ReadsACommaInANumberForNone) {
  EXPECT_THAT(Claims("de", "Ford bietet seinen Beschäftigten 4,5 Prozent mehr Lohn."),
              ElementsAre(HasSubstr("planned")));
}

TEST(FindStatus, TakesNoInvestmentThatHasBeenForAPlan) {
  EXPECT_THAT(Claims("ko", "현대차는 공장에 5000억원을 투자했다."), ElementsAre(Not(HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "Ford completed its 5 billion dollar investment in Ohio."),
              ElementsAre(Not(HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "Ford confirmed that investments in 2025 had been 5 billion dollars."),
              ElementsAre(Not(HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "Ford invests 5 billion dollars a year."), ElementsAre(Not(HasSubstr("planned"))));
}

}  // namespace
}  // namespace newsgraph::extract
