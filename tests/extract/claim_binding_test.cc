#include "extract/claim_binding.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Bind, TellsHowHighFromByHowMuch) {
  EXPECT_THAT(Claims("en", "Unemployment in Germany rose in May to about 6 percent."),
              ElementsAre(HasSubstr("germany share about 6 %")));
  EXPECT_THAT(Claims("en", "Sales of BYD rose 6 percent."), ElementsAre(HasSubstr("byd growth 6 %")));
  EXPECT_THAT(Claims("de", "Der Umsatz von Siemens stieg um 6 Prozent auf 20 Milliarden Euro."),
              ElementsAre("siemens revenue_growth 6 %", "siemens revenue 20000000000 EUR"));
}

TEST(Bind, TakesAHedgeForNoRise) {
  EXPECT_THAT(Claims("en", "In China, up to 60 percent of companies agree."), Not(Contains(HasSubstr("growth"))));
}

TEST(Bind, TiesAGrowthToTheSumBeforeIt) {
  EXPECT_THAT(Claims("en", "Siemens had revenue of 7.9 billion euros in its third quarter, up 5.4 percent."),
              Contains(HasSubstr("siemens revenue_growth 5.4 %")));
}

TEST(Bind, GivesMoneyToTheWordBeforeItRatherThanBehindAComma) {
  EXPECT_THAT(
      Claims("de",
             "Der Umsatz von Siemens fiel um 9 Prozent auf 13 Milliarden Euro, der Gewinn auf 2 Milliarden Euro."),
      AllOf(Contains(HasSubstr("revenue 13000000000 EUR")), Contains(HasSubstr("net_income 2000000000 EUR"))));
}

TEST(Bind, LeavesToEachCoordinateVerbItsOwnCount) {
  EXPECT_THAT(Claims("en", "A flood in Spain killed a child and 12 people were injured."),
              ElementsAre(HasSubstr("spain count 12 person | object injured person")));
}

TEST(Bind, TakesTheCountedNounForNoDeed) {
  EXPECT_THAT(Claims("en", "Siemens operates 980 ships."), ElementsAre("siemens count 980 ship | object ship"));
}

TEST(Bind, GoesOnCountingBeyondAValueWithoutANoun) {
  EXPECT_THAT(Claims("en", "Huawei shipped 25,000 chips. Of these, 8,000 went to China and 15,000 to Japan."),
              AllOf(Contains(AllOf(HasSubstr("huawei sold 8000"), HasSubstr("place china"))),
                    Contains(AllOf(HasSubstr("huawei sold 15000"), HasSubstr("place japan")))));
}

TEST(Bind, CountsNobodyInParts) {
  EXPECT_THAT(Claims("en", "An earthquake of magnitude 7.1 in Spain killed 12 people."),
              Not(Contains(AllOf(HasSubstr("7.1"), HasSubstr("death")))));
}

TEST(CountedDown, HasTheSignOfItsFrameOnce) {
  EXPECT_THAT(Claims("en", "Sales of BYD fell 6 percent."), ElementsAre(HasSubstr("byd growth -6 %")));
  EXPECT_THAT(Claims("en", "Sales of BYD in a year: -6 percent."), ElementsAre(HasSubstr("growth -6 %")));
}

}  // namespace
}  // namespace newsgraph::extract
