#include "extract/claim_times.h"

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
using ::testing::IsEmpty;
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

TEST(FindTime, TakesNoDayOfADecisionForThatOfAnInvestment) {
  EXPECT_THAT(Claims("en", "RWE approved on Tuesday an investment of 4 billion euros."),
              ElementsAre(Not(HasSubstr("time"))));
}

TEST(FindTime, LeavesTheDateOfARelativeClauseToIt) {
  EXPECT_THAT(Claims("en", "Shares in Airbus, which gained 28 percent in 2025, fell 3.4 percent."),
              Contains("airbus growth -3.4 % | object share price"));
}

TEST(FindTime, TakesYearsFromToForNoComparison) {
  EXPECT_THAT(Claims("en", "Microsoft will invest 15 billion dollars from 2023 to 2029."),
              ElementsAre(HasSubstr("time 2023-01-01..2029-12-31")));
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
      AllOf(Not(IsEmpty()), Each(Not(HasSubstr("2024")))));
  EXPECT_THAT(Claims("fr", "BYD a vendu 4,6 millions de voitures en 2025, contre 1,6 million pour Tesla."),
              AllOf(Not(IsEmpty()), Each(Not(HasSubstr("byd sold 1600000")))));
  EXPECT_THAT(Claims("en", "BYD sold 300,000 cars in 2025, down from a peak of 500,000."),
              ElementsAre(HasSubstr("sold 300000")));
  EXPECT_THAT(Claims("en", "BYD raised its 2026 sales forecast to 6 million cars, up from 5 million."),
              AllOf(Not(IsEmpty()), Each(Not(HasSubstr("sold 5000000")))));
}

TEST(FindTime, TakesWhatARelativeClauseRightBehindTheValueSays) {
  EXPECT_THAT(Claims("en", "Nvidia earned 73 billion dollars, which it made mostly in 2024."),
              ElementsAre(HasSubstr("time 2024-01-01..2024-12-31")));
}

TEST(FindTime, LeavesEachOfTwoValuesTheDateBehindIt) {
  EXPECT_THAT(Claims("en", "Tesla sold 500 cars in 2023 and 600 cars in 2024."),
              ElementsAre(AllOf(HasSubstr("sold 500"), HasSubstr("time 2023")),
                          AllOf(HasSubstr("sold 600"), HasSubstr("time 2024"))));
}

TEST(FindTime, ComparesWithAllOfFebruary) {
  EXPECT_THAT(Claims("en", "Net income of Intel fell in February 2025 to $780 million, against $1.8 billion in 2024."),
              Contains(AllOf(HasSubstr("net_income 1800000000"), HasSubstr("time 2024-02-01..2024-02-29"))));
}

TEST(FindTime, PlansNothingThatHasATimeOfItsOwnInThePast) {
  EXPECT_THAT(Claims("en", "Siemens will open a plant in 2027 and employed 500 people in 2024."),
              Contains(AllOf(HasSubstr("headcount 500"), HasSubstr("2024"), Not(HasSubstr("planned")))));
}

TEST(FindTime, JoinsTwoYearsOfOneValue) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Siemens plans to invest 5 billion dollars in 2027 and 2028."},
      {"de", "Siemens will 2027 und 2028 fünf Milliarden Dollar investieren."},
      {"fr", "Siemens prévoit d'investir 5 milliards de dollars en 2027 et 2028."},
      {"pt", "A Siemens vai investir 5 mil milhões de dólares em 2027 e 2028."},
      {"zh", "西门子计划2027年和2028年投资50亿美元。"},
      {"ja", "シーメンスは27～28年に50億ドルを投資する。"},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("time 2027-01-01..2028-12-31"))) << text;
  EXPECT_THAT(Claims("en", "Siemens will invest 5 billion dollars and 6 billion dollars in 2027 and 2028."),
              Not(Contains(HasSubstr("time 2027-01-01..2028-12-31"))));
}

TEST(FindTime, TakesTheSamePeriodForThatOfTheSentenceBefore) {
  EXPECT_THAT(Claims("zh", "比亚迪2025年上半年售出50万辆汽车。同期特斯拉售出30万辆汽车。"),
              Contains(AllOf(HasSubstr("sold 300000"), HasSubstr("time 2025-01-01..2025-06-30"))));
}

