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
  EXPECT_THAT(Claims("en", "Siemens operates 980 channels."),
              ElementsAre("siemens count 980 channel | object channel"));
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

TEST(Bind, LeavesWhoIsMissingToTheirOwnSentence) {
  // What is missing in one sentence is not said of whom another counts.
  EXPECT_THAT(Claims("en", "In Peru, 17 people are missing. The United Nations says that 600,000 people need help."),
              Not(Contains(HasSubstr("600000 person | object missing person"))));
}

TEST(Bind, TakesNoNumberForATriggerOfWhatItCameFrom) {
  const Extraction read = Read("en", "In 2025, Spain went from 280 hospitals to 350 hospitals.");
  ASSERT_EQ(read.claims.size(), 2U);
  EXPECT_THAT(read.claims[0].trace, HasSubstr("no trigger"));
  EXPECT_LE(read.claims[0].confidence, read.claims[1].confidence);
}

TEST(ConfidenceOf, IsNoHigherOfWhatAValueCameFrom) {
  const Extraction read = Read("en", "Siemens employed 300 workers in 2025. It went from 300 workers to 350 workers.");
  ASSERT_EQ(read.claims.size(), 3U);
  EXPECT_LE(read.claims[1].confidence, read.claims[2].confidence);
}

TEST(Bind, PrefersNoWordThatStandsBetweenABaseAndItsValue) {
  EXPECT_THAT(Claims("de", "Siemens kam 2025 von 3 Milliarden Euro Verlust auf 5 Milliarden Euro Gewinn."),
              Contains("siemens net_income 5000000000 EUR | time 2025-01-01..2025-12-31"));
}

TEST(CountedDown, HasTheSignOfItsFrameOnce) {
  EXPECT_THAT(Claims("en", "Sales of BYD fell 6 percent."), ElementsAre(HasSubstr("byd growth -6 %")));
  EXPECT_THAT(Claims("en", "Sales of BYD in a year: -6 percent."), ElementsAre(HasSubstr("growth -6 %")));
}

TEST(Fits, CountsNoPartsOfThings) {
  EXPECT_THAT(Claims("en", "An earthquake of magnitude 7.1 struck Peru."), testing::IsEmpty());
}

TEST(Bind, GivesAVerbThatEndsAClauseToTheValueBeforeIt) {
  EXPECT_THAT(Claims("ko", "태국에서 버스가 전복돼 23명이 사망하고 31명이 부상했다."),
              ElementsAre(HasSubstr("count 23 | object death"), HasSubstr("count 31 | object injured person")));
}

TEST(Bind, LeavesWhatStandsBehindAndToTheNextValue) {
  EXPECT_THAT(
      Claims("nl",
             "De omzet van Siemens daalde met 6 procent tot 12 miljard euro en de nettowinst tot 4 miljard euro."),
      Contains("siemens revenue 12000000000 EUR"));
}

TEST(Bind, GoesOnWithTheRateOfRivals) {
  EXPECT_THAT(Claims("pl", "Udział w rynku Toyoty wynosi 18 proc., Hondy 11 proc., a Forda 7 proc."),
              ElementsAre("toyota market_share 18 %", "honda market_share 11 %", "ford market_share 7 %"));
  EXPECT_THAT(Claims("pl", "UE nałoży na chińskie samochody cła do 35 proc. W przypadku BYD będzie to 17 proc."),
              Contains(HasSubstr("tariff_rate 17 %")));
}

TEST(Bind, TakesGoodsOfAWorthForNoValuation) {
  EXPECT_THAT(Claims("de", "Deutschland importierte 2023 Waren im Wert von 245 Millionen Euro."),
              ElementsAre(HasSubstr("germany purchased 245000000 EUR")));
}

TEST(Bind, LeavesAVerbThatEndsAClauseToTheValueBeforeIt) {
  EXPECT_THAT(Claims("ko", "BYD는 연간 18만대를 생산하고 4500명을 고용한다."),
              Contains(HasSubstr("byd headcount 4500")));
  EXPECT_THAT(Claims("ko", "BYD는 연간 18만대를 생산하고 4500명을 고용한다."),
              Contains(HasSubstr("byd produced 180000")));
}

}  // namespace
}  // namespace newsgraph::extract
