#include "extract/claim_regions.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(PlaceSpokenOf, TakesThereForWhereTheTextHasJustBeen) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Nvidia is building a plant in Dresden. It will employ 500 people there."},
      {"de", "Nvidia baut ein Werk in Dresden. Dort sollen 500 Menschen arbeiten."},
      {"es", "Nvidia construye una planta en Dresde. Allí trabajarán 500 personas."},
      {"fr", "Nvidia construit une usine à Dresde. L'entreprise y emploiera 500 personnes."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("nvidia headcount 500"), HasSubstr("place dresden"))))
        << text;
}

TEST(PlaceSpokenOf, TakesThePlantForTheOneThatWasNamed) {
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. The factory will produce 500 cars a year."),
              Contains(AllOf(HasSubstr("capacity 500"), HasSubstr("place dresden"))));
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. The investment comes to 5 million euros."),
              Contains(AllOf(HasSubstr("investment 5000000"), HasSubstr("place dresden"))));
}

TEST(PlaceSpokenOf, LeavesTheWholeFirmWithoutThePlaceOfItsPlant) {
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. The company employs 36,000 people."),
              Contains(AllOf(HasSubstr("nvidia headcount 36000"), Not(HasSubstr("place")))));
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. There are 36,000 employees at Nvidia."),
              Contains(AllOf(HasSubstr("nvidia headcount 36000"), Not(HasSubstr("place")))));
}

TEST(PlaceSpokenOf, IsWhereThePlantOfTheSentenceBeforeStartsToWork) {
  EXPECT_THAT(Claims("en", "Siemens is building a plant in Savannah, Georgia. Production is to start in 2028."),
              Contains(AllOf(HasSubstr("event:production_start 2028"), HasSubstr("place savannah"))));
}

TEST(PlaceSpokenOf, TakesItForThePlantThatWasNamed) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "In Savannah, Siemens is building a plant. It is due to open in 2028 and will employ 500 people."},
      {"es", "Siemens construirá una planta en Zaragoza. Empezará a producir en 2028 y empleará a 500 personas."},
      {"it", "Siemens costruirà una fabbrica a Torino. Aprirà nel 2028 e impiegherà 500 persone."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("siemens headcount 500"), HasSubstr("place"))))
        << text;
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("siemens event:"), HasSubstr("place")))) << text;
  }
  const std::string plant = "Siemens is building a plant in Savannah. ";
  EXPECT_THAT(Claims("en", plant + "It employed 500 people last year."), Not(Contains(HasSubstr("place"))))
      << "it stands already";
  EXPECT_THAT(Claims("en", plant + "The company plans to hire 500 people."), Not(Contains(HasSubstr("place"))));
  EXPECT_THAT(Claims("en", plant + "It had sales of 500 million euros."), Not(Contains(HasSubstr("place"))));
  EXPECT_THAT(Claims("en", plant + "\n\nIt will invest 500 million euros."), Not(Contains(HasSubstr("place"))))
      << "money of another paragraph";
  EXPECT_THAT(Claims("en", plant + "The 500 million euro site is to open in 2028, with BYD as a customer."),
              Contains(AllOf(HasSubstr("event:opening"), HasSubstr("place savannah"))));
}

TEST(PlaceSpokenOf, TakesThePlaceOfThePlantBeforeAnyOther) {
  EXPECT_THAT(
      Claims("en", "Siemens cuts jobs, mainly in Sweden; its Dresden plant is hiring. It will employ 500 people."),
      Contains(AllOf(HasSubstr("headcount 500"), HasSubstr("place dresden"))));
}

TEST(TownOfSite, IsTheTownOfThePlantThatACountryIsNamedFor) {
  const std::string text = "BYD will build a car plant in Zaragoza, Spain.\n\n";
  EXPECT_THAT(Claims("en", text + "The Spanish plant is to employ 500 people."),
              Contains(AllOf(HasSubstr("headcount 500"), HasSubstr("place zaragoza"))));
  EXPECT_THAT(Claims("en", text + "BYD sold 500 cars in Spain."),
              Contains(AllOf(HasSubstr("sold 500"), HasSubstr("place spain"))));
  EXPECT_THAT(Claims("en", text + "The Hungarian plant is to employ 500 people."),
              Contains(AllOf(HasSubstr("headcount 500"), HasSubstr("place hungary"))));
}

