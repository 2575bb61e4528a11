#include "extract/figures.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/pack_extractor.h"
#include "extract/rendering.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Extractor& Embedded() {
  static const auto extractor = LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  return **extractor;
}

std::vector<Figure> Read(std::string_view text, std::string_view language) {
  Article article;
  article.id = "a";
  article.text = text;
  article.language = language;
  article.published = std::chrono::sys_days(std::chrono::year(2026) / 1 / 15);
  return Embedded().Extract(article).figures;
}

std::vector<std::string> Rendered(std::string_view text, std::string_view language = "en") {
  std::vector<std::string> out;
  for (const Figure& figure : Read(text, language)) out.push_back(Render(figure));
  return out;
}

TEST(FigureFinder, DecidesAmbiguousSignsByLocaleAndPattern) {
  EXPECT_THAT(Rendered("Es sind 1.500 Chips.", "de"), ElementsAre("1500 chip"));
  EXPECT_THAT(Rendered("There are 1.500 chips.", "en"), ElementsAre("1.500 chip"));
  EXPECT_THAT(Rendered("There are 1,500 chips.", "en"), ElementsAre("1500 chip"));
  EXPECT_THAT(Rendered("Es sind 12.5 Prozent.", "de"), ElementsAre("12.5 %"));
  EXPECT_THAT(Rendered("Es sind 1,234,567 Chips.", "de"), ElementsAre("1234567 chip"));
}

TEST(FigureFinder, ReadsGroupsOfEveryKind) {
  EXPECT_THAT(Rendered("Es sind 1’234’567.50 Franken.", "de-CH"), ElementsAre("1234567.50 CHF"));
  EXPECT_THAT(Rendered("Il y a 16\u202f000 puces.", "fr"), ElementsAre("16000 chip"));
  EXPECT_THAT(Rendered("It has 12,34,567 users.", "en"), ElementsAre("1234567 user"));
  EXPECT_THAT(Rendered("Es sind 40 000 Chips.", "de"), ElementsAre("40000 chip"));
}

TEST(FigureFinder, TakesNoElidedArticleForALitre) {
  EXPECT_THAT(Rendered("Il en fermera 120 l'an prochain.", "fr"), ElementsAre("120"));
  EXPECT_THAT(Rendered("Il boit 120 l d'eau.", "fr"), ElementsAre("120 l"));
}

TEST(FigureFinder, TakesNoArticleForAPartOfTheNumberBeforeIt) {
  EXPECT_THAT(Rendered("Il a vendu 544 millions un an plus tôt.", "fr"), ElementsAre("544000000"));
}

TEST(FigureFinder, KeepsTheDigitsThatTheWriterMeant) {
  EXPECT_EQ(Read("Es sind 53,1 Milliarden Euro.", "de").at(0).value.last_digit(), 8);
  EXPECT_EQ(Read("There are 600,000 chips.", "en").at(0).value.last_digit(), 5);
  EXPECT_EQ(Read("It cost 5.0 billion euros.", "en").at(0).value.last_digit(), 8);
  EXPECT_EQ(Read("공장에 2만7천 달러를 썼다.", "ko").at(0).value.last_digit(), 3);
}

TEST(FigureFinder, LeavesApproximatorAndCountedNounOutOfTheSpan) {
  const std::string text = "Mehr als 115.000 Nvidia-Chips kosten rund 5 Milliarden Yuan.";
  const std::vector<Figure> figures = Read(text, "de");
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].span.In(text), "115.000");
  EXPECT_EQ(figures[0].noun.In(text), "Chips");
  EXPECT_EQ(figures[1].span.In(text), "5 Milliarden Yuan");
  EXPECT_FALSE(figures[0].spelled);
}

TEST(FigureFinder, LinksTheSecondFaceOfASum) {
  const std::vector<Figure> figures =
      Read("Sie investiert 380 Milliarden Yuan (etwa 53,1 Milliarden US-Dollar).", "de");
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].parallel_to, std::nullopt);
  EXPECT_EQ(figures[1].parallel_to, 0U);
}

