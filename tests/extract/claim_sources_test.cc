#include "extract/claim_sources.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(SourcesIn, TakesWhoStandsBeforeAVerbThatNamesThemOnEitherSide) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Omdia says BYD sold 600,000 cars."},
      {"en", "Omdia, a research house, said BYD sold 600,000 cars."},
      {"de", "Omdia berichtet, BYD habe 600.000 Autos verkauft."},
      {"fr", "Omdia a indiqué mardi que BYD a vendu 600 000 voitures."},
      {"es", "Omdia dice que BYD vendió 600.000 coches."},
      {"pt", "A Omdia diz que a BYD vendeu 600.000 carros."},
      {"nl", "Omdia zegt dat BYD 600.000 auto's heeft verkocht."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("| by Omdia"))) << text;
}

TEST(SourcesIn, TakesWhoStandsBehindAVerbAfterWhatWasSaid) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "BYD sold 600,000 cars, said Omdia."},
      {"en", "BYD sold 600,000 cars in May, said Omdia analyst Li Wei on Tuesday."},
      {"de", "BYD habe 600.000 Autos verkauft, berichtet Omdia."},
      {"de", "In einem Bericht sagte Omdia, BYD habe 600.000 Autos verkauft."},
      {"es", "BYD vendió 600.000 coches, dijo Omdia."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("| by Omdia"))) << text;
}

TEST(SourcesIn, TellsWhoPrintsItFromWhomTheyCite) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Reuters, citing people familiar with the matter, reported that BYD sold 600,000 cars."},
      {"en", "BYD sold 600,000 cars, Reuters reported, citing two people familiar with the matter."},
      {"de", "Wie Reuters unter Berufung auf Insider berichtet, verkaufte BYD 600.000 Autos."},
      {"zh", "路透社援引知情人士报道，比亚迪销售了60万辆汽车。"},
      {"ko", "로이터는 소식통을 인용해 BYD가 자동차 60만 대를 판매했다고 보도했다."},
  };
  for (const auto& [language, text] : texts) {
    const Extraction read = Read(language, text);
    ASSERT_EQ(read.claims.size(), 1U) << text;
    EXPECT_EQ(read.claims[0].attribution, "Reuters") << text;
    EXPECT_EQ(read.claims[0].original_source, "people familiar with the matter") << text;
  }
}

TEST(SourcesIn, TakesWhoIsNamedFirstWhereTheVerbEndsTheSentence) {
  const std::pair<std::string, std::string> texts[] = {
      {"ko", "로이터는 BYD가 중국에서 60만 대를 판매했다고 보도했다."},
      {"ja", "ロイターはBYDが中国で60万台を販売したと報じた。"},
      {"tr", "Reuters, BYD'nin Çin'de 600 bin otomobil sattığını bildirdi."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("byd sold"), HasSubstr("| by Reuters")))) << text;
}

TEST(SourcesIn, GivesWhatHadBeenExpectedAloneToThoseWhoExpectedIt) {
  EXPECT_THAT(Claims("en", "BYD earned 400 million euros, while analysts had expected 500 million euros."),
              ElementsAre("byd net_income 400000000 EUR", "byd net_income 500000000 EUR | forecast | by analysts"));
}

TEST(SourcesIn, LeavesAQuotationWithWhoeverSpeaksAndNotWithThoseWhoExpectedAnotherValue) {
  EXPECT_THAT(Claims("en", "\"BYD sold 400,000 cars in May.\" Analysts had expected 500,000 cars."),
              Contains(AllOf(HasSubstr("sold 400000"), Not(HasSubstr("analysts")), Not(HasSubstr("forecast")))));
}

TEST(SourcesIn, HearsNobodyInsideAName) {
  EXPECT_THAT(Claims("en", "BYD sold 600,000 cars, The Economist reported."),
              Contains(AllOf(HasSubstr("| by The Economist"), Not(HasSubstr("estimated")))));
  EXPECT_THAT(Claims("en", "BYD sold 600,000 cars, US officials said."), Contains(HasSubstr("| by US officials")));
}

