#include "extract/claim_continuations.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(IsExpected, TakesWhatAnalystsExpectedForAForecastOfTheSame) {
  EXPECT_THAT(Claims("en", "Unilever's net profit was 412 million euros. Analysts had counted on 455 million euros."),
              ElementsAre(HasSubstr("unilever net_income 412000000 EUR"),
                          AllOf(HasSubstr("unilever net_income 455000000 EUR"), HasSubstr("forecast"))));
  EXPECT_THAT(Claims("en", "Unilever's net profit was 412 million euros. Analysts live on 31 euros."),
              ElementsAre(HasSubstr("unilever net_income 412000000 EUR")))
      << "too far from it to be what was expected";
}

TEST(IsSameRate, GoesOnWithARivalsShareAndItsOwnBefore) {
  EXPECT_THAT(
      Claims("de", "Nestlé hat einen Marktanteil von 11,8 Prozent, Konkurrent Unilever liegt bei 21,5 Prozent."),
      Contains(HasSubstr("unilever market_share 21.5 %")));
  EXPECT_THAT(Claims("es", "La cuota de mercado de Nestlé se situó en el 11,8 %, frente al 12,4 % de hace un año."),
              Contains(HasSubstr("nestle market_share 12.4 %")));
}

TEST(IsSameRate, GoesOnWithAMarketShareInTheNextSentence) {
  EXPECT_THAT(Claims("es", "La cuota de mercado de Tesla subió al 2,1 %. En España apenas llega al 1,6 %."),
              Contains(HasSubstr("tesla market_share 1.6 %")));
  EXPECT_THAT(Claims("en", "Tesla's market share rose to 2.1 percent. Renault comes to 1.6 percent."),
              Contains(HasSubstr("renault market_share 1.6 %")));
  EXPECT_THAT(Claims("es", "La cuota de mercado de Tesla subió al 2,1 %. En España, el paro llega al 12 %."),
              Not(Contains(HasSubstr("market_share 12 %"))));
}

TEST(IsSameRate, GoesOnWithTheShareOfAMarketInTheNextSentence) {
  EXPECT_THAT(Claims("ko", "스마트폰 시장에서 삼성전자의 점유율은 20.6%다. 샤오미는 13.6%였다."),
              Contains(HasSubstr("xiaomi market_share 13.6 %")));
  EXPECT_THAT(Claims("zh", "宁德时代全球动力电池市场份额为39.2%，比亚迪以16.4%位居第二。"),
              Contains(HasSubstr("byd market_share 16.4 %")));
}

TEST(IsSameRate, TakesWhatARateCameFromForTheSameRate) {
  EXPECT_THAT(Claims("en", "Intel's operating margin came to 4.3% in 2025, down from 5.7% in 2024."),
              ElementsAre(HasSubstr("margin 4.3 %"), HasSubstr("margin 5.7 %")));
  EXPECT_THAT(Claims("de", "Die Marge von Intel sank 2025 auf 4,3 Prozent, nach 5,7 Prozent im Jahr 2024."),
              ElementsAre(HasSubstr("margin 4.3 %"), HasSubstr("margin 5.7 %")));
}

TEST(IsSameSum, TakesAForecastForThatOfTheSumBeforeIt) {
  EXPECT_THAT(Claims("nl",
                     "De omzet van Siemens steeg tot 19,8 miljard euro. Voor het hele jaar rekent het concern nu op 82 "
                     "miljard euro."),
              Contains(HasSubstr("siemens revenue 82000000000 EUR")));
  EXPECT_THAT(Claims("en", "Siemens' revenue came to 19.8 billion euros. It raised its forecast to 85 billion euros."),
              Contains(HasSubstr("siemens revenue 85000000000 EUR")));
  // No year's sum is so far from a quarter's.
  EXPECT_THAT(Claims("en", "Siemens' revenue came to 19.8 billion euros. It raised its forecast to 850 billion euros."),
              Not(Contains(HasSubstr("850000000000"))));
  EXPECT_THAT(Claims("en", "Siemens' revenue came to 19.8 billion euros. It thought of 85 billion euros."),
              Not(Contains(HasSubstr("85000000000"))));
}