TEST(FigureFinder, SharesWhatAListOrARangeSaysOnce) {
  EXPECT_THAT(Rendered("They rose 52, 48 and 45 percent respectively."), ElementsAre("52 %", "48 %", "45 %"));
  EXPECT_THAT(Rendered("Es sind 15 bis 20 Milliarden Euro.", "de"), ElementsAre("15000000000..20000000000 EUR"));
  EXPECT_THAT(Rendered("AgiBot sold 5,168 robots, followed by Unitree with 4,200."),
              ElementsAre("5168 robot", "4200 robot"));
}

TEST(FigureFinder, CountsNamesOfChips) {
  EXPECT_THAT(Rendered("Es sind zwei Millionen H200.", "de"), ElementsAre("2000000 chip"));
}

TEST(FigureFinder, ReadsNoCodes) {
  EXPECT_THAT(Rendered("H100, GPT-5, version 2.0.1, 192.168.1.2, 0815, 24/7, #5 and A4."), IsEmpty());
  EXPECT_THAT(Rendered("Telefon +49 89 89 674 804, 18:25:12 Uhr", "de"), IsEmpty());
  EXPECT_THAT(Rendered("See http://a.example/q?id=30%25%2020% for more."), IsEmpty());
  EXPECT_THAT(Rendered("Das kostet viel pro Stunde.1", "de"), IsEmpty());
}

TEST(FigureFinder, ReadsThePercentSignBeforeTheNumber) {
  EXPECT_THAT(Rendered("Fiyatlar %80 arttı.", "tr"), ElementsAre("80 %"));
  EXPECT_THAT(Rendered("See http://a.example/q?id=%25 for more."), IsEmpty());
}

TEST(FigureFinder, TakesARateForNoUnit) {
  EXPECT_THAT(Rendered("It costs $2 per month."), ElementsAre("2 USD/month"));
  EXPECT_THAT(Rendered("Es kostet € 300 pro Woche.", "de"), ElementsAre("300 EUR/week"));
}

TEST(FigureFinder, ReadsNumbersThatTouchAConjunction) {
  EXPECT_THAT(Rendered("300 شركة و25 مصنعا", "ar"), ElementsAre("300 company", "25 plant"));
}

TEST(FigureFinder, ReadsNoListMarks) { EXPECT_THAT(Rendered("1. Chips\n2) Robots\n[3] Cars"), IsEmpty()); }

TEST(FigureFinder, ReadsNoPartsOfNames) {
  EXPECT_THAT(Rendered("It flew a Boeing 737 along Interstate 80 to Zone 2."), IsEmpty());
  EXPECT_THAT(Rendered("Er lag ab Kilometer 30, vorn.", "de"), IsEmpty());
  EXPECT_THAT(Rendered("Im Mai verkaufte Tesla 500 Autos.", "de"), ElementsAre("500 car"));
}

TEST(FigureFinder, CountsWhatTheCompoundJoins) {
  EXPECT_THAT(Rendered("A 70-page report on robots."), ElementsAre("70 page"));
}

TEST(FigureFinder, ReadsAgesOfPeople) {
  EXPECT_THAT(Rendered("Jensen Huang, 62, runs Nvidia."), ElementsAre("62 year"));
}

TEST(FigureFinder, ReadsAgesBehindNamesThatNobodyKnows) {
  EXPECT_THAT(Rendered("Sample, 61, left. Her son Bo, six, stayed."), ElementsAre("61 year", "6 year"));
  EXPECT_THAT(Rendered("At the age of 18 she left."), ElementsAre("18 year"));
}

TEST(FigureFinder, CountsTheHeadOfAChainOfNouns) {
  EXPECT_THAT(Rendered("Ten passenger airline flights left."), ElementsAre("10 flight"));
  EXPECT_THAT(Rendered("350 people dead."), ElementsAre("350 person"));
  EXPECT_THAT(Rendered("A 18,000-strong crowd."), ElementsAre("18000"));
}

TEST(FigureFinder, LeavesOutNumbersOfNames) {
  EXPECT_THAT(Rendered("Its Nordic Pass 15 offers warmth."), IsEmpty());
  EXPECT_THAT(Rendered("The road runs along Interstate 80 toward it."), IsEmpty());
  EXPECT_THAT(Rendered("He leads in 3.14‘47‘‘ now."), IsEmpty());
}

TEST(FigureFinder, SharesTheCurrencyOfASumBehind) {
  EXPECT_THAT(Rendered("It rose from 9 billion, while they had hoped for 13 billion dollars."),
              ElementsAre("9000000000 USD", "13000000000 USD"));
  EXPECT_THAT(Rendered("About 2 million watched. Tickets brought in 30 million dollars."),
              ElementsAre("about 2000000", "30000000 USD"));
}