TEST(SourcesIn, KnowsShortNamesOfMediaBesideTheirWords) {
  EXPECT_THAT(Claims("de", "Wie die FT unter Berufung auf Insider berichtet, verkaufte BYD 600.000 Autos."),
              Contains(HasSubstr("| by Financial Times")));
}

TEST(SourcesIn, LetsAFirmThatSpeaksOfItselfOwnWhatItSays) {
  EXPECT_THAT(Claims("tr", "BYD, Çin'de 600 bin otomobil sattığını açıkladı."),
              Contains(AllOf(HasSubstr("byd sold"), HasSubstr("place china"))));
}

TEST(SourcesIn, KnowsThoseWhoAreQuotedWithoutAName) {
  EXPECT_THAT(Claims("en", "BYD sold 600,000 cars, officials said."), Contains(HasSubstr("| by officials")));
  EXPECT_THAT(Claims("de", "BYD verkaufte laut Branchenkreisen 600.000 Autos."),
              Contains(HasSubstr("| by industry sources")));
}

TEST(FindAttribution, TakesWhomTheTextCallsAResearchHouseForOneWhoCounts) {
  EXPECT_THAT(Claims("en", "Research firm Datavore puts BYD's market share at 2.1 percent and Tesla's at 1.6 percent."),
              ElementsAre(AllOf(HasSubstr("byd market_share 2.1 %"), HasSubstr("estimated | by Datavore")),
                          AllOf(HasSubstr("tesla market_share 1.6 %"), HasSubstr("estimated | by Datavore"))));
}

TEST(FindAttribution, GoesOnWithWhatAHouseCountsButNotWithPrices) {
  EXPECT_THAT(Claims("en", "BYD sold 500 robots, Omdia estimates. Tesla sold 300. Its robot costs 900 dollars."),
              Contains(AllOf(HasSubstr("price 900 USD"), Not(HasSubstr("Omdia")))));
}

TEST(FindAttribution, GivesEachOfSeveralWhoCountItsOwnValue) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Goldman Sachs expects sales of 250,000 robots in 2030; Morgan Stanley puts the number at 400,000."},
      {"de", "Goldman Sachs erwartet für 2030 einen Absatz von 250.000 Robotern, Morgan Stanley rechnet mit 400.000."},
      {"es", "Goldman Sachs prevé la venta de 250.000 robots en 2030, mientras que Morgan Stanley habla de 400.000."},
      {"pl", "Goldman Sachs prognozuje sprzedaż 250 tys. robotów w 2030 roku, a Morgan Stanley 400 tys."},
      {"zh", "高盛预计2030年机器人销量为25万台，摩根士丹利则预计为40万台。"},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("sold 250000"), HasSubstr("by Goldman Sachs"))))
        << text;
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("sold 400000"), HasSubstr("by Morgan Stanley"))))
        << text;
  }
  EXPECT_THAT(Claims("en",
                     "Samsung's market share was 20 percent, according to IDC, and in Poland it was 33 percent, "
                     "according to Canalys."),
              ElementsAre(HasSubstr("by IDC"), HasSubstr("by Canalys")));
  EXPECT_THAT(Claims("en", "According to IDC, Samsung sold 60,000 phones in 2024 and 50,000 phones in 2023."),
              ElementsAre(HasSubstr("by IDC"), HasSubstr("by IDC")));
}

TEST(SourcesIn, TakesNobodyBehindTheCommaThatClosesWhoSaysSo) {
  EXPECT_THAT(Claims("en", "According to the consultancy, BYD sold 500,000 cars."), Not(Contains(HasSubstr("by BYD"))));
  EXPECT_THAT(Claims("fr", "D'après le cabinet, BYD a vendu 500 000 voitures."), Not(Contains(HasSubstr("by BYD"))));
  EXPECT_THAT(Claims("ru", "По данным, опубликованным Omdia, BYD продала 500 тысяч автомобилей."),
              Contains(HasSubstr("by Omdia")));
}

