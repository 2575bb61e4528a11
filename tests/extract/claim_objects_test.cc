#include "extract/claim_objects.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

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

TEST(FindObject, SaysWhosePricesRise) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Electricity prices in Spain rose 12 percent."},
      {"en", "The price of electricity rose 12 percent in Spain."},
      {"es", "Los precios de la electricidad subieron un 12 % en España."},
      {"fr", "Les prix de l'électricité ont augmenté de 12 % en Espagne."},
      {"pl", "Ceny energii elektrycznej wzrosły w Hiszpanii o 12 proc."},
      {"de", "Die Strompreise stiegen in Spanien um 12 Prozent."},
      {"de", "Die Preise für Strom stiegen in Spanien um 12 Prozent."},
      {"zh", "西班牙电价上涨12%。"},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("spain growth 12 % | object electricity price"))) << text;
  EXPECT_THAT(Claims("es", "Los precios subieron un 12 % en España."),
              ElementsAre(HasSubstr("spain growth 12 % | object price")));
}

TEST(FindObject, TakesWhatAPlantCostsForAnInvestment) {
  EXPECT_THAT(Claims("en", "The Intel plant will create 2,000 jobs and cost 10 billion euros."),
              Contains("intel investment 10000000000 EUR | object plant | planned"));
  EXPECT_THAT(Claims("es", "La planta de Intel costará 10.000 millones de euros."),
              Contains("intel investment 10000000000 EUR | object plant | planned"));
  EXPECT_THAT(Claims("en", "The cars from the Tesla plant cost 20,000 euros."),
              Contains(HasSubstr("price 20000 EUR/unit | object car")));
}

TEST(FindObject, TakesWhatIsMeasuredSoForBatteriesWhereTheTextSpeaksOfThem) {
  EXPECT_THAT(Claims("en", "Nvidia makes batteries. It has a capacity of 50 GWh a year."),
              Contains(HasSubstr("capacity 50 GWh/year | object battery")));
  EXPECT_THAT(Claims("en", "Nvidia makes steel. It has a capacity of 50 GWh a year."),
              AllOf(Contains(HasSubstr("capacity 50 GWh/year")), Not(Contains(HasSubstr("battery")))));
}

TEST(FindObject, CountsJobsThatGo) {
  EXPECT_THAT(Claims("en", "Siemens will cut 6,000 jobs."), ElementsAre(HasSubstr("object job")));
  EXPECT_THAT(Claims("de", "Siemens will 6.000 Stellen streichen."), ElementsAre(HasSubstr("object job")));
}

TEST(FindObject, InvestsInNothingThatAnotherValueCounts) {
  EXPECT_THAT(Claims("en", "BYD has ordered 100,000 H20 and raised investment to 200 million yuan."),
              Contains("byd investment 200000000 CNY"));
}

