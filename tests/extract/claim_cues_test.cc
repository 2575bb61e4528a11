#include "extract/claim_cues.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

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

TEST(FindStatus, LeavesAClauseWithATopicOfItsOwnItsDateAndStatus) {
  EXPECT_THAT(Claims("ko", "현대차의 계약 금액은 3조8000억원으로, 선박은 2030년까지 인도될 예정이다."),
              Contains(AllOf(HasSubstr("3800000000000 KRW"), Not(HasSubstr("planned")), Not(HasSubstr("2030")))));
  EXPECT_THAT(Claims("ko", "마이크로소프트는 152억 달러를 투자하기로 했으며 이 가운데 73억 달러는 지난해 집행했다."),
              Contains(AllOf(HasSubstr("investment 7300000000 USD"), Not(HasSubstr("planned")))));
}

TEST(FindStatus, TakesForAPlanWhatOneExpectsToDoOneself) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Siemens expects capital expenditure of 5 billion euros in 2026."},
      {"de", "Siemens rechnet 2026 mit Investitionen von 5 Milliarden Euro."},
      {"zh", "西门子预计2026年资本支出为50亿欧元。"},
      {"ja", "シーメンスは2026年の設備投資を50億ユーロと見込む。"},
      {"pl", "Siemens przewiduje w 2026 roku inwestycje w wysokości 5 mld euro."},
      {"en", "Airbus forecast 870 aircraft deliveries in 2026."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("planned"))) << text;
  EXPECT_THAT(Claims("en", "UBS expects Siemens to invest 5 billion euros in 2026."),
              ElementsAre(HasSubstr("forecast")));
  EXPECT_THAT(Claims("en", "Siemens expects revenue of 5 billion euros in 2026."), ElementsAre(HasSubstr("forecast")));
}

TEST(FindStatus, LeavesWhatARelativeClauseSaysOutOfThePlanAroundIt) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Carrefour, which has 96,000 employees and 2,840 stores, plans to spend 600 million euros."},
      {"fr", "Carrefour, qui exploite 2 840 magasins, prévoit d'investir 600 millions d'euros en 2027."},
      {"es", "Carrefour, que tiene 2.840 tiendas, invertirá 600 millones de euros en 2027."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text),
                Contains(AllOf(HasSubstr("facility_count 2840"), Not(HasSubstr("planned")), Not(HasSubstr("time")))))
        << text;
  }
}

TEST(FindStatus, LeavesWhatIsDoneOutOfThePlanBeforeIt) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Siemens plans to expand and sold 500 trains."},
      {"fr", "Renault veut grandir et a vendu 500 trains."},
      {"es", "Renault quiere crecer y vendió 500 trenes."},
      {"nl", "ASML wil groeien en heeft 500 machines verkocht."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text), ElementsAre(AllOf(HasSubstr("sold 500"), Not(HasSubstr("planned"))))) << text;
  }
  EXPECT_THAT(Claims("en", "Siemens will expand its plant and sell 500 trains."), ElementsAre(HasSubstr("planned")));
  EXPECT_THAT(Claims("en", "Siemens will have built and sold 500 trains by 2028."), ElementsAre(HasSubstr("planned")));
}

TEST(FindStatus, DeniesAPlanThatStandsInWhatIsDenied) {
  EXPECT_THAT(Claims("en", "Huawei denied a report that it plans to ship 500,000 AI chips in 2026."),
              ElementsAre(HasSubstr("| denied")));
  EXPECT_THAT(Claims("nl", "Huawei ontkent dat het in 2026 500.000 chips wil leveren."),
              ElementsAre(HasSubstr("| denied")));
  EXPECT_THAT(Claims("ja", "ファーウェイは2026年に半導体を50万個出荷する計画を否定した。"),
              ElementsAre(HasSubstr("| denied")));
  EXPECT_THAT(Claims("en", "Huawei denied the report and plans to ship 500,000 AI chips in 2026."),
              ElementsAre(HasSubstr("| planned")))
      << "who denies one thing says another";
}

TEST(FindStatus, TakesWhatIsExpectedOfAFirmsOwnPlantForItsPlan) {
  EXPECT_THAT(Claims("en", "Production at the Siemens plant is expected to start in 2028."),
              ElementsAre(HasSubstr("| planned")));
  EXPECT_THAT(Claims("en", "Analysts expect production at the Siemens plant to start in 2028."),
              ElementsAre(HasSubstr("| forecast")));
}

}  // namespace
}  // namespace newsgraph::extract
