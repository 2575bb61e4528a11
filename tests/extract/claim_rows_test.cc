#include "extract/claim_rows.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/claim_context.h"
#include "extract/claim_frames.h"
#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/nouns.h"
#include "extract/pack.h"
#include "extract/tokenizer.h"
#include "model/catalogue.h"
#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// A row of figures, one a word, read without any pack.
class FiguresBetweenTest : public ::testing::Test {
 protected:
  FiguresBetweenTest() {
    for (const FigureKind kind : {FigureKind::kCount, FigureKind::kMoney, FigureKind::kCount, FigureKind::kCount}) {
      Figure figure;
      figure.kind = kind;
      const auto begin = static_cast<std::uint32_t>(2 * read_.figures.size());
      figure.span = {begin, begin + 1};
      read_.figures.push_back(figure);
    }
  }

  int Between(std::uint32_t from, std::uint32_t to, ValueRef value) const {
    return FiguresBetween(ClaimContext(document_, read_, rules_, nouns_, catalogue_), from, to, value);
  }

  static constexpr std::string_view kText = "1 2 3 4";
  static constexpr ValueRef kLast = {ValueRef::Kind::kFigure, 3};
  PackErrors errors_;
  PackSet packs_{{}, errors_};
  Lexicon::Builder words_;
  Catalogue catalogue_;
  ClaimRules rules_;
  Nouns nouns_{packs_, words_, catalogue_};
  Document document_{kText, "", kNoLanguage, Tokenize(kText), {{{0, 7}, 0, 4, 0}}, {}, {}};
  Extraction read_;
};

TEST_F(FiguresBetweenTest, CountsThoseOfTheKind) {
  EXPECT_EQ(Between(0, 3, kLast), 2);
  EXPECT_EQ(Between(1, 3, kLast), 1);
  EXPECT_EQ(Between(1, 2, kLast), 0);
  EXPECT_EQ(Between(0, 3, {ValueRef::Kind::kFigure, 1}), 1);
}

TEST_F(FiguresBetweenTest, CountsNoSecondFaceOfAFigure) {
  read_.figures[2].parallel_to = 0;
  EXPECT_EQ(Between(0, 3, kLast), 1);
}

TEST_F(FiguresBetweenTest, CountsNoneInNothingAndForADate) {
  EXPECT_EQ(Between(2, 2, kLast), 0);
  EXPECT_EQ(Between(3, 1, kLast), 0);
  EXPECT_EQ(Between(0, 3, {ValueRef::Kind::kDate, 0}), 0);
}

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

TEST(RisenFrom, MakesNoClaimOfABaseOverSeveralYears) {
  EXPECT_THAT(Claims("de", "Der Umsatz von Siemens stieg 2021 bis 2025 von 1,1 auf 1,4 Milliarden Euro."),
              ElementsAre("siemens revenue 1400000000 EUR | time 2021-01-01..2025-12-31"));
}

TEST(IsGapped, GivesAValueToTheNameRightBeforeIt) {
  EXPECT_THAT(
      Claims("ru", "Китай закупил 22 млн тонн угля, Индия — 9 млн тонн."),
      AllOf(Contains(HasSubstr("china purchased 22000000 t")), Contains(HasSubstr("india purchased 9000000 t"))));
  EXPECT_THAT(Claims("zh", "比亚迪卖出226万辆汽车，其次是特斯拉，为164万辆。"),
              Contains(HasSubstr("tesla sold 1640000 car")));
  EXPECT_THAT(Claims("en", "Ford sold 1.02 million cars, followed by Stellantis with 960,000."),
              Contains(HasSubstr("stellantis sold 960000 car")));
  EXPECT_THAT(Claims("it", "Siemens ha il 22% del mercato, davanti a Stellantis (9%)."),
              Contains(HasSubstr("stellantis market_share 9 %")));
}

