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

TEST(FindTime, TakesAQuarterBehindAPastVerbForThePastOne) {
  EXPECT_THAT(Claims("en", "Tesla delivered 50,000 cars in the second quarter."),
              ElementsAre("tesla sold 50000 car | object car | time 2025-04-01..2025-06-30"));
  EXPECT_THAT(Claims("en", "Tesla will deliver 50,000 cars in the second quarter of 2026."),
              ElementsAre("tesla sold 50000 car | object car | time 2026-04-01..2026-06-30 | planned"));
}

TEST(FindTime, LeavesADateBehindACommaThatPartsClausesToTheNextFigure) {
  EXPECT_THAT(Claims("zh", "华为计划生产60万颗芯片，去年生产了20万颗芯片。"),
              ElementsAre("huawei produced 600000 chip | object chip | planned",
                          "huawei produced 200000 chip | object chip | time 2025-01-01..2025-12-31"));
}

TEST(FindTime, TakesOfDatesAsNearTheOneBesideTheValue) {
  EXPECT_THAT(Claims("de", "BYD verkaufte 2024 500.000 und 2025 600.000 Autos."),
              Contains(AllOf(HasSubstr("sold 600000"), HasSubstr("time 2025-01-01..2025-12-31"))));
}

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

TEST(FindTime, TakesNoDayOfADecisionForThatOfAnInvestment) {
  EXPECT_THAT(Claims("en", "RWE approved on Tuesday an investment of 4 billion euros."),
              ElementsAre(Not(HasSubstr("time"))));
}

TEST(FindStatus, TakesNoPlanesForAPlan) {
  EXPECT_THAT(Claims("en", "Airbus delivered 735 planes in 2024."), ElementsAre(Not(HasSubstr("planned"))));
}

TEST(FindTime, LeavesTheDateOfARelativeClauseToIt) {
  EXPECT_THAT(Claims("en", "Shares in Airbus, which gained 28 percent in 2025, fell 3.4 percent."),
              Contains("airbus growth -3.4 % | object share price"));
}

TEST(FindTime, TakesYearsFromToForNoComparison) {
  EXPECT_THAT(Claims("en", "Microsoft will invest 15 billion dollars from 2023 to 2029."),
              ElementsAre(HasSubstr("time 2023-01-01..2029-12-31")));
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

TEST(FindTime, KnowsWhenWhatSomethingIsComparedWithWas) {
  for (const char* base :
       {"up from 766 the year before", "up from 766 a year earlier", "compared with 766 in 2024", "up from 766"}) {
    EXPECT_THAT(Claims("en", "Airbus delivered 793 planes in 2025, " + std::string(base) + "."),
                ElementsAre(HasSubstr("sold 793 aircraft | object aircraft | time 2025-01-01..2025-12-31"),
                            EndsWith("sold 766 aircraft | object aircraft | time 2024-01-01..2024-12-31")))
        << base;
  }
  EXPECT_THAT(Claims("de", "Im ersten Quartal verkaufte Tesla 336.000 Autos, nach 386.000 im Vorjahreszeitraum."),
              Contains(HasSubstr("386000 car | object car | time 2025-01-01..2025-03-31")));
}

TEST(FindTime, LeavesABaseAloneWhereNobodySaysWhenItWas) {
  EXPECT_THAT(Claims("en", "In the last quarter Tesla sold 336,000 cars, up from 300,000."),
              ElementsAre(HasSubstr("336000")));
}

TEST(FindTime, TakesNoGrowthForOneOfTheTimeThatItIsSince) {
  EXPECT_THAT(Claims("en", "BYD shipped 12 million phones in the third quarter of 2025, 14% more than a year earlier."),
              Contains(AllOf(HasSubstr("growth 14 %"), HasSubstr("time 2025-07-01..2025-09-30"))));
  EXPECT_THAT(Claims("en", "BYD's shipments rose 14% year on year to 12 million phones in the third quarter of 2025."),
              Contains(AllOf(HasSubstr("growth 14 %"), HasSubstr("time 2025-07-01..2025-09-30"))));
}

TEST(FindTime, LeavesWhatIsComparedForWhereOrByWhomToItsOwnTime) {
  EXPECT_THAT(Claims("en", "BYD sold 300,000 cars in Europe in 2025, compared with 150,000 in Brazil."),
              Contains(AllOf(HasSubstr("sold 150000"), HasSubstr("time 2025-01-01..2025-12-31"))));
  EXPECT_THAT(
      Claims("en", "BYD earned 40 billion yuan in 2025, compared with the 45 billion that analysts had expected."),
      Each(Not(HasSubstr("2024"))));
  EXPECT_THAT(Claims("fr", "BYD a vendu 4,6 millions de voitures en 2025, contre 1,6 million pour Tesla."),
              Each(Not(HasSubstr("byd sold 1600000"))));
  EXPECT_THAT(Claims("en", "BYD sold 300,000 cars in 2025, down from a peak of 500,000."),
              ElementsAre(HasSubstr("sold 300000")));
  EXPECT_THAT(Claims("en", "BYD raised its 2026 sales forecast to 6 million cars, up from 5 million."),
              Each(Not(HasSubstr("5000000"))));
}

TEST(FindTime, TakesWhatARelativeClauseRightBehindTheValueSays) {
  EXPECT_THAT(Claims("en", "Nvidia earned 73 billion dollars, which it made mostly in 2024."),
              ElementsAre(HasSubstr("time 2024-01-01..2024-12-31")));
}

TEST(FindStatus, TakesNoInvestmentThatHasBeenForAPlan) {
  EXPECT_THAT(Claims("ko", "현대차는 공장에 5000억원을 투자했다."), ElementsAre(Not(HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "Ford completed its 5 billion dollar investment in Ohio."),
              ElementsAre(Not(HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "Ford confirmed that investments in 2025 had been 5 billion dollars."),
              ElementsAre(Not(HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "Ford invests 5 billion dollars a year."), ElementsAre(Not(HasSubstr("planned"))));
}

TEST(FindStatus, LeavesAClauseWithATopicOfItsOwnItsDateAndStatus) {
  EXPECT_THAT(Claims("ko", "현대차의 계약 금액은 3조8000억원으로, 선박은 2030년까지 인도될 예정이다."),
              Contains(AllOf(HasSubstr("3800000000000 KRW"), Not(HasSubstr("planned")), Not(HasSubstr("2030")))));
  EXPECT_THAT(Claims("ko", "마이크로소프트는 152억 달러를 투자하기로 했으며 이 가운데 73억 달러는 지난해 집행했다."),
              Contains(AllOf(HasSubstr("investment 7300000000 USD"), Not(HasSubstr("planned")))));
}

TEST(FindStatus, PlansWhatAFirmExpectsToInvest) {
  EXPECT_THAT(Claims("ja", "トヨタ自動車の2026年の設備投資は100億ドルを見込む。"),
              ElementsAre(AllOf(HasSubstr("toyota investment"), HasSubstr("planned"))));
}

}  // namespace
}  // namespace newsgraph::extract