TEST(IsSameSum, IsWhatIsExpectedForAnotherTime) {
  const auto expected = Contains(AllOf(StartsWith("amd revenue 12500000000"), HasSubstr("forecast")));
  const auto of_it = Contains(StartsWith("amd revenue 12500000000"));
  const std::string english = "AMD's revenue rose to $11.2 billion in the second quarter. ";
  EXPECT_THAT(Claims("en", english + "For the third quarter it expects $12.5 billion."), expected);
  EXPECT_THAT(Claims("en", english + "It expects $12.5 billion."), Not(of_it)) << "of nobody knows what";
  EXPECT_THAT(Claims("en", english + "It expects $12.5 billion, it said on Monday."), Not(of_it));
  EXPECT_THAT(Claims("en", english + "For the third quarter it spent $12.5 billion."), Not(of_it));
  EXPECT_THAT(Claims("de",
                     "AMD setzte im zweiten Quartal 11,2 Milliarden Dollar um. Für das dritte Quartal erwartet "
                     "der Konzern 12,5 Milliarden Dollar."),
              expected);
  EXPECT_THAT(Claims("ja", "AMDの4～6月期の売上高は112億ドルだった。7～9月期は125億ドルを見込む。"), expected);
  EXPECT_THAT(Claims("zh", "AMD第二季度营收为112亿美元。公司预计第三季度为125亿美元。"), expected);
}

TEST(IsPart, CountsPartsOfWhatARuleCounts) {
  EXPECT_THAT(Claims("it", "Siemens taglierà 9.000 posti, 5.000 dei quali in Germania."),
              Contains(HasSubstr("siemens count 5000")));
  EXPECT_THAT(Claims("en", "Siemens is cutting 9,000 jobs and employs 5,000 people in Germany."),
              Contains(HasSubstr("siemens headcount 5000")));
}

TEST(IsSameSum, IsOfAnotherPeriod) {
  EXPECT_THAT(Claims("pl",
                     "Przychody Siemensa wyniosły w 2025 roku 592,8 mln dolarów; w samym czwartym kwartale było to "
                     "227,7 mln."),
              Contains("siemens revenue 227700000 USD | time 2025-10-01..2025-12-31"));
  EXPECT_THAT(Claims("es", "Iberdrola facturó 5.000 millones de euros en 2024. En 2023 fueron 4.000 millones."),
              Contains("iberdrola revenue 4000000000 EUR | time 2023-01-01..2023-12-31"));
  EXPECT_THAT(Claims("es", "Iberdrola facturó 5.000 millones de euros en 2024. Son 4.000 millones."),
              Not(Contains(HasSubstr("4000000000"))))
      << "of no other period";
}

TEST(IsSameSum, IsNoSumThatIsOfSomethingElse) {
  EXPECT_THAT(Claims("de",
                     "Siemens setzte 5 Milliarden Euro um. Im Jahr 2024 hatte der Gründer der Stiftung 4 Milliarden "
                     "Euro für Schulen geschenkt."),
              Not(Contains(StartsWith("siemens revenue 4000000000"))));
}

TEST(IsSameRate, GoesOnWithHowHighItCameAtAnotherTime) {
  EXPECT_THAT(
      Claims("de",
             "Die operative Marge von Siemens stieg im vierten Quartal auf 58 Prozent. Im dritten Quartal hatte "
             "sie bei 47 Prozent gelegen."),
      Contains(HasSubstr("siemens margin 47 %")));
  EXPECT_THAT(Claims("de",
                     "Der Marktanteil von Siemens lag 2024 bei 57 Prozent; im laufenden Jahr werde er auf 54 Prozent "
                     "sinken."),
              Contains(HasSubstr("siemens market_share 54 %")));
  EXPECT_THAT(
      Claims("de",
             "Die operative Marge von Siemens stieg auf 58 Prozent. Der Strompreis lag bei 47 Prozent des alten "
             "Werts."),
      Not(Contains(HasSubstr("margin 47"))));
}

TEST(IsBesideCount, IsAShareOfTheMarketThatAHouseCounted) {
  const std::string counted = "IDC says that 4 million AI chips were sold in China in 2025. ";
  EXPECT_THAT(Claims("en", counted + "AMD sold 160,000 (4%)."), Contains(HasSubstr("amd market_share 4 %")));
  EXPECT_THAT(Claims("en", counted + "AMD sold 160,000, and margins came to 4%."),
              Not(Contains(HasSubstr("market_share"))));
  EXPECT_THAT(Claims("en", counted + "AMD sold 160,000, 4% more."), Not(Contains(HasSubstr("market_share"))));
  EXPECT_THAT(Claims("en", "AMD sold 160,000 chips (4%)."), Not(Contains(HasSubstr("market_share"))));
}

TEST(FigureLinks, TakeNoThousandsForTheFewWhoSpoke) {
  EXPECT_THAT(Claims("en", "BYD plans to sell 4.6 million cars, two sources said. 5.5 million had been promised."),
              Contains(HasSubstr("byd sold 5500000 car | object car | planned")));
}

}  // namespace
}  // namespace newsgraph::extract
