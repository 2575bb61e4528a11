#include "extract/claim_periods.h"

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

TEST(ClaimPeriods, ReportResultsForThePeriodThatTheTextBeginsWith) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Airbus delivered 793 jets in 2025.\n\nRevenue rose to 73 billion euros."},
      {"de", "Airbus lieferte 2025 793 Flugzeuge aus.\n\nDer Umsatz stieg auf 73 Milliarden Euro."},
      {"fr", "Airbus a livré 793 avions en 2025.\n\nLe chiffre d'affaires a progressé à 73 milliards d'euros."},
      {"it", "Airbus ha consegnato 793 aerei nel 2025.\n\nI ricavi sono saliti a 73 miliardi di euro."},
      {"ja", "エアバスは2025年に793機を納入した。\n\n売上高は730億ユーロだった。"},
      {"ko", "에어버스는 2025년 항공기 793대를 인도했다.\n\n매출은 730억 유로였다."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text),
                Contains(AllOf(HasSubstr("airbus revenue 73000000000"), HasSubstr("time 2025-01-01..2025-12-31"))))
        << text;
  }
  // Neither what another firm earned, nor what staff it has.
  EXPECT_THAT(Claims("en", "Airbus delivered 793 jets in 2025.\n\nRevenue at Siemens rose to 73 billion euros."),
              Not(Contains(AllOf(HasSubstr("siemens revenue"), HasSubstr("time")))));
  EXPECT_THAT(Claims("en", "Airbus delivered 793 jets in 2025.\n\nThe company employs 5,000 people."),
              Not(Contains(AllOf(HasSubstr("headcount"), HasSubstr("time")))));
}

TEST(ClaimPeriods, TakesNoPartOfAMonthForAPeriod) {
  EXPECT_THAT(Claims("nl",
                     "Airbus leverde in 2025 793 toestellen af. Eind december stonden er nog 8754 vliegtuigen in de "
                     "orderboeken. De omzet nam toe tot 73 miljard euro."),
              Contains(AllOf(HasSubstr("revenue 73000000000"), HasSubstr("time 2025-01-01..2025-12-31"))));
}

TEST(ClaimPeriods, TakesTheWholeYearOfResultsForTheLastOne) {
  EXPECT_THAT(Claims("en", "Siemens reported a full-year net profit of 2 billion euros."),
              Contains(HasSubstr("time 2025-01-01..2025-12-31")));
  // In January nobody knows of which year a forecast is.
  EXPECT_THAT(Claims("en", "Siemens expects a full-year net profit of 2 billion euros."),
              Not(Contains(HasSubstr("time"))));
  EXPECT_THAT(Claims("en",
                     "In the third quarter of 2025 Siemens had revenue of 19 billion euros; for the full year it "
                     "expects revenue of 80 billion euros."),
              Contains(AllOf(HasSubstr("revenue 19000000000"), HasSubstr("time 2025-07-01..2025-09-30"))));
}

TEST(ClaimPeriods, GivesWhatHadBeenExpectedTheTimeOfWhatCame) {
  EXPECT_THAT(Claims("en",
                     "Siemens earned 412 million euros in the third quarter of 2025, short of the 455 million euros "
                     "expected by analysts."),
              Contains(AllOf(HasSubstr("455000000"), HasSubstr("time 2025-07-01..2025-09-30"), HasSubstr("forecast"))));
}

TEST(ClaimPeriods, TakeAShareOfTheMarketForOneOfThePeriodThatThingsWereSoldIn) {
  const std::pair<std::string, std::string> texts[] = {
      {"en",
       "Samsung shipped 61 million phones in the first quarter of 2025. Xiaomi had a market share of 19 percent."},
      {"de",
       "Samsung lieferte im ersten Quartal 2025 61 Millionen Telefone aus. Xiaomi hatte einen Marktanteil von 19 "
       "Prozent."},
      {"es",
       "Samsung vendió 61 millones de teléfonos en el primer trimestre de 2025. Xiaomi tuvo una cuota de mercado del "
       "19 %."},
  };
  for (const auto& [language, text] : texts) {
    EXPECT_THAT(Claims(language, text),
                Contains(AllOf(HasSubstr("xiaomi market_share 19 %"), HasSubstr("time 2025-01-01..2025-03-31"))))
        << text;
  }
  EXPECT_THAT(Claims("en", "Siemens earned 2 billion euros in 2025. Xiaomi had a market share of 19 percent."),
              Not(Contains(AllOf(HasSubstr("market_share"), HasSubstr("time")))));
}

TEST(ClaimPeriods, TakeWhatAnotherVoiceForetellsForTheSameTime) {
  EXPECT_THAT(Claims("en", "BYD expects to sell 5 million cars in 2026. Citigroup expects BYD to sell 4 million cars."),
              Contains(AllOf(HasSubstr("byd sold 4000000"), HasSubstr("time 2026-01-01..2026-12-31"))));
  // One and the same voice may go on to another time.
  EXPECT_THAT(Claims("en", "BYD plans to sell 5 million cars in 2026. BYD plans to sell 9 million cars."),
              Contains(AllOf(HasSubstr("byd sold 9000000"), Not(HasSubstr("time")))));
}

}  // namespace
}  // namespace newsgraph::extract
