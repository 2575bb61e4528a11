#include "extract/claims.h"

#include <gmock/gmock.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/pack_extractor.h"
#include "model/extraction.h"
#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ClaimFinder, MakesNoClaimWithoutAnOwner) {
  EXPECT_THAT(Claims("en", "About 600,000 chips were produced in 2025."), IsEmpty());
}

TEST(ClaimFinder, MakesOneClaimOfAStatementMadeTwice) {
  const Extraction read = Read("en",
                               "Huawei plans to produce 600,000 chips\n\n"
                               "Huawei plans to produce 600,000 chips in 2026, it was reported.");
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].sentence.begin, 39U) << "the body's sentence is the evidence";
  EXPECT_THAT(read.claims[0].echoes, ElementsAre(TextSpan{0, 37}));
}

TEST(ClaimFinder, KeepsAllEchoesOfOneClaim) {
  std::string text = "Huawei plans to produce 600,000 chips\n\n";
  for (int i = 0; i < 50; ++i)
    text += "Huawei plans to produce 600,000 chips. Huawei plans to produce 0.60 million chips. ";
  const Extraction read = Read("en", text);
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].echoes.size(), 100U);
}

TEST(ClaimFinder, GivesBothFacesOfAParallelFigureTheSameMeaning) {
  EXPECT_THAT(Claims("en", "SMIC will invest 50 billion yuan ($7.1 billion)."),
              ElementsAre("smic investment 50000000000 CNY | planned", "smic investment 7100000000 USD | planned"));
}

TEST(ClaimFinder, GoesOnWithTheMetricOfTheSentenceBefore) {
  EXPECT_THAT(Claims("de", "Huawei produzierte 2025 rund 200.000 Chips. Für 2027 plant Huawei 900.000 Chips."),
              Contains("huawei produced 900000 chip | object chip | time 2027-01-01..2027-12-31 | planned"));
}

TEST(ClaimFinder, TakesTheSubjectOfTheClaimBeforeForAPronoun) {
  EXPECT_THAT(Claims("en", "Huawei produced 200,000 chips in 2025. It employs 195,000 workers."),
              Contains(HasSubstr("huawei headcount 195000 employee")));
}

TEST(ClaimFinder, SharesAValueAmongEnumeratedSubjects) {
  const Extraction read = Read("de", "Nvidia und AMD müssen 15 Prozent der Erlöse abführen.");
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].subject, "nvidia");
  EXPECT_THAT(read.claims[0].co_subjects, ElementsAre("amd"));
}

TEST(ClaimFinder, DoesNotTakeTheBaseOfAComparisonForTheTime) {
  EXPECT_THAT(Claims("en", "Sales of BYD climbed 12 percent compared with 2024."),
              Contains(Not(HasSubstr("2024-01-01"))));
}

TEST(ClaimFinder, DoesNotTakeTheDayOfTheReportForTheTime) {
  EXPECT_THAT(Claims("en", "SHENZHEN, Jan. 13 - SMIC will invest 50 billion yuan, Reuters reported on Monday."),
              ElementsAre("smic investment 50000000000 CNY | planned | by Reuters"));
}

TEST(ClaimFinder, TakesAResearchHousesCountForAnEstimate) {
  EXPECT_THAT(Claims("en", "Unitree shipped 4,200 robots in 2025, according to Omdia."),
              Contains(HasSubstr("| estimated | by Omdia")));
}

TEST(ClaimFinder, SetsFurtherThingsApartFromThoseSpokenOf) {
  EXPECT_THAT(Claims("de", "Huawei baut zwei weitere Werke."), Contains(HasSubstr("object further plant")));
}

TEST(ClaimFinder, LetsAWordForACompanyStandForIt) {
  EXPECT_THAT(Claims("en", "Huawei opened an office. The company employs 195,000 workers."),
              Contains(HasSubstr("huawei headcount 195000 employee")));
}

TEST(ClaimFinder, TakesTheMakerOfAThingForTheOwnerOfItsSales) {
  EXPECT_THAT(Claims("en", "Sales of the H20 brought in about $15 billion in 2024."),
              Contains("nvidia revenue about 15000000000 USD | object h20 | time 2024-01-01..2024-12-31"));
}

TEST(ClaimFinder, CallsNoNetProfitWhatARuleCallsAnother) {
  EXPECT_THAT(
      Claims("en", "Siemens had an operating profit of 73 million dollars. Net profit was 50 million dollars."),
      ElementsAre("siemens net_income 73000000 USD | object operating profit", "siemens net_income 50000000 USD"));
}