TEST(FindSubject, CountsNoDeadWithWhoKilledThem) {
  EXPECT_THAT(Claims("en", "Israeli air strikes in Lebanon killed 12 people."),
              ElementsAre("lebanon count 12 person | object death | place lebanon"));
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

TEST(OwnClauseOf, OwnsWhatTheClauseBehindItSays) {
  EXPECT_THAT(Claims("en", "Nestle cuts 16,000 jobs. Unilever, which employs 96,000 people, expects growth."),
              Contains("unilever headcount 96000 person | object employee"));
}

TEST(OwnClauseOf, LeavesWhatAPlantDoesToItsFirm) {
  EXPECT_THAT(
      Claims("en", "BYD invests 4 billion euros in the plant in Szeged, Hungary, which will make 300,000 cars."),
      Contains(HasSubstr("byd produced 300000 car")));
  EXPECT_THAT(Claims("es", "BYD invierte en la planta de Szeged, en Hungría, que tiene capacidad para 300.000 coches."),
              Contains(HasSubstr("byd capacity 300000 car")));
}

TEST(OwnClauseOf, LeavesTimeAndStatusBehindItToTheNextVerb) {
  EXPECT_THAT(Claims("en", "Unilever, which employs 96,000 people, plans cuts in 2027."),
              ElementsAre("unilever headcount 96000 person | object employee"));
  EXPECT_THAT(Claims("fr", "Unilever, qui emploie 96 000 personnes, prévoit une croissance."),
              ElementsAre("unilever headcount 96000 person | object employee"));
  EXPECT_THAT(Claims("en", "Unilever, which plans to employ 96,000 people in 2027, grows."),
              ElementsAre("unilever headcount 96000 person | object employee | time 2027-01-01..2027-12-31 | planned"));
}

TEST(ClaimFinder, TakesNoBaseOfAComparisonForAnEvent) {
  EXPECT_THAT(Claims("ko", "현대차는 전기차 판매가 2024년보다 24% 증가했다고 발표했다."),
              Not(Contains(HasSubstr("event:announced 2024"))));
}

TEST(ComesToMoney, TellsGrowthOfWhatIsEarnedFromThatOfWhatIsSold) {
  EXPECT_THAT(Claims("en", "Sales at Nestle rose 3.1 percent to 21.4 billion euros."),
              Contains(HasSubstr("nestle revenue_growth 3.1 %")));
}

TEST(RisenFrom, KeepsAForecastForItsYear) {
  const auto before =
      Contains(AllOf(StartsWith("siemens revenue 38000000000"), HasSubstr("2026"), HasSubstr("forecast")));
  EXPECT_THAT(Claims("de", "Siemens senkte die Umsatzprognose für 2026 von 38 auf 35 Milliarden Euro."), before);
  EXPECT_THAT(Claims("en", "Siemens cut its revenue forecast for 2026 to $35 billion from $38 billion."), before);
  EXPECT_THAT(Claims("pl", "Siemens obniżył prognozę przychodów na 2026 r. z 38 do 35 mld euro."), before);
  EXPECT_THAT(Claims("en", "Siemens cut its revenue forecast for 2026 to $35 billion from $38 billion in 2025."),
              Not(before));
}

TEST(HasLaterPart, TakesAWordBeforeANumberForNone) {
  EXPECT_THAT(Claims("de", "Der Umsatz von Siemens nahm um 6 Prozent auf 73 Milliarden Euro zu."),
              ElementsAre(HasSubstr("siemens revenue_growth 6 %"), HasSubstr("siemens revenue 73000000000 EUR")));
}

TEST(LaterPartOf, SpeaksFromTheNearerPart) {
  EXPECT_THAT(
      Claims("en", "Deliveries of the H20, which Nvidia makes for customers in China, will begin in April 2027."),
      ElementsAre(AllOf(HasSubstr("nvidia event:launch 2027-04-01"), HasSubstr("object h20"))));
  EXPECT_THAT(Claims("pl", "Dostawy nowych pociągów Siemensa ruszą w kwietniu 2027 r."),
              ElementsAre(HasSubstr("siemens event:launch 2027-04-01")));
}

TEST(IsGapped, GivesEachOfARowItsOwn) {
  EXPECT_THAT(Claims("de", "Samsung kam auf einen Marktanteil von 21 Prozent, Xiaomi auf 19 Prozent."),
              ElementsAre(StartsWith("samsung market_share 21"), StartsWith("xiaomi market_share 19")));
  EXPECT_THAT(Claims("ru", "У Samsung 20% рынка, у Xiaomi — 17%."),
              ElementsAre(StartsWith("samsung market_share 20"), StartsWith("xiaomi market_share 17")));
  EXPECT_THAT(Claims("pt", "A Samsung tem 20% do mercado, seguida pela Xiaomi, com 17%."),
              ElementsAre(StartsWith("samsung market_share 20"), StartsWith("xiaomi market_share 17")));
}

TEST(RisenFrom, IsOfTheYearBeforeWhereNoForecastWasChanged) {
  const auto before = Contains(AllOf(StartsWith("siemens revenue 38000000000"), HasSubstr("forecast")));
  EXPECT_THAT(Claims("en", "In 2026 revenue of Siemens is expected to grow from 38 billion euros to 50 billion euros."),
              Not(before));
  EXPECT_THAT(Claims("de", "Siemens erwartet, dass der Umsatz 2026 von 38 auf 50 Milliarden Euro steigt."),
              Not(before));
}

}  // namespace
}  // namespace newsgraph::extract
