#include "extract/claim_triggers.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(NearestTrigger, LeavesWhatStandsRightBeforeTheNextValueToIt) {
  EXPECT_THAT(
      Claims("pl", "Unitree pozyskało w rundzie C ponad 1 mld dolarów przy wycenie 39 mld dolarów."),
      ElementsAre(HasSubstr("unitree funding more_than 1000000000"), HasSubstr("unitree valuation 39000000000")));
  EXPECT_THAT(Claims("ru", "Unitree привлекла в раунде C более 1 млрд долларов при оценке в 39 млрд долларов."),
              ElementsAre(HasSubstr("unitree funding"), HasSubstr("unitree valuation 39000000000")));
}

TEST(NearestTrigger, TakesTheWorthOfGoodsForNoFirms) {
  EXPECT_THAT(Claims("en", "Nvidia shipped servers worth 390 million dollars."), Not(Contains(HasSubstr("valuation"))));
  EXPECT_THAT(Claims("en", "Nvidia took in 4 billion dollars worth of hardware."),
              Not(Contains(HasSubstr("valuation"))));
  EXPECT_THAT(Claims("en", "Nvidia is worth 4 trillion dollars."), Contains(HasSubstr("nvidia valuation")));
}

TEST(NearestTrigger, TakesWhatSomethingFellFromForNoFall) {
  EXPECT_THAT(Claims("de", "Der Marktanteil von Nvidia ist von 95 Prozent auf null gefallen."),
              Contains(HasSubstr("nvidia market_share 95 %")));
  EXPECT_THAT(Claims("en", "Nvidia's market share has fallen from 95 percent to nothing."),
              Contains(HasSubstr("nvidia market_share 95 %")));
  EXPECT_THAT(Claims("en", "Nvidia's shares have fallen by 95 percent to nothing."),
              Contains(HasSubstr("nvidia growth -95 %")));
}

TEST(NearestTrigger, TakesByHowMuchASumRoseForAChange) {
  EXPECT_THAT(Claims("fr", "Le revenu net de Publicis a progressé de 5,9 % à 6,7 milliards d'euros."),
              Contains(HasSubstr("publicis revenue_growth 5.9 %")));
}

TEST(NearestTrigger, TakesAChangeAtSomethingForNoBase) {
  EXPECT_THAT(Claims("fr", "Le chiffre d'affaires de Publicis a progressé de 5,9 % à périmètre constant."),
              Contains(HasSubstr("publicis revenue_growth 5.9 %")));
}

TEST(NearestTrigger, TakesNoMultipleForAShare) {
  EXPECT_THAT(Claims("it", "BYD ha piazzato 1,05 milioni di auto, oltre il doppio dell'anno precedente."),
              AllOf(Contains(HasSubstr("byd growth")), Not(Contains(HasSubstr("byd share")))));
}

TEST(NearestTrigger, TakesWhatStandsRightBehindASumForWhatItIsOf) {
  EXPECT_THAT(Claims("ko", "인텔은 구조조정 비용 탓에 19억 달러의 순손실을 냈다."),
              ElementsAre(HasSubstr("intel net_income")));
}

TEST(NearestTrigger, ReadsNoLevelInAHedge) {
  EXPECT_THAT(Claims("en", "Intel expects that sales will grow by close to 30% in 2026."),
              ElementsAre(HasSubstr("growth nearly 30 %")));
}

TEST(NearestTrigger, TakesWhatGoodsAreWorthForNoFirms) {
  EXPECT_THAT(
      Claims("en", "Nearly 800 million yuan ($113 million) worth of robots has been ordered from Unitree in 2025."),
      Not(Contains(HasSubstr("valuation"))));
}

TEST(NearestTrigger, FindsTheDayOfAnAnnouncementThatEndsItsSentence) {
  EXPECT_THAT(Claims("ko", "삼성전자는 13일 지난해 4분기 순이익이 5057억 원으로 35% 늘었다고 발표했다."),
              Contains(HasSubstr("event:announced 2026-01-13")));
}

}  // namespace
}  // namespace newsgraph::extract