TEST(ClaimFinder, LeavesAnOrderWithWhoeverStandsBesideTheVerb) {
  EXPECT_THAT(Claims("en", "Lufthansa ordered 40 jets from Airbus."), Contains(HasSubstr("lufthansa ordered 40")));
  EXPECT_THAT(Claims("ru", "Lufthansa заказала у Airbus 40 самолетов."), Contains(HasSubstr("lufthansa ordered 40")));
}

TEST(ClaimFinder, TakesWhomOrdersComeFromForTheirOwner) {
  EXPECT_THAT(Claims("en", "Nvidia received orders for 32,000 chips from China."),
              Contains(HasSubstr("china ordered 32000 chip")));
}

TEST(ClaimFinder, ReadsGrowthNearRevenueAsGrowthOfRevenue) {
  EXPECT_THAT(Claims("en", "The revenue of BYD climbed 12 percent."), Contains("byd revenue_growth 12 %"));
  EXPECT_THAT(Claims("fr", "Le chiffre d'affaires de BYD a progressé de 12 %."), Contains("byd revenue_growth 12 %"));
}

TEST(ClaimFinder, NamesTheSourceOfTheSentenceBefore) {
  EXPECT_THAT(Claims("it", "Unitree ha venduto 5.500 robot nel 2025. Lo calcola Omdia."),
              Contains(HasSubstr(
                  "unitree sold 5500 robot | object robot | time 2025-01-01..2025-12-31 | estimated | by Omdia")));
}

TEST(ClaimFinder, KeepsWhomASourceCites) {
  const Extraction read = Read("en", "According to Bloomberg, citing Omdia, Huawei produced 200,000 chips.");
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].attribution, "Bloomberg");
  EXPECT_EQ(read.claims[0].original_source, "Omdia");
}

TEST(ClaimFinder, CountsNothingForThoseWhoOnlyCount) {
  EXPECT_THAT(Claims("en", "Unitree sold 4,200 robots in 2025. Omdia expects 9,000 robots to be sold in 2026."),
              Contains(HasSubstr("world sold 9000 robot")));
}

TEST(ClaimFinder, GoesOnWithTheMetricOfTheLastValueOfItsKind) {
  EXPECT_THAT(
      Claims(
          "en",
          "AgiBot sold 5,168 robots in 2025, and its revenue was $40 million. Unitree came second with 4,200 robots."),
      Contains(HasSubstr("unitree sold 4200 robot | object robot | time 2025-01-01..2025-12-31")));
}

TEST(ClaimFinder, SetsApartWhatCountsOnlyAPart) {
  EXPECT_THAT(Claims("en", "Counting only the tall ones, Unitree sold 200 robots."),
              Contains(HasSubstr("object certain robot")));
}

TEST(ClaimFinder, CountsOnWhatTheTextIsAboutNotOnWhatItIsComparedWith) {
  EXPECT_THAT(Claims("en",
                     "Humanoid robots sell. Tesla sold 900 humanoid robots, while ABB sold 5,000 industrial robots. "
                     "In Japan, Unitree sold 70 units."),
              Contains(HasSubstr("unitree sold 70 humanoid robot")));
}

TEST(ClaimFinder, CarriesWhatWasCountedOfOneToItsPrices) {
  EXPECT_THAT(Claims("en", "Unitree sold 70 humanoid robots. Its entry model from Unitree costs $6,000."),
              Contains(AllOf(HasSubstr("unitree price 6000 USD"), HasSubstr("object humanoid robot"))));
}

TEST(ClaimFinder, NamesThePriceWhereSharesFall) {
  EXPECT_THAT(Claims("en", "Nvidia shares fell 4 percent."), Contains(HasSubstr("object share price")));
}

TEST(ClaimFinder, ReadsPlaceAndBaseOfComparisonBehindTheirNames) {
  EXPECT_THAT(Claims("ja", "テスラは中国で3万台を販売した。"), Contains(HasSubstr("place china")));
  EXPECT_THAT(Claims("ko", "현대차의 판매량은 전년보다 8% 증가했다."), Each(Not(HasSubstr("| time"))));
}

TEST(ClaimFinder, DoesNotTakeWhatLiesAheadForAFact) {
  EXPECT_THAT(Claims("de", "BYD eröffnet im März 2026 ein Werk."), Contains(HasSubstr("| planned")));
}