TEST(FindTime, LetsWhatFlowsSinceADayEndWithThePublication) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Since the start of the year BYD has sold 500,000 cars."},
      {"en", "So far this year BYD has sold 500,000 cars."},
      {"de", "BYD hat seit Jahresbeginn 500.000 Autos verkauft."},
      {"es", "BYD ha vendido 500.000 coches desde el inicio del año."},
      {"zh", "比亚迪今年以来售出50万辆汽车。"},
      {"ja", "BYDは今年に入って50万台の車を販売した。"},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("time 2026-01-01..2026-01-15"))) << text;
}

TEST(FindTime, LeavesTheTimeOfAPlanToThePlan) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "BYD employs 5,000 people and will open a plant in 2027."},
      {"de", "BYD beschäftigt 5.000 Menschen und wird 2027 ein Werk eröffnen."},
      {"es", "BYD emplea a 5.000 personas y abrirá una fábrica en 2027."},
      {"zh", "比亚迪有5000名员工，将于2027年开设工厂。"},
      {"en", "BYD employs 5,000 people today."},
      {"pl", "BYD zatrudnia dziś 5000 osób; w 2027 roku zamierza zwolnić 300."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text),
                Contains(AllOf(HasSubstr("headcount 5000"), Not(HasSubstr("time")), Not(HasSubstr("planned")))))
        << text;
  }
  EXPECT_THAT(Claims("en", "In 2027 BYD will open a plant, which will employ 5,000 people."),
              Contains(AllOf(HasSubstr("headcount 5000"), HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", "BYD plans two plants, which will open in 2027."),
              Contains(AllOf(HasSubstr("facility_count 2"), HasSubstr("time 2027-01-01..2027-12-31"))));
}

TEST(LikeForLike, TellsWhenWhatAValueCameFromWas) {
  const std::pair<std::string, std::string> texts[] = {
      {"en",
       "Net income of Intel fell to $780 million in the second quarter of 2025 from $1.8 billion a year earlier."},
      {"en", "Net income of Intel fell in the second quarter of 2025 to $780 million, against $1.8 billion in 2024."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("780000000 USD | time 2025-04-01..2025-06-30"),
                                                    HasSubstr("1800000000 USD | time 2024-04-01..2024-06-30")))
        << text;
  }
  EXPECT_THAT(Claims("en", "Revenue of Intel rose to $4.3 billion in 2025, from $3.7 billion a year earlier."),
              ElementsAre(HasSubstr("time 2025-01-01..2025-12-31"), HasSubstr("time 2024-01-01..2024-12-31")));
}

TEST(FindTime, TakesAPeriodFromOneMonthToAnotherForNoComparison) {
  EXPECT_THAT(Claims("en", "Intel sold 331,400 cars from April to June 2025."),
              ElementsAre(HasSubstr("time 2025-04-01..2025-06-30")));
}

TEST(FindTime, LeavesADateThatOpensAPartToWhatThatPartSays) {
  EXPECT_THAT(Claims("zh", "英伟达2026年营收为300亿美元，2025年为200亿美元。"),
              ElementsAre(HasSubstr("time 2026-01-01"), HasSubstr("time 2025-01-01")));
  EXPECT_THAT(
      Claims("de", "2026 machte Siemens einen Umsatz von 19 Milliarden Euro, 2025 waren es 18 Milliarden Euro."),
      ElementsAre(HasSubstr("time 2026-01-01"), HasSubstr("time 2025-01-01")));
  EXPECT_THAT(Claims("ja", "エヌビディアの2025年4～6月期の売上高は300億ドルで、前年同期は200億ドルだった。"),
              ElementsAre(HasSubstr("time 2025-04-01"), HasSubstr("time 2024-04-01")));
}

TEST(FindTime, LeavesTheBaseOfAMultipleToIt) {
  EXPECT_THAT(Claims("ja", "エヌビディアの純利益は前年同期の1.6倍の264億ドルだった。"),
              Contains(AllOf(HasSubstr("nvidia net_income 26400000000"), Not(HasSubstr("time")))));
}

TEST(FindTime, LeavesTheYearOfAFoundationToIt) {
  EXPECT_THAT(Claims("en", "Founded in 2015, Siemens employs 15,000 people."),
              Contains(AllOf(HasSubstr("headcount 15000"), Not(HasSubstr("time")))));
  EXPECT_THAT(Claims("ko", "삼성전자의 영업이익은 7210억원으로 지난해보다 14.3% 줄었다."),
              Contains(AllOf(HasSubstr("net_income 7210"), Not(HasSubstr("time")))));
}

}  // namespace
}  // namespace newsgraph::extract
