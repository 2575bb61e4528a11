#include "extract/claim_metrics.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(TakeRate, TakesWhatIsToBeMadeInAPeriodForWhatCanBeMade) {
  EXPECT_THAT(Claims("en", "Siemens aims to build 12,000 robots a year."),
              ElementsAre(HasSubstr("siemens capacity 12000 robot/year")));
  EXPECT_THAT(Claims("pl", "Siemens chce produkować 12 tys. robotów rocznie."),
              ElementsAre(HasSubstr("siemens capacity 12000 robot/year")));
}

TEST(TakeRate, LeavesOutputThatWasAndThatOfCountries) {
  EXPECT_THAT(Claims("en", "Siemens built 12,000 robots in 2025."), ElementsAre(HasSubstr("siemens produced 12000")));
  EXPECT_THAT(Claims("en", "Saudi Arabia plans to produce 500,000 cars a year."),
              Contains(HasSubstr("saudi-arabia produced")));
}

TEST(TakeRate, TellsPowerFromWhatIsMadeInAYear) {
  EXPECT_THAT(Claims("de", "Siemens baut ein Werk, das 50 GWh pro Jahr leisten soll."),
              Contains(HasSubstr("siemens capacity 50 GWh/year")));
  EXPECT_THAT(Claims("de", "Siemens baut einen Windpark mit einer Leistung von 1,4 GW."),
              ElementsAre(HasSubstr("siemens power 1.4 GW")));
}

TEST(SellsForMoney, TakesSalesForRevenueWhereTheTextGivesThemInMoney) {
  EXPECT_THAT(Claims("fr", "Les ventes de Siemens ont reculé de 4 %. Les ventes ont atteint 19 milliards d'euros."),
              Contains(HasSubstr("siemens revenue_growth -4 %")));
  EXPECT_THAT(Claims("fr", "Les ventes de BYD ont reculé de 4 %. Les ventes ont atteint 190 000 voitures."),
              Contains(HasSubstr("byd growth -4 %")));
}

TEST(TakeChangeOfCounted, SaysWhatThereIsMoreOf) {
  EXPECT_THAT(Claims("es",
                     "España recibió 97 millones de turistas en 2025. Portugal recibió 30 millones de turistas, "
                     "un 4,7 % más."),
              Contains(HasSubstr("portugal growth 4.7 % | object tourist")));
  EXPECT_THAT(Claims("de", "Spanien zählte 97 Millionen Touristen, 4,7 Prozent mehr als im Vorjahr."),
              Contains(HasSubstr("spain growth 4.7 % | object tourist")));
}

TEST(TakeChangeBehind, LeavesTheChangeOfWhatIsNamedBetween) {
  EXPECT_THAT(Claims("fr",
                     "Le chiffre d'affaires d'Airbus a progressé de 6 %, à 73 milliards d'euros, et le bénéfice net "
                     "de 23 %, à 5 milliards d'euros."),
              Contains(HasSubstr("airbus growth 23 %")));
  EXPECT_THAT(
      Claims("fr", "Le chiffre d'affaires d'Airbus a progressé de 6 %, à 73 milliards d'euros, et la marge de 9 %."),
      Not(Contains(HasSubstr("growth 9 %"))));
}

TEST(OfItsThing, IsSaidOfTheThingRatherThanOfWhoMakesOrBuysIt) {
  EXPECT_THAT(Claims("en", "Meta ordered 20 H200 chips from Nvidia. It pays $30,000 apiece."),
              Contains(StartsWith("h200 price 30000")));
  EXPECT_THAT(Claims("fr", "Nvidia a dévoilé le H200. La puce, gravée en 3 nanomètres par TSMC, est prête."),
              Contains(StartsWith("h200 process_node 3")));
  EXPECT_THAT(Claims("zh", "英伟达发布H200芯片。该芯片采用台积电3纳米制程。"),
              Contains(StartsWith("h200 process_node 3")));
  EXPECT_THAT(Claims("en", "TSMC makes chips on a 3-nanometer process."), Contains(StartsWith("tsmc process_node 3")));
}

TEST(FindSubject, LeavesTheValueOfAModelThatNobodyKnows) {
  const auto price = Contains(HasSubstr("price 37800"));
  EXPECT_THAT(Claims("en", "The H200 costs $29,900. The Zorba 5 costs 37,800 euros."), Not(price));
  EXPECT_THAT(Claims("de", "Der H200 kostet 29.900 Dollar. Der Zorba U kostet 37.800 Euro."), Not(price));
  EXPECT_THAT(Claims("en", "The H200 costs $29,900. In May it cost 37,800 euros."), price);
}

TEST(OfItsThing, LeavesALaunchToItsMaker) {
  EXPECT_THAT(Claims("en", "Fitted with memory from SK Hynix, the H200 goes on sale in October."),
              Contains(StartsWith("nvidia event:launch")));
}

TEST(TakeKind, OpensDataCentersThatStartToWork) {
  EXPECT_THAT(Claims("en", "Nebius's data center in Espoo will go into operation in 2027."),
              ElementsAre(HasSubstr("event:opening 2027")));
  EXPECT_THAT(Claims("en", "Siemens's plant in Espoo will go into operation in 2027."),
              ElementsAre(HasSubstr("event:production_start 2027")));
}

}  // namespace
}  // namespace newsgraph::extract