TEST(FindAttribution, GoesOnWithWhoOpensAParagraphOnlyOfWhomTheySpokeOf) {
  const std::pair<std::string, std::string> texts[] = {
      {"en",
       "Chief executive Anna Berg of Siemens expects a profit of 2 billion euros in 2026. Rival Lidl opened 45 "
       "stores in 2025."},
      {"nl",
       "Topvrouw Anna Berg van Siemens verwacht in 2026 een winst van 2 miljard euro. Concurrent Lidl opende in 2025 "
       "45 winkels."},
      {"de",
       "Siemens-Chefin Anna Berg erwartet 2026 einen Gewinn von 2 Milliarden Euro. Der Rivale Lidl eröffnete 2025 45 "
       "Filialen."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text),
                Contains(AllOf(HasSubstr("lidl facility_count 45"), Not(HasSubstr("by ")), Not(HasSubstr("forecast")))))
        << text;
  }
  EXPECT_THAT(
      Claims("en", "Supply chain sources say Nvidia plans to make 100,000 chips. ByteDance ordered 60,000 chips."),
      Contains(AllOf(HasSubstr("bytedance ordered 60000"), HasSubstr("by supply chain sources"),
                     Not(HasSubstr("planned")))));
}

TEST(SourcesIn, KnowsManyVerbsOfSpeaking) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Siemens has made 350 robots, founder Anna Berg admitted."},
      {"de", "Siemens hat 350 Roboter gebaut, räumte Gründerin Anna Berg ein."},
      {"de", "Siemens hat 350 Roboter gebaut, wie Gründerin Anna Berg bestätigte."},
      {"fr", "Siemens a produit 350 robots, a reconnu la fondatrice Anna Berg."},
      {"es", "Siemens ha producido 350 robots, admitió la fundadora Anna Berg."},
      {"it", "Siemens ha prodotto 350 robot, ha ammesso la fondatrice Anna Berg."},
      {"pt", "A Siemens produziu 350 robôs, confirmou a fundadora Anna Berg."},
      {"pl", "Siemens wyprodukował 350 robotów, przyznała założycielka Anna Berg."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("produced 350"), HasSubstr("by Anna Berg")))) << text;
}

TEST(SourcesIn, TakesThePaperThatReportsBehindWhatItReports) {
  EXPECT_THAT(Claims("ko", "화웨이가 칩 20만 개를 팔았다고 블룸버그가 10일 보도했다."),
              Contains(HasSubstr("huawei sold 200000 chip | object chip | by Bloomberg")));
}

TEST(SourcesIn, HearsAPersonAndNotTheFirmThatTheyAreOf) {
  const std::pair<std::string, std::string> texts[] = {
      {"nl", "Topvrouw Anna Berg van Siemens zei dat BYD 600.000 auto's heeft verkocht."},
      {"pt", "A presidente da Siemens, Anna Berg, disse que a BYD vendeu 600.000 carros."},
      {"en", "The head of Siemens, Anna Berg, said BYD sold 600,000 cars."},
      {"en", "Anna Berg of Siemens said BYD sold 600,000 cars."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("| by Anna Berg"))) << text;
  EXPECT_THAT(Claims("en", "Siemens, a maker of trains, said BYD sold 600,000 cars."),
              Contains(HasSubstr("| by Siemens")));
}

TEST(FindAttribution, IsWhoWasAskedAndNotWhoAsked) {
  EXPECT_THAT(Claims("de",
                     "Siemens steigerte den Gewinn auf 412 Millionen Euro. Von Reuters befragte Analysten hatten mit "
                     "455 Millionen Euro gerechnet."),
              Contains(AllOf(HasSubstr("net_income 455000000"), HasSubstr("by analysts"))));
}

}  // namespace
}  // namespace newsgraph::extract