TEST(ClaimFinder, DoesNotDenyWhatStandsBehindAColon) {
  EXPECT_THAT(Claims("en", "Unitree disputes its share: it says that it shipped 5,500 robots."),
              Contains(AllOf(HasSubstr("unitree sold 5500 robot"), Not(HasSubstr("denied")))));
}

TEST(ClaimFinder, SaysInOneLineWhyAClaimWasMade) {
  const Extraction read = Read("en", "Huawei plans to produce 600,000 chips.");
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].rule, "en.produced");
  EXPECT_EQ(read.claims[0].trace, "status by en.planned; \"produce\" 1 words away; subject from same sentence");
  EXPECT_GT(read.claims[0].confidence, 0.7);
  EXPECT_LE(read.claims[0].confidence, 1.0);
}

TEST(ClaimFinder, TakesAHeadlinesRoundFigureForAnEchoOfTheBodys) {
  const Extraction read = Read("en",
                               "China sees 13,000 robots sold\n\nUnitree was first. It said so in Shenzhen.\n\n"
                               "Worldwide, 13,317 robots were sold in 2025, according to Omdia.");
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].subject, "world");
  EXPECT_EQ(read.claims[0].echoes.size(), 1U);
}

TEST(ClaimFinder, GivesWhatARegionHasToItsCountry) {
  EXPECT_THAT(Claims("en", "China builds. In Xinjiang, 39 data centers are planned."),
              Contains(HasSubstr("china facility_count 39 data center | object data center | place xinjiang")));
}

TEST(ClaimFinder, GivesAGroupWhatItsMembersAreNamedFor) {
  EXPECT_THAT(Claims("en", "Firms in China, among them ByteDance, ordered chips for 16 billion dollars."),
              Contains(HasSubstr("china ordered 16000000000 USD")));
}

TEST(ClaimFinder, LetsADescriptionBehindItsCountryStandForAFirm) {
  EXPECT_THAT(Claims("en", "Maersk opened an office. The Danish shipping company earned 2 billion dollars."),
              Contains(HasSubstr("maersk net_income 2000000000 USD")));
}

TEST(ClaimFinder, GivesEachItsOwnRespectively) {
  EXPECT_THAT(Claims("en", "BYD and Tesla sold 5,000 and 7,000 cars in 2025, respectively."),
              AllOf(Contains(HasSubstr("byd sold 5000 car")), Contains(HasSubstr("tesla sold 7000 car"))));
}

TEST(ClaimFinder, TakesWhatIsOnlySupposedForAForecast) {
  const Extraction read = Read("en", "If BYD sold 9,000 cars in 2025, Tesla lost.");
  ASSERT_EQ(read.claims.size(), 1U);
  EXPECT_EQ(read.claims[0].status, ClaimStatus::kForecast);
  EXPECT_LT(read.claims[0].confidence, 0.7);
}

TEST(ClaimFinder, ReadsAShareIndexAsItsCountrys) {
  EXPECT_THAT(Claims("en", "France's CAC 40 gained 0.49 percent."), Contains("france growth 0.49 % | object CAC 40"));
}

TEST(ClaimFinder, NamesWhatASharesTopicIs) {
  EXPECT_THAT(Claims("en", "China accounted for 12 percent of revenue at Nvidia."),
              Contains(HasSubstr("object revenue")));
}

TEST(ClaimFinder, NeverCarriesOnATimeThatLiesAhead) {
  EXPECT_THAT(Claims("en", "BYD will sell 9,000 cars in 2030. BYD employs 5,000 workers."),
              Contains("byd headcount 5000 employee | object employee"));
}

TEST(ClaimFinder, ReadsWeightsOfWhatIsMade) {
  EXPECT_THAT(Claims("en", "China produced 5 million tonnes of steel in 2025."),
              Contains("china produced 5000000 t | object steel | time 2025-01-01..2025-12-31"));
}

TEST(ClaimFinder, PassesOverARelativeClauseBetweenCommas) {
  EXPECT_THAT(Claims("en", "TSMC, which counts Apple and Nvidia among its customers, earned 5 billion dollars."),
              Contains(HasSubstr("tsmc net_income 5000000000 USD")));
}

TEST(ClaimFinder, CarriesThePlantOfASumToNoSentenceThatNamesNone) {
  EXPECT_THAT(
      Claims("en", "Micron is investing 5 billion dollars in a plant. Its investments came to 20 billion dollars."),
      ElementsAre(HasSubstr("investment 5000000000 USD | object plant"),
                  AllOf(HasSubstr("investment 20000000000 USD"), Not(HasSubstr("plant")))));
}