TEST(FigureFinder, SharesNoNounThatItOnlyGuessed) {
  EXPECT_THAT(Rendered("He made 26 baskets, and 5 in May."), ElementsAre("26 basket", "5"));
}

TEST(FigureFinder, ReadsSidesAsNoMultiples) { EXPECT_THAT(Rendered("It measures 70x74x132 cm."), IsEmpty()); }

TEST(FigureFinder, TakesAMinusOnlyWhereItIsWritten) {
  EXPECT_THAT(Rendered("It was -5 percent."), ElementsAre("-5 %"));
  EXPECT_THAT(Rendered("It fell by 5 percent."), ElementsAre("5 %"));
  EXPECT_THAT(Rendered("It was 5-7 percent."), ElementsAre("5..7 %"));
}

TEST(FigureFinder, ReadsPowers) {
  EXPECT_THAT(Rendered("It has 1e10 cells."), ElementsAre("10000000000 cell"));
  EXPECT_THAT(Rendered("It fell to -12.32e-1 today."), ElementsAre("-1.232"));
  EXPECT_THAT(Rendered("There are 1.3x10^6 chips."), ElementsAre("1300000 chip"));
  EXPECT_THAT(Rendered("Training took 10^25 operations, not 2^10."),
              ElementsAre("10000000000000000000000000 operation", "1024 operation"));
  EXPECT_THAT(Rendered("It fell to -1.1^+23 then 2.5^-1."), ElementsAre("-8.95430243255", "0.4"));
  EXPECT_THAT(Rendered("Codes are 2^5^6, 2^--3, 0^2, 10^99 and 2^."), IsEmpty());
  EXPECT_THAT(Rendered("Build 1e10b is out, and 3e999 too."), IsEmpty());
  // The largest that the scale words may still multiply.
  EXPECT_THAT(Rendered("1e30 trillion, 1e60 trillion"), ElementsAre("1" + std::string(42, '0')));
}

TEST(FigureFinder, ReadsDecimalsWithoutWhole) {
  EXPECT_THAT(Rendered("Il vaut ,08 pour cent.", "fr"), ElementsAre("0.08 %"));
  EXPECT_THAT(Rendered("It was -.5 percent."), ElementsAre("-0.5 %"));
  EXPECT_THAT(Rendered("Revenue rose 4 . 8 % in May ."), ElementsAre("4.8 %"));
  EXPECT_THAT(Rendered("It sold 4 . 8 firms left ."), ElementsAre("4", "8 company"));
}

TEST(FigureFinder, ReadsSpacedGroupsButNoTelephoneNumbers) {
  EXPECT_THAT(Rendered("China has 1 414 021 100."), ElementsAre("1414021100"));
  EXPECT_THAT(Rendered("1\u202f234\u202f567.89"), ElementsAre("1234567.89"));
  EXPECT_THAT(Rendered("Call +1 414 021 100."), IsEmpty());
  EXPECT_THAT(Rendered("Call 0414 021 100."), IsEmpty());
  EXPECT_THAT(Rendered("Call 677 904 624 now."), IsEmpty());
}

TEST(FigureFinder, ReadsTwoUnitsAsOneFigure) {
  EXPECT_THAT(Rendered("Das kostet 15 Euro und 5 Cent.", "de"), ElementsAre("15.05 EUR"));
  EXPECT_THAT(Rendered("It costs 15 dollars 50 people pay."), ElementsAre("15 USD", "50 person"));
  EXPECT_THAT(Rendered("6 feet 6 inches and 5 feet 2 firms"), ElementsAre("6.5 ft", "5 ft", "2 company"));
}

TEST(FigureFinder, ReadsDigitsThatGoOnBehindScaleWords) {
  EXPECT_THAT(Rendered("It paid 4 thousand 3 hundred and 21 yuan."), ElementsAre("4321 CNY"));
  EXPECT_THAT(Rendered("It has 2 million 300 thousand users."), ElementsAre("2300000 user"));
  EXPECT_THAT(Rendered("Costó 12 mil 500 euros.", "es"), ElementsAre("12500 EUR"));
  EXPECT_THAT(Rendered("Verdiente 5 Milliarden 2025 mehr.", "de"), ElementsAre("5000000000"));
  EXPECT_THAT(Rendered("3 hundred and 2 hundred"), ElementsAre("300", "200"));
  EXPECT_THAT(Rendered("3 hundred and 2.12 hundred"), ElementsAre("300", "212"));
}

