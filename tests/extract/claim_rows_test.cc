#include "extract/claim_rows.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(RisenFrom, HoldsAYearBeforeWhatItRoseTo) {
  EXPECT_THAT(Claims("de", "Der Umsatz von Siemens stieg 2025 von 1,1 auf 1,4 Milliarden Euro, der Gewinn fiel."),
              ElementsAre("siemens revenue 1100000000 EUR | time 2024-01-01..2024-12-31",
                          "siemens revenue 1400000000 EUR | time 2025-01-01..2025-12-31"));
  EXPECT_THAT(Claims("it", "Nel 2025 i ricavi di Enel sono saliti a 81 miliardi di euro da 79 miliardi di euro."),
              Contains("enel revenue 79000000000 EUR | time 2024-01-01..2024-12-31"));
  EXPECT_THAT(Claims("ja", "トヨタ自動車の2025年の純利益は4兆円から3兆5000億円に減少した。"),
              Contains("toyota net_income 4000000000000 JPY | time 2024-01-01..2024-12-31"));
}

TEST(RisenFrom, MakesNoClaimWhereNobodyCanSayWhen) {
  EXPECT_THAT(Claims("en", "BYD raised its market share to 23 percent from 19 percent."),
              Not(Contains(HasSubstr("19 %"))));
}

TEST(IsGapped, GivesAValueToTheNameRightBeforeIt) {
  EXPECT_THAT(
      Claims("ru", "Китай закупил 22 млн тонн угля, Индия — 9 млн тонн."),
      AllOf(Contains(HasSubstr("china purchased 22000000 t")), Contains(HasSubstr("india purchased 9000000 t"))));
  EXPECT_THAT(Claims("zh", "比亚迪卖出226万辆汽车，其次是特斯拉，为164万辆。"),
              Contains(HasSubstr("tesla sold 1640000 car")));
  EXPECT_THAT(Claims("en", "Ford sold 1.02 million cars, followed by Stellantis with 960,000."),
              Contains(HasSubstr("stellantis sold 960000 car")));
}

TEST(FindSubject, CountsNoDeadWithWhoKilledThem) {
  EXPECT_THAT(Claims("en", "Israeli air strikes killed 12 people."), Not(Contains(HasSubstr("israel"))));
  EXPECT_THAT(Claims("de", "Russische Soldaten töteten in Charkiw fünf Menschen."),
              Contains(HasSubstr("kharkiv count 5 person | object death")));
}

TEST(OwnsTheNext, LeavesTheValueBeforeToItsOwner) {
  EXPECT_THAT(Claims("ko", "현대차는 전기차 72만대를 판매했고 기아는 58만대를 판매했다."),
              AllOf(Contains(HasSubstr("hyundai sold 720000")), Contains(HasSubstr("kia sold 580000"))));
}

TEST(IsAgent, OwnsWhatWasDone) {
  EXPECT_THAT(
      Claims("fr", "Airbus a livré 790 avions, dont 120 commandés par Air France."),
      AllOf(Contains(HasSubstr("airbus sold 790 aircraft")), Contains(HasSubstr("air-france-klm ordered 120"))));
}

TEST(IsOfOwnClause, OwnsWhatTheClauseBehindItSays) {
  EXPECT_THAT(Claims("en", "Nestle cuts 16,000 jobs. Unilever, which employs 96,000 people, expects growth."),
              Contains(HasSubstr("unilever headcount 96000 person")));
}

TEST(FiguresBetween, CountsThoseOfTheKind) {
  // What is missing in one sentence is not said of whom another counts.
  EXPECT_THAT(Claims("en", "In Peru, 17 people are missing. The United Nations says that 600,000 people need help."),
              Not(Contains(HasSubstr("600000 person | object missing person"))));
}

TEST(ClaimFinder, TakesNoBaseOfAComparisonForAnEvent) {
  EXPECT_THAT(Claims("ko", "현대차는 전기차 판매가 2024년보다 24% 증가했다고 발표했다."),
              Not(Contains(HasSubstr("event:announced 2024"))));
}

}  // namespace
}  // namespace newsgraph::extract
