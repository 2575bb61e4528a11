#include "extract/claim_objects.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(FindObject, SaysThatItIsTheProfitThatGrows) {
  EXPECT_THAT(Claims("en", "BMW reported a net profit of 5.2 billion euros, up 23 percent."),
              Contains(HasSubstr("bmw growth 23 % | object net income")));
  EXPECT_THAT(Claims("es", "BMW ganó 2.700 millones de euros, un 48 % más que un año antes."),
              Contains(HasSubstr("growth 48 % | object net income")));
  EXPECT_THAT(Claims("de", "Unter dem Strich blieben BMW 5,2 Milliarden Euro, 23 Prozent mehr als im Vorjahr."),
              Contains(HasSubstr("growth 23 % | object net income")));
  EXPECT_THAT(Claims("pl", "Zysk operacyjny BMW wzrósł o 12 proc."),
              Contains("bmw growth 12 % | object operating profit"));
  EXPECT_THAT(Claims("nl", "De winst van BMW viel vorig jaar 19 procent lager uit."),
              Contains(HasSubstr("| object net income")));
}

TEST(FindObject, SaysWhosePriceRises) {
  EXPECT_THAT(Claims("de", "Die Preise für Chips stiegen in China um zwölf Prozent."),
              Contains(HasSubstr("growth 12 % | object chip price")));
}

TEST(FindObject, LeavesSharesThatGainAlone) {
  EXPECT_THAT(Claims("en", "Shares in BMW rose 9 percent after net profit beat forecasts."),
              Contains(HasSubstr("bmw growth 9 % | object share price")));
  EXPECT_THAT(Claims("it", "Le azioni BMW hanno guadagnato il 5,3%."), Contains(HasSubstr("object share price")));
  EXPECT_THAT(Claims("de", "BMW, das noch auf eine Erlaubnis wartet, gab um 0,4 Prozent nach."),
              Not(Contains(HasSubstr("investment"))));
}

TEST(FindObject, TakesNoPeopleForWhatGrows) {
  EXPECT_THAT(Claims("en", "BMW employs 96,000 people. It is growing by 4 percent."),
              Not(Contains(HasSubstr("growth 4 % | object employee"))));
}

TEST(FindObject, InvestsInNothingThatAnotherValueCounts) {
  EXPECT_THAT(Claims("en", "BYD has ordered 100,000 H20 and raised investment to 200 million yuan."),
              Not(Contains(HasSubstr("investment 200000000 CNY | object H20"))));
}

TEST(FindObject, TakesNoHousesForWarehouses) {
  EXPECT_THAT(Claims("en", "BMW plans to spend 600 million euros on automating its warehouses."),
              Contains(HasSubstr("investment 600000000 EUR | object warehouse")));
}

TEST(FindObject, LeviesDutiesOnGoodsAndNotOnThoseWhoMakeThem) {
  EXPECT_THAT(Claims("en", "Tesla launched the Model Y.\n\nThe European Union levies 17 percent on cars from Tesla."),
              Contains(HasSubstr("tariff_rate 17 % | object car")));
  EXPECT_THAT(Claims("en", "The United States levies a tariff of 25 percent on companies."),
              Not(Contains(HasSubstr("object company"))));
}

TEST(FindObject, SaysWhatHasThePower) {
  EXPECT_THAT(Claims("en", "RWE owns a 795-megawatt wind farm."), Contains("rwe power 795 MW | object wind farm"));
  EXPECT_THAT(Claims("it", "Saranno installate turbine Siemens Gamesa da 15 MW l'una."),
              Contains(HasSubstr("power 15 MW | object wind turbine")));
}

TEST(FindObject, SaysOfWhatTheMarketIs) {
  EXPECT_THAT(Claims("en", "Demand for humanoid robots grows.\n\nGlobally, a market worth 38 billion dollars is seen."),
              Contains(HasSubstr("world revenue 38000000000 USD | object humanoid robot")));
}

}  // namespace
}  // namespace newsgraph::extract