TEST(FigureFinder, ReadsNoScores) {
  EXPECT_THAT(Rendered("They won the second leg (3-3), a 5-3 game and a 0-1."), IsEmpty());
  EXPECT_THAT(Rendered("It was 5-3 percent."), ElementsAre("5", "3 %"));
}

TEST(FigureFinder, ReadsAMiddleDotAsDecimalOrDay) {
  EXPECT_THAT(Rendered("３・５％増えた。", "ja"), ElementsAre("3.5 %"));
  EXPECT_THAT(Rendered("３・１１の被害", "ja"), IsEmpty());
  EXPECT_THAT(Rendered("8·17 전당대회", "ko"), IsEmpty());
}

TEST(FigureFinder, ReadsNoTelephoneNumberOfTwoGroups) {
  EXPECT_THAT(Rendered("Telefon: 030 46644664", "de"), IsEmpty());
}

TEST(FigureFinder, ReadsARangeBehindAnApproximator) {
  EXPECT_THAT(Rendered("zwischen etwa 12.000 und 18.000 Euro", "de"), ElementsAre("about 12000..18000 EUR"));
}

TEST(FigureFinder, ReadsAnAgeBehindANameThatNobodyKnows) {
  EXPECT_THAT(Rendered("Jamil Al Saadouni, 58, told reporters."), ElementsAre("58 year"));
}

TEST(FigureFinder, ReadsAHalfBehindItsUnit) {
  EXPECT_THAT(Rendered("It took two years and a half."), ElementsAre("2.5 year"));
  EXPECT_THAT(Rendered("用了一年半。", "zh"), ElementsAre("1.5 year"));
  EXPECT_THAT(Rendered("在两米半径内。", "zh"), ElementsAre("2 m"));
}

TEST(FigureFinder, ReadsABoundInQuotationMarks) {
  EXPECT_THAT(Rendered("Es kostet „bis zu“ 980 Euro.", "de"), ElementsAre("up_to 980 EUR"));
}

TEST(FigureFinder, KeepsTheMoreOfAVagueNumberBeforeAUnit) {
  EXPECT_THAT(Rendered("10여 분 기다렸다.", "ko"), ElementsAre("more_than 10 min"));
}

TEST(FigureFinder, ReadsRatesOfExchange) {
  EXPECT_THAT(Rendered("1ドル=150円で取引された。", "ja"), ElementsAre("1 USD", "150 JPY"));
  EXPECT_THAT(Rendered("http://x.y/?id=150 is a page."), IsEmpty());
}

TEST(FigureFinder, NamesNothingWhereACountingWordCouldCountMuch) {
  EXPECT_THAT(Rendered("3台を導入した。", "ja"), ElementsAre("3"));
  EXPECT_THAT(Rendered("ロボットを3台導入した。", "ja"), ElementsAre("3 robot"));
  EXPECT_THAT(Rendered("5台のロボットを導入した。", "ja"), ElementsAre("5 robot"));
}

TEST(FigureFinder, TakesNoModelForMillions) {
  EXPECT_THAT(Rendered("They compare the 5300M or 5500M here."), IsEmpty());
  EXPECT_THAT(Rendered("They compare 2.5M or 300M users."), ElementsAre("2500000", "300000000 user"));
}

TEST(FigureFinder, ReadsAMinusThatStandsApart) {
  EXPECT_THAT(Rendered("Add 2−3 kg."), ElementsAre("2..3 kg"));
  EXPECT_THAT(Rendered("Profit\n- 1.200.000\nSales", "de"), ElementsAre("-1200000"));
  EXPECT_THAT(Rendered("- 20 firms came", "en"), ElementsAre("20 company"));
  EXPECT_THAT(Rendered("It was - 20 °C there."), ElementsAre("-20 °C"));
  EXPECT_THAT(Rendered("10 °C - 20 °C"), ElementsAre("10..20 °C"));
}