TEST(ClaimFinder, TakesNoStartOfOtherThingsForOneOfProduction) {
  const std::pair<std::string, std::string> texts[] = {
      {"it", "L'avvio del processo contro Hyundai è previsto per marzo 2026."},
      {"fr", "Renault tournera la page en mars 2026."},
      {"de", "Die Systeme von Siemens wurden im März 2026 wieder hochgefahren."},
      {"en", "Siemens bought a start up in March 2026."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Not(Contains(HasSubstr("production_start")))) << text;
  EXPECT_THAT(Claims("it", "La produzione nello stabilimento Hyundai comincerà nel 2029."),
              Contains(HasSubstr("hyundai event:production_start")));
}

TEST(ClaimFinder, TakesTheSeatOfAFirmForNoPlace) {
  EXPECT_THAT(Claims("en", "Munich-based Siemens sold 500 trains in Spain."),
              ElementsAre(AllOf(HasSubstr("siemens sold 500 train"), HasSubstr("place spain"))));
  EXPECT_THAT(Claims("de", "Siemens, ein in München ansässiger Konzern, verkaufte 500 Züge."),
              Contains(AllOf(HasSubstr("siemens sold 500 train"), Not(HasSubstr("place")))));
  EXPECT_THAT(Claims("es", "Acciona, con sede en Madrid, vendió 500 trenes."), Each(Not(HasSubstr("place madrid"))));
}

TEST(ClaimFinder, TakesWhereThingsGoForAPlaceOnlyOfWhatGoes) {
  EXPECT_THAT(Claims("de", "BYD verkaufte 2025 rund 9.000 Autos nach Brasilien."), Contains(HasSubstr("place brazil")));
  EXPECT_THAT(Claims("ja", "BYDは2025年にブラジル向けの車9000台を生産した。"),
              Contains(AllOf(HasSubstr("byd produced 9000"), Not(HasSubstr("place")))));
}

TEST(ClaimFinder, TakesAMarketsAndAPlantsPlace) {
  EXPECT_THAT(Claims("en", "BYD sold 9,000 cars on the Brazilian market in 2025."),
              Contains(HasSubstr("place brazil")));
  EXPECT_THAT(Claims("fr", "Renault a produit 9 000 voitures dans son usine de Douai."),
              Contains(HasSubstr("place douai")));
  EXPECT_THAT(Claims("zh", "特斯拉上海工厂2025年生产了95万辆汽车。"), Contains(HasSubstr("place shanghai")));
}

TEST(ClaimFinder, FindsWhatACompoundWordCounts) {
  EXPECT_THAT(Claims("de", "TSMC will die Chipproduktion 2027 verdoppeln."),
              Contains("tsmc production_growth x2 | object chip | time 2027-01-01..2027-12-31 | planned"));
  EXPECT_THAT(Claims("de", "In Polen gibt es 39 Rechenzentrumsprojekte."), Contains(HasSubstr("object data center")));
  EXPECT_THAT(Claims("en", "Poland has 39 data center projects."), Contains(HasSubstr("object data center")));
}

TEST(ClaimFinder, NamesTheKindOfAListOfThings) {
  EXPECT_THAT(Claims("en", "Tencent bought 5,000 H100 and H200 chips."),
              Contains(HasSubstr("tencent purchased 5000 chip | object Nvidia chip")));
}

TEST(ClaimFinder, NamesThePartOfAFirmThatEarns) {
  EXPECT_THAT(Claims("de", "Das Cloud-Geschäft von Alibaba wuchs beim Umsatz um 26 Prozent."),
              Contains("alibaba revenue_growth 26 % | object cloud business"));
  EXPECT_THAT(Claims("en", "Tesla's energy business earned 10 billion dollars in revenue."),
              Contains(HasSubstr("object energy business")));
}

TEST(ClaimFinder, GivesAFeeToTheThingOfTheHeadline) {
  EXPECT_THAT(Claims("en", "Nvidia may ship the H20\n\nNvidia pays a levy of 15 percent to the U.S. government."),
              Contains("nvidia tariff_rate 15 % | object h20"));
}

TEST(ClaimFinder, GivesNoMemberOfAGroupWhatTheGroupDid) {
  EXPECT_THAT(Claims("en", "Firms from China, among them Tencent, Alibaba and Baidu, ordered 5,000 chips."),
              Each(HasSubstr("china ordered 5000 chip")));
}

TEST(ClaimFinder, LeavesABanToTheStateThatActedLast) {
  EXPECT_THAT(Claims("en",
                     "The U.S. Commerce Department changed its mind. China may buy the H20 again. "
                     "The export ban was imposed in April 2025."),
              Contains(HasSubstr("us-government event:effective 2025-04-01..2025-04-30")));
}

TEST(ClaimFinder, TakesTheEndOfATopicForNoNoun) {
  EXPECT_THAT(Claims("de", "Die Exporte Chinas wuchsen um 8 Prozent."),
              ElementsAre("china growth 8 % | object export"));
}

TEST(ClaimFinder, GoesOnWithASumOfAnotherFirm) {
  EXPECT_THAT(Claims("en", "The revenue of BYD reached 90 billion euros, while Renault stopped at 56 billion euros."),
              Contains(HasSubstr("renault revenue 56000000000 EUR")));
}

TEST(ClaimFinder, GivesWhatAPlantMakesToItsFirm) {
  EXPECT_THAT(Claims("ja", "トヨタは日本の会社だ。九州工場では2025年に自動車40万台を生産した。"),
              Contains(AllOf(HasSubstr("toyota produced 400000 car"), HasSubstr("place kyushu"))));
}

TEST(ClaimFinder, TakesAShareOfAMarketForAMarketShare) {
  EXPECT_THAT(Claims("es", "BYD lidera el mercado con una cuota del 24 %."), ElementsAre("byd market_share 24 %"));
}

TEST(ClaimFinder, GoesOnWithPartsOfTheWorldAndThenWithTheWorld) {
  EXPECT_THAT(Claims("de",
                     "Im vergangenen Jahr wurden weltweit 556.000 Industrieroboter installiert. Auf China entfielen "
                     "303.000 Geräte, auf Deutschland 25.600. Insgesamt sind nun 4,9 Millionen Roboter im Einsatz."),
              ElementsAre(HasSubstr("world deployed 556000"), HasSubstr("china deployed 303000"),
                          HasSubstr("germany deployed 25600"), HasSubstr("world deployed 4900000")));
}

TEST(ClaimFinder, LeavesTheMarketWithItsPrice) {
  const std::vector<std::string> claims = Claims(
      "en",
      "Rio Tinto raised its goal.\n\nA tonne of lithium carbonate costs $19,500 in Chile, twice as much as a year "
      "ago. It produced 18,500 tonnes of lithium.");
  EXPECT_THAT(claims, Contains(StartsWith("world price 19500")));
  EXPECT_THAT(claims, Contains(StartsWith("rio-tinto produced 18500")));
}

TEST(ClaimFinder, GoesOnWithWhatAHouseCountedInTheNextParagraph) {
  const std::string counted = "Chips in China.\n\nIDC says that Nvidia sold 2.2 million AI chips in China in 2025.\n\n";
  EXPECT_THAT(Claims("en", counted + "Huawei followed with 812,000."),
              Contains(HasSubstr("huawei sold 812000 chip | object chip | time 2025-01-01..2025-12-31 | place china | "
                                 "estimated | by IDC")));
  EXPECT_THAT(Claims("en", counted + "Prices fell. Huawei followed with 812,000."),
              Not(Contains(HasSubstr("huawei sold 812000"))))
      << "something else was spoken of";
}

TEST(ClaimFinder, LeavesWhatIsReportedWithTheFirmOfTheArticle) {
  EXPECT_THAT(
      Claims("de",
             "Nebius wächst weiter.\n\nNebius baut Rechenzentren. Microsoft hat Rechenleistung für 17 Milliarden "
             "Dollar bestellt. Der Umsatz kam im dritten Quartal auf 146 Millionen Dollar."),
      Contains(HasSubstr("nebius revenue 146000000")));
}

TEST(ClaimFinder, TakesWhatSharesBringInForFunding) {
  EXPECT_THAT(Claims("en", "Biren sold 285 million shares in its offering. That brought in 5.6 billion dollars."),
              Contains(HasSubstr("biren funding 5600000000")));
  EXPECT_THAT(Claims("en", "Biren bought back 285 million shares. Revenue came to 5.6 billion dollars."),
              Contains(HasSubstr("biren revenue 5600000000")));
  EXPECT_THAT(Claims("en", "Biren sold 285 million chips. That brought in 5.6 billion dollars."),
              Contains(HasSubstr("biren revenue 5600000000")));
}

}  // namespace
}  // namespace newsgraph::extract