TEST(FindObject, InvestsInNothingThatTheFirmHas) {
  EXPECT_THAT(Claims("en", "Maersk, which runs a fleet of 740 ships, will invest $10 billion."),
              Contains("maersk investment 10000000000 USD | planned"));
  EXPECT_THAT(Claims("en", "Toyota will invest $10 billion in three plants."),
              Contains("toyota investment 10000000000 USD | object plant | planned"));
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

TEST(FindObject, CallsAParkByItsKind) {
  EXPECT_THAT(Claims("nl", "RWE steekt 2,4 miljard euro in het windpark Hornbank."),
              Contains(HasSubstr("investment 2400000000 EUR | object wind farm")));
  EXPECT_THAT(Claims("de", "RWE baut den Windpark Hornbank. In das Projekt sollen 4,2 Milliarden Euro fließen."),
              Contains(HasSubstr("investment 4200000000 EUR | object wind farm")));
  EXPECT_THAT(Claims("es", "RWE controla el 51 % del proyecto.\n\nEl parque eólico crece."),
              Not(Contains(HasSubstr("object wind farm"))))
      << "what is said later is not what was meant";
}

TEST(FindObject, OrdersWhatIsCountedBehindTheSum) {
  EXPECT_THAT(Claims("en", "Maersk signed contracts worth $2.6 billion with Hyundai for 18 vessels."),
              Contains(HasSubstr("ordered 2600000000 USD | object ship")));
}

TEST(FindObject, OrdersNothingThatNamesAnOwner) {
  EXPECT_THAT(Claims("de", "Der TikTok-Mutterkonzern ByteDance hat 120.000 Stück bestellt."),
              Contains(AllOf(HasSubstr("bytedance ordered 120000"), Not(HasSubstr("tiktok")))));
  EXPECT_THAT(Claims("de", "Bestellungen steigen\n\nDer TikTok-Mutterkonzern ByteDance hat 120.000 Stück bestellt."),
              Contains(AllOf(HasSubstr("bytedance ordered 120000"), Not(HasSubstr("tiktok")))));
}

TEST(FindObject, SaysWhichDevicesTheHeadlineNames) {
  EXPECT_THAT(Claims("de", "Smartphones verkaufen sich schlecht\n\nSamsung verkaufte 41 Millionen Geräte."),
              Contains("samsung sold 41000000 device | object phone"));
  EXPECT_THAT(Claims("en", "Smartphone market shrinks\n\nSamsung shipped 41 million."),
              Contains(HasSubstr("samsung sold 41000000 | object phone")));
}

TEST(FindObject, KnowsDrugsAndResearchAsWhatMoneyGoesInto) {
  EXPECT_THAT(Claims("fr", "Les États-Unis imposent des droits de douane de 15 % sur les médicaments."),
              Contains(HasSubstr("tariff_rate 15 % | object drug")));
  EXPECT_THAT(Claims("nl", "Philips trok 7 miljard euro uit voor onderzoek en ontwikkeling."),
              Contains(HasSubstr("object research and development")));
}

TEST(FindObject, TakesAShareOfAMarketOfGoodsForAMarketShare) {
  EXPECT_THAT(Claims("pt", "A Nvidia ficou com apenas 8% do mercado chinês de chips."),
              Contains(HasSubstr("market_share 8 % | object chip")));
  EXPECT_THAT(Claims("en", "Nvidia holds 8 percent of the chips in the market."),
              Not(Contains(HasSubstr("market_share"))));
}

TEST(FindObject, SaysWithWhatSomethingIsDone) {
  EXPECT_THAT(Claims("en", "Airbus expects around 870 aircraft deliveries this year."),
              Contains(HasSubstr("| object aircraft")));
  EXPECT_THAT(Claims("fr", "Airbus a livré 793 avions en 2025.\n\nAirbus vise environ 870 livraisons en 2026."),
              Contains(HasSubstr("sold about 870 delivery | object aircraft")));
}

TEST(FindObject, KeepsWhatWasCountedFromEnergy) {
  EXPECT_THAT(Claims("en", "CATL sold 5,000 trucks. CATL produced 40 GWh in 2025."),
              Not(Contains(HasSubstr("produced 40 GWh | object truck"))));
}

TEST(FindObject, LooksPastAnAsideForWhatShrinks) {
  EXPECT_THAT(Claims("pt", "O lucro líquido da BYD em 2025, porém, encolheu 19%."),
              Contains(HasSubstr("| object net income")));
}

TEST(FindObject, TakesWhatAFirmsSharesCostForTheirPrice) {
  EXPECT_THAT(Claims("en", "Biren's shares finished at 34 dollars, 75.8% above their offer price."),
              AllOf(SizeIs(2), Each(HasSubstr("| object share price"))));
  EXPECT_THAT(Claims("fr", "L'action SK Hynix a clôturé mardi à Séoul en hausse de 4,2 %."),
              Contains(HasSubstr("growth 4.2 % | object share price")));
  EXPECT_THAT(Claims("en", "Biren's cards cost 34 dollars."), Not(Contains(HasSubstr("share price"))));
}

TEST(FindObject, TakesCardsForChipsWhereTheTextSpeaksOfThem) {
  EXPECT_THAT(Claims("en", "Huawei makes chips. Huawei sold 812,000 cards in 2025."),
              Contains(HasSubstr("huawei sold 812000 card | object chip")));
  EXPECT_THAT(Claims("en", "Huawei sold 812,000 cards in 2025."), Contains(HasSubstr("| object card")));
}

TEST(FindObject, IsNothingThatAPlantMakesWhereMoneyIsPutIntoIt) {
  EXPECT_THAT(Claims("it", "Intel investirà in Germania 33 miliardi di euro per produrre chip a Magdeburgo."),
              ElementsAre(AllOf(HasSubstr("intel investment"), Not(HasSubstr("object chip")))));
}

TEST(FindObject, IsOfNoClauseBeforeThatOfAChange) {
  EXPECT_THAT(Claims("en", "Intel told investors that sales grew by 30% in 2025."),
              Contains(AllOf(HasSubstr("revenue_growth 30 %"), Not(HasSubstr("investor")))));
}

}  // namespace
}  // namespace newsgraph::extract