TEST(FigureFinder, TellsAdjacentSumsApart) {
  EXPECT_THAT(Rendered("$ 20.00 $ 37.97"), ElementsAre("20.00 USD", "37.97 USD"));
  EXPECT_THAT(Rendered("Three cards for 3 USD50 notes"), Contains("50 USD"));
  EXPECT_THAT(Rendered("It earned $ 13.18 billion a year."), ElementsAre("13180000000 USD/year"));
}

TEST(FigureFinder, TakesTheNameOfACurrencyBeforeAYearForNoUnit) {
  EXPECT_THAT(Rendered("Gli Euro 2024 sono finiti.", "it"), IsEmpty());
  EXPECT_THAT(Rendered("Costa euro 2024,50.", "it"), ElementsAre("2024.50 EUR"));
}

TEST(FigureFinder, ReadsDigitsOfLanguagesWithoutPack) {
  EXPECT_THAT(Rendered("१२,३४,५६७", "hi"), ElementsAre("1234567"));
  EXPECT_THAT(Rendered("1.234,5 €", "tr"), ElementsAre("1234.5 EUR"));
}

TEST(FigureFinder, CountsWhatIsSeldomAYear) {
  EXPECT_THAT(Read("Sie streicht 2000 Stellen.", "de").size(), 1U);
  EXPECT_THAT(Read("従業員1800人を削減する。", "ja").size(), 1U);
  EXPECT_THAT(Read("Sie baute 2025 Roboter.", "de"), IsEmpty());
  EXPECT_THAT(Read("小米2026款新车", "zh"), IsEmpty());
}

TEST(FigureFinder, CountsBehindACountingWordOnlyWhatItsEndingLetsStandThere) {
  EXPECT_EQ(Read("연간 30만 대를 만들 수 있는 공장을 열었다.", "ko").at(0).unit, "");
  EXPECT_EQ(Read("5대의 로봇을 샀다.", "ko").at(0).unit, "robot");
  EXPECT_EQ(Read("소니는 200㎿ 규모다.", "ko").at(0).unit, "MW");
}

TEST(FigureFinder, TakesNoPercentageForARank) {
  EXPECT_THAT(Read("比亚迪以16.4%位居第二。", "zh"), ::testing::SizeIs(1));
}

TEST(FigureFinder, TakesNoUnitFromTheNextSentenceOrTheYearBefore) {
  for (const auto& [text, language] : {std::pair{"Сумма может вырасти до 19,4 млрд. Рады все.", "ru"},
                                       {"Przychody sięgnęły 227,7 mln. W tym roku spadły.", "pl"},
                                       {"Убыток вырос с 43,6 млн годом ранее.", "ru"}}) {
    EXPECT_EQ(Read(text, language).at(0).kind, FigureKind::kCount) << text;
  }
  EXPECT_EQ(Read("Построили 5 млн. т мощностей.", "ru").at(0).unit, "t");
  EXPECT_EQ(Read("Es waren 12 Mio. Tonnen Stahl.", "de").at(0).unit, "t");
  EXPECT_EQ(Read("Było to 12 tys. MWh energii.", "pl").at(0).unit, "MWh");
}

TEST(FigureFinder, TakesTheLettersOfAModelForNoUnit) {
  EXPECT_EQ(Read("Er zijn 200.000 GB300-chips.", "nl").at(0).kind, FigureKind::kCount);
  EXPECT_EQ(Read("It has 200 GB.", "en").at(0).unit, "GB");
}

TEST(FigureFinder, GivesSumsOfBillionsTheCurrencyBeforeACount) {
  const std::string text = "La planta costará 3.200 millones de euros y empleará a 1.600 personas. ";
  EXPECT_EQ(Read(text + "El plan está dotado con 12.250 millones.", "es").back().unit, "EUR");
  EXPECT_NE(Read(text + "El plan está dotado con 12 millones.", "es").back().unit, "EUR") << "may be of anything";
}

TEST(FigureFinder, GivesSumsTheCurrencyOfTheFaceThatWasReported) {
  EXPECT_EQ(Read("Ørsted a perdu 1,7 milliard de couronnes danoises (228 millions d'euros), contre un bénéfice de 5,2 "
                 "milliards un an plus tôt.",
                 "fr")
                .at(2)
                .unit,
            "DKK");
}

}  // namespace
}  // namespace newsgraph::extract
