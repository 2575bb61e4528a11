#include "extract/claim_places.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST(FindPlace, KnowsLandscapesOfAPlace) {
  EXPECT_THAT(Claims("en", "BYD sold 500 cars in the north of Italy."), ElementsAre(HasSubstr("place italy")));
  EXPECT_THAT(Claims("de", "Huawei baut in den Wüsten Chinas 500 Roboter."), ElementsAre(HasSubstr("place china")));
}

TEST(FindPlace, TakesNoneFromWhatALevyIsTakenOf) {
  EXPECT_THAT(Claims("en", "Nvidia must hand over 15 percent of what it earns in China."),
              ElementsAre(AllOf(HasSubstr("nvidia tariff_rate 15 %"), Not(HasSubstr("place")))));
}

TEST(RegionBefore, HoldsForTheThingsOfItsCountry) {
  EXPECT_THAT(Claims("en", "In the deserts of Nevada, work goes on. American firms plan to install 50,000 chips."),
              ElementsAre(HasSubstr("united-states deployed 50000 chip | object chip | place nevada")));
  EXPECT_THAT(Claims("en", "In the deserts of Nevada, work goes on. The United States installed 50,000 chips."),
              ElementsAre(Not(HasSubstr("place nevada"))));
}

TEST(IsGoalOfParts, GivesPartsToWhoSoldThemAll) {
  EXPECT_THAT(Claims("fr", "Huawei a livré 25 000 puces. Parmi elles, 8 000 sont allées en Chine et 15 000 au Japon."),
              Contains(AllOf(HasSubstr("huawei sold 15000"), HasSubstr("place japan"))));
}

TEST(FindPlace, LeavesThePlaceOfAPartToThePart) {
  EXPECT_THAT(Claims("fr", "Renault emploie 96 000 personnes, dont 61 000 en France."),
              ElementsAre(Not(HasSubstr("place")), HasSubstr("place france")));
}

TEST(MovesInPrice, HasNoPlaceAndNoPeriod) {
  EXPECT_THAT(Claims("en", "Last year BYD sold 20 cars. BYD shares closed 6.2% higher in Seoul."),
              Contains("byd growth 6.2 % | object share price"));
}

TEST(FindPlace, KnowsThePlaceRightBeforeWhatAFirmDoesThere) {
  EXPECT_THAT(Claims("ko", "현대차의 인도 판매는 18만대였다."),
              ElementsAre(AllOf(HasSubstr("hyundai sold 180000"), HasSubstr("place india"))));
}

TEST(FindPlace, LeavesThePlaceBehindACommaToTheNextValue) {
  EXPECT_THAT(Claims("zh", "比亚迪在印度售出18万辆汽车，在德国售出2万辆汽车。"),
              ElementsAre(HasSubstr("place india"), HasSubstr("place germany")));
}

TEST(FindPlace, TakesNoneWhereOnlyMostOfItIs) {
  EXPECT_THAT(Claims("en", "BYD will close 120 stores, mainly in Spain."), Not(Contains(HasSubstr("place spain"))));
  EXPECT_THAT(Claims("es", "BYD cerrará 120 tiendas, la mayoría en España."), Not(Contains(HasSubstr("place spain"))));
  EXPECT_THAT(Claims("en", "BYD will close 120 stores in Spain."), Contains(HasSubstr("place spain")));
}

TEST(FindPlace, TakesTheTownBesideItsCountry) {
  EXPECT_THAT(Claims("es", "BYD invierte 4.000 millones de euros en una planta en Szeged, Hungría."),
              Contains(HasSubstr("place szeged")));
  EXPECT_THAT(Claims("it", "BYD investe 4 miliardi di euro nello stabilimento ungherese di Szeged."),
              Contains(HasSubstr("place szeged")));
}

TEST(ClaimContext, TakesTheTownOfADatelineForNobody) {
  EXPECT_THAT(
      Claims("en", "Exports\n\nSEOUL, July 16 (Reuters) - Samsung sold 500,000 phones in 2025."),
      ElementsAre(AllOf(HasSubstr("samsung sold"), HasSubstr("time 2025-01-01..2025-12-31"), Not(HasSubstr("place")))));
  EXPECT_THAT(Claims("es", "Coches\n\nMadrid, 16 jul (EFE).- BYD produjo 500.000 coches en 2025."),
              ElementsAre(AllOf(HasSubstr("time 2025-01-01..2025-12-31"), Not(HasSubstr("madrid")))));
  EXPECT_THAT(Claims("en", "Exports\n\nSEOUL – Some 500,000 phones were exported in 2025."), IsEmpty());
}

TEST(FindPlace, IsNotWhereSomebodySpeaks) {
  EXPECT_THAT(
      Claims("en", "Siemens will build 500 trains, chief executive Roland Busch said on Friday at a forum in Berlin."),
      ElementsAre(Not(HasSubstr("place berlin"))));
  EXPECT_THAT(Claims("en", "Siemens will build 500 trains in Berlin, chief executive Roland Busch said."),
              ElementsAre(HasSubstr("place berlin")));
}

TEST(FindPlace, TakesWhatStandsBeforeTheFirstOfTwoForBoth) {
  EXPECT_THAT(
      Claims("es",
             "Intel renuncia a las plantas previstas en Alemania y Polonia y retrasa la de Ohio, que abrirá en 2031."),
      ElementsAre(AllOf(StartsWith("intel event:opening"), HasSubstr("place ohio"))));
}

}  // namespace
}  // namespace newsgraph::extract