TEST(ClosestPlace, IsTheTownRightBehindItsRegion) {
  EXPECT_THAT(Claims("zh", "比亚迪将在西班牙萨拉戈萨投资5亿欧元建厂。"), Contains(HasSubstr("place zaragoza")));
  EXPECT_THAT(Claims("zh", "比亚迪将在日本广岛投资5亿欧元建厂。新工厂将雇用500人。"),
              Contains(AllOf(HasSubstr("headcount 500"), HasSubstr("place hiroshima"))));
  EXPECT_THAT(Claims("ja", "トヨタは愛知県の名古屋工場に5億円を投じる。"), Contains(HasSubstr("place nagoya")));
  EXPECT_THAT(Claims("en", "Siemens will spend 5 million euros on plants in Spain and Hungary."),
              Contains(HasSubstr("place spain")));
}

TEST(PlaceSpokenOf, IsWhereTheSameSentencePutsThePlant) {
  EXPECT_THAT(Claims("zh", "美光将在日本广岛投资1.5万亿日元建设工厂，日本政府提供补贴，预计2029年投产。"),
              Contains(AllOf(HasSubstr("micron event:production_start"), HasSubstr("place hiroshima"))));
}

TEST(PlaceSpokenOf, IsThePlaceBeforeWhere) {
  EXPECT_THAT(Claims("en", "The chips are bound for El Paso, Texas, where Meta employs 2,000 people."),
              Contains(HasSubstr("place el-paso")));
  EXPECT_THAT(Claims("de", "Die Zellen kommen aus Berlin, wo Volkswagen 2 Milliarden Euro in eine Fabrik steckt."),
              Contains(HasSubstr("place berlin")));
  EXPECT_THAT(Claims("fr", "Les cellules viendront de Lyon, où Stellantis emploie 500 salariés."),
              Contains(HasSubstr("place lyon")));
  EXPECT_THAT(Claims("en", "It envies Berlin, where firms are active; Meta employs 2,000 people."),
              Not(Contains(HasSubstr("place berlin"))));
  EXPECT_THAT(Claims("en", "It envies Berlin, where firms are active, and Meta employs 2,000 people."),
              Not(Contains(HasSubstr("place berlin"))));
  EXPECT_THAT(Claims("en", "Meta left Berlin for a market where it employs 2,000 people."),
              Not(Contains(HasSubstr("place berlin"))));
}

TEST(FirmOfSite, IsTheFirmSpokenOfWhereAPlaceSaysWhereItWorks) {
  const std::string firm = "BYD raised its goal. ";
  EXPECT_THAT(Claims("en", firm + "In Hungary, production is to start in 2028."),
              Contains(HasSubstr("byd event:production_start")));
  EXPECT_THAT(Claims("en", firm + "In Szeged, capacity is 150,000 cars a year."),
              Contains(HasSubstr("byd capacity 150000")));
  EXPECT_THAT(Claims("en", firm + "In Hungary, 150,000 cars were sold in May."), Not(Contains(HasSubstr("byd sold"))));
  const std::string town = "Investoren haben für Rechenzentren in Szeged 5 Millionen Euro zugesagt.";
  EXPECT_THAT(Claims("de", "BYD wächst. " + town), Contains(HasSubstr("szeged investment"))) << "who pays has no name";
  EXPECT_THAT(Claims("de", "BYD wächst. Im Kreis Szeged sind für Rechenzentren 5 Millionen Euro zugesagt."),
              Contains(HasSubstr("byd investment")));
}

TEST(TellsOfSite, TakesVerbsThatStartAnythingForPlantsAlone) {
  const auto starts = Contains(HasSubstr("volvo-cars event:production_start"));
  EXPECT_THAT(Claims("de", "Das Werk von Volvo soll 2028 anlaufen."), starts);
  EXPECT_THAT(Claims("fr", "L'usine de Volvo à Gand est prête. Elle doit démarrer en 2028."), starts);
  EXPECT_THAT(Claims("de", "Volvo baut in Gent ein Werk. 2028 sollen dort die ersten Zellen gefertigt werden."),
              starts);
  EXPECT_THAT(Claims("de", "Die Gespräche mit Volvo sollen 2028 starten."), Not(starts));
  EXPECT_THAT(Claims("de", "Volvo investiert in das Werk Gent. Der Verkauf startet 2028."), Not(starts));
  EXPECT_THAT(Claims("fr", "L'usine de Volvo à Gand est prête.\n\nElle doit démarrer en 2028."), Not(starts));
}

}  // namespace
}  // namespace newsgraph::extract
