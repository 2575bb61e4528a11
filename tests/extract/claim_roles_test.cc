#include "extract/claim_roles.h"

#include <gmock/gmock.h>

#include <utility>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST(FindSubject, TellsWhoOrdersFromWhomItIsOrdered) {
  EXPECT_THAT(Claims("en", "Lufthansa ordered 18 planes from Airbus."), ElementsAre(HasSubstr("lufthansa ordered 18")));
  EXPECT_THAT(Claims("en", "Airbus won orders for 18 planes from Lufthansa."),
              ElementsAre(HasSubstr("lufthansa ordered 18")));
  EXPECT_THAT(Claims("de", "Lufthansa hat beim französischen Konzern Airbus 18 Flugzeuge bestellt."),
              ElementsAre(HasSubstr("lufthansa ordered 18")));
  EXPECT_THAT(Claims("ru", "Lufthansa заказала у французской компании Airbus 18 самолетов."),
              ElementsAre(HasSubstr("lufthansa ordered 18")));
}

TEST(FindSubject, TakesACountryBeforeAFirmForItsDescription) {
  EXPECT_THAT(Claims("en", "South Korea's Samsung made 500 chips."), ElementsAre(HasSubstr("samsung produced 500")));
  EXPECT_THAT(Claims("ja", "韓国半導体大手のサムスン電子は2025年に半導体を500個生産した。"),
              ElementsAre(HasSubstr("samsung produced 500")));
  EXPECT_THAT(Claims("en", "In South Korea Samsung made 500 chips."),
              ElementsAre(AllOf(HasSubstr("samsung produced 500"), HasSubstr("place south-korea"))));
}

TEST(FindSubject, LeavesWhatAFirmDoesAbroadToTheFirm) {
  EXPECT_THAT(Claims("nl", "Carrefour heeft 500 winkels. Ook gaan volgend jaar 120 winkels dicht, vooral in Spanje."),
              Contains(AllOf(HasSubstr("carrefour facility_count 120"), Not(HasSubstr("place spain")))));
  EXPECT_THAT(Claims("nl", "Carrefour heeft 500 winkels. Ook gaan volgend jaar 120 winkels dicht in Spanje."),
              Contains(AllOf(HasSubstr("carrefour facility_count 120"), HasSubstr("place spain"))));
}

TEST(FindSubject, TakesWhoSpeaksOfItselfForTheOwner) {
  EXPECT_THAT(Claims("en", "Lufthansa said on Tuesday it had ordered 18 planes from Airbus."),
              ElementsAre(AllOf(HasSubstr("lufthansa ordered 18"), HasSubstr("by Lufthansa"))));
}

TEST(FindSubject, GivesNoMarketPlaceItsShares) {
  EXPECT_THAT(Claims("es", "Carrefour cerrará tiendas. Las acciones se dejaron un 4,7 % en la bolsa de París."),
              Contains(HasSubstr("carrefour growth -4.7 % | object share price")));
}

TEST(FindSubject, GivesNoExchangeTheSharesThatMoveThere) {
  EXPECT_THAT(Claims("en", "On Wall Street, Nvidia shares rose 1.8 percent."),
              ElementsAre(HasSubstr("nvidia growth 1.8 % | object share price")));
  EXPECT_THAT(Claims("en", "Klarna sold its shares on the New York Stock Exchange and raised $1.37 billion."),
              Contains(HasSubstr("klarna funding 1370000000 USD")));
}

TEST(FindSubject, LetsWhoeverIsFinedPay) {
  EXPECT_THAT(Claims("en", "The European Commission fined Siemens 403 million euros."),
              ElementsAre(HasSubstr("siemens cost 403000000 EUR")));
  EXPECT_THAT(Claims("de", "Die EU-Kommission hat gegen Siemens eine Strafe von 403 Millionen Euro verhängt."),
              ElementsAre(HasSubstr("siemens cost 403000000 EUR")));
}

TEST(FindSubject, TakesWhatIsEarnedAllOverTheWorldForTheFirms) {
  EXPECT_THAT(
      Claims("de", "Das Unternehmen Kuka beschäftigt weltweit 14.600 Menschen und setzte 3,6 Milliarden Euro um."),
      Contains(HasSubstr("kuka revenue 3600000000 EUR")));
}

TEST(FindSubject, LeavesAWordForAFirmToTheOneThatPeopleWorkAt) {
  EXPECT_THAT(
      Claims("de", "Siemens verkauft Züge. Bei Airbus arbeiten 500 Menschen. Das Unternehmen baute 60 Flugzeuge."),
      Contains(HasSubstr("airbus produced 60")));
}

TEST(FindSubject, GivesWhatAShareGainsToTheNameInTheWord) {
  EXPECT_THAT(Claims("de", "USA genehmigen Exporte\n\nAn der Wall Street legte die Nvidia-Aktie um 1,8 Prozent zu."),
              ElementsAre(HasSubstr("nvidia growth 1.8 % | object share price")));
}

TEST(FindSubject, TakesACountryRightBeforeAFirmForItsDescription) {
  EXPECT_THAT(Claims("ja", "デンマークの海運大手マースクはコンテナ船18隻を発注した。"),
              ElementsAre(HasSubstr("maersk ordered 18")));
  EXPECT_THAT(Claims("zh", "丹麦航运巨头马士基订购18艘集装箱船。"), ElementsAre(HasSubstr("maersk ordered 18")));
}

TEST(FindSubject, GivesAFineToWhoPaysIt) {
  EXPECT_THAT(Claims("pl", "UOKiK nałożył na Amazon 31 mln zł kary."),
              ElementsAre(HasSubstr("amazon cost 31000000 PLN")));
  EXPECT_THAT(Claims("ja", "公正取引委員会はグーグルに対し、20億円の課徴金納付を命じた。"),
              ElementsAre(HasSubstr("google cost 2000000000 JPY")));
}

TEST(FindSubject, LeavesALevyToWhoLeviesIt) {
  EXPECT_THAT(Claims("zh", "特朗普政府将对欧洲汽车征收25%的关税。"),
              ElementsAre(HasSubstr("us-government tariff_rate 25 %")));
  EXPECT_THAT(Claims("ko", "미국은 한국산 제품에 15%의 관세를 매기고 있다."),
              ElementsAre(HasSubstr("united-states tariff_rate 15 %")));
}

TEST(FindSubject, GivesWhatAFirmOpensSomewhereToTheFirm) {
  EXPECT_THAT(Claims("pl", "Lidl otworzy w tym roku w Polsce 30 sklepów."),
              Contains(AllOf(HasSubstr("lidl facility_count 30"), HasSubstr("place poland"))));
}

TEST(FindSubject, GivesAPlantToTheFirmThatTheTextSpeaksOf) {
  EXPECT_THAT(
      Claims("en", "BYD sold 500 cars. A new plant in Szeged, Hungary, is scheduled to begin production in 2027."),
      Contains(AllOf(HasSubstr("byd event:production_start"), HasSubstr("place szeged"))));
  EXPECT_THAT(Claims("pt", "A Hyundai cresce.\n\nA receita mundial somou 48 bilhões de dólares."),
              Contains(HasSubstr("hyundai revenue 48000000000 USD")));
}

TEST(FindSubject, KnowsAFirmThatTheArticleAloneNames) {
  EXPECT_THAT(
      Claims("pl", "Sieć handlowa Samplane liczy 2840 sklepów; zamkniętych ma być 210 sklepów, głównie w Hiszpanii."),
      Contains(HasSubstr("samplane facility_count 210")));
}

TEST(FindSubject, TakesAnOfficeOfStatisticsForItsCountry) {
  EXPECT_THAT(Claims("zh", "国家统计局10日表示，2月出口增长6.1%。"), Contains(HasSubstr("china growth 6.1 %")));
}

TEST(FindSubject, CountsForTheWorldWhatAHouseCountsAndNamesNobody) {
  EXPECT_THAT(Claims("en", "Goldman Sachs pencils in shipments of 250,000 robots in 2030."),
              ElementsAre(AllOf(HasSubstr("world sold 250000 robot"), HasSubstr("forecast | by Goldman Sachs"))));
}

TEST(FindSubject, LetsAFirmThatSpeaksOfNobodyElseSpeakOfItself) {
  EXPECT_THAT(Claims("ko", "삼성전자는 폴란드 공장에서 2026년 7월부터 배터리를 양산한다고 밝혔다."),
              ElementsAre(HasSubstr("samsung event:production_start")));
  EXPECT_THAT(Claims("en", "Siemens said China produced 5 million tonnes of steel."),
              ElementsAre(HasSubstr("china produced")));
}

TEST(FindSubject, LeavesAnExchangeWhatItEarns) {
  EXPECT_THAT(Claims("en", "Nasdaq earned 1.2 billion dollars in 2025."), ElementsAre(HasSubstr("nasdaq net_income")));
}

TEST(FindSubject, LeavesAnOfficeOfStatisticsItsPeople) {
  EXPECT_THAT(Claims("en", "Statistics Canada employs 7,000 people."),
              ElementsAre(HasSubstr("statistics-canada headcount 7000")));
}

TEST(FindSubject, GivesNothingOfAnUnnamedRivalToTheFirmNamedBefore) {
  EXPECT_THAT(Claims("en", "Nvidia is growing. A Chinese rival sold 500,000 chips."),
              Not(Contains(HasSubstr("nvidia sold"))));
}

TEST(FindSubject, LeavesWhoOpensTheNextClauseWithoutTheValue) {
  EXPECT_THAT(Claims("en", "UBTech said orders come to 1.9 billion yuan, and Xpeng wants to start in March."),
              Contains(AllOf(HasSubstr("ubtech ordered"), Not(HasSubstr("2026-03")), Not(HasSubstr("planned")))));
}

TEST(FindSubject, GivesSharesOnAnExchangeToTheFirmOfTheHeadline) {
  EXPECT_THAT(
      Claims("fr",
             "Siemens supprime 3 200 postes\n\nLa CGT dénonce le plan. À la Bourse de Paris, le titre a cédé 7 %."),
      Contains(HasSubstr("siemens growth -7 %")));
  EXPECT_THAT(Claims("fr", "Siemens supprime 3 200 postes\n\nÀ la Bourse de Paris, le titre de Renault a cédé 7 %."),
              Contains(HasSubstr("renault growth -7 %")));
}

TEST(FindSubject, GivesPlacesNothingThatIsCountedOutsideThem) {
  EXPECT_THAT(
      Claims("pt", "A BYD vendeu 700 mil carros. Fora da China foram 321 mil."),
      ElementsAre(HasSubstr("byd sold 700000"), AllOf(HasSubstr("byd sold 321000"), HasSubstr("object car abroad"))));
  EXPECT_THAT(Claims("de", "Tesla verkaufte 700.000 Autos, davon 321.000 im Ausland."),
              ElementsAre(Not(HasSubstr("abroad")), HasSubstr("object car abroad")));
}

TEST(FindSubject, GivesPricesTheWorldOverToTheWorld) {
  EXPECT_THAT(Claims("en", "Worldwide, a tonne of copper cost 9,800 dollars last year."),
              Contains(HasSubstr("world price 9800 USD")));
  EXPECT_THAT(Claims("en", "Worldwide, the Galaxy S26 costs 999 dollars."),
              Contains(HasSubstr("galaxy-s26 price 999 USD")));
}

TEST(FindSubject, PrefersWhomItsLanguageMarksAsTheTopic) {
  EXPECT_THAT(Claims("ja", "トヨタ自動車はインテルの半導体を5000個購入した。"),
              ElementsAre(HasSubstr("toyota purchased 5000 chip")));
  EXPECT_THAT(Claims("ko", "소프트뱅크는 ABB의 로봇 사업을 54억 달러에 인수했다."),
              ElementsAre(HasSubstr("softbank purchased 5400000000 USD")));
  EXPECT_THAT(Claims("ko", "삼성전자는 베트남 박닌 공장에 10억 달러를 투자했다."),
              ElementsAre(HasSubstr("samsung investment 1000000000 USD")));
  // What somebody else has in his own clause stays his.
  EXPECT_THAT(Claims("ko", "소프트뱅크는 ABB의 매출이 54억 달러라고 밝혔다."),
              Contains(HasSubstr("abb revenue 5400000000 USD")));
  EXPECT_THAT(Claims("ja", "現代自動車は米国に工場を建てる。スペインでは50億ドルを投じる。"),
              Contains(AllOf(HasSubstr("hyundai investment"), HasSubstr("place spain"))));
}

TEST(FindSubject, TellsFromWhomOrdersAreWon) {
  EXPECT_THAT(Claims("ko", "에어버스가 루프트한자로부터 항공기 40대를 수주했다."),
              ElementsAre(HasSubstr("lufthansa ordered 40")));
  EXPECT_THAT(Claims("ja", "エアバスはドイツの航空会社ルフトハンザから航空機40機を受注した。"),
              ElementsAre(HasSubstr("lufthansa ordered 40")));
  EXPECT_THAT(Claims("ko", "루프트한자는 에어버스 항공기 40대를 주문했다."),
              ElementsAre(HasSubstr("lufthansa ordered 40")));
}

TEST(FindSubject, GivesAHouseThatOnlyReportsNoneOfWhatGrows) {
  for (const auto& [language, text] : {std::pair("ko", "트렌드포스에 따르면 D램 가격은 55% 뛰었다."),
                                       std::pair("ja", "トレンドフォースによると、DRAMの価格は55%上昇した。"),
                                       std::pair("zh", "据集邦咨询统计，DRAM价格上涨55%。")})
    EXPECT_THAT(Claims(language, text), ElementsAre(AllOf(HasSubstr("world growth 55 %"), HasSubstr("TrendForce"))));
}

TEST(FindSubject, LeavesWhatAFirmSellsAllOverTheWorldToTheFirm) {
  EXPECT_THAT(Claims("zh", "同期特斯拉全球交付38.5万辆汽车。"), ElementsAre(HasSubstr("tesla sold 385000 car")));
}

TEST(FindSubject, GoesOnBehindAndWithWhomTheClauseIsAbout) {
  for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"en", "Siemens overtook Alstom and sold 500 trains."},
           {"de", "Siemens hat Alstom überholt und 2025 rund 500 Züge verkauft."},
           {"fr", "Siemens a dépassé Alstom et vendu 500 trains en 2025."},
           {"it", "Siemens ha superato Alstom e ha venduto 500 treni nel 2025."},
           {"nl", "Siemens haalde Alstom in en verkocht 500 treinen."},
           {"pl", "Siemens wyprzedził Alstom i sprzedał 500 pociągów."}}) {
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("siemens sold "))) << text;
  }
  EXPECT_THAT(Claims("en", "SAP wants to free itself from Amazon and has ordered 600,000 chips."),
              ElementsAre(AllOf(HasSubstr("sap ordered 600000"), Not(HasSubstr("planned")))));
  EXPECT_THAT(Claims("en", "Siemens said Alstom cut prices and sold 500 trains."),
              ElementsAre(HasSubstr("alstom sold 500")));
  EXPECT_THAT(Claims("en", "Intel supplies Dell, which is based in Texas and employs 90,000 people."),
              ElementsAre(HasSubstr("dell headcount 90000")));
}

TEST(FindSubject, TakesNoFirmBeforeANumberForACurrency) {
  EXPECT_THAT(Claims("de", "Der Softwarekonzern Oracle hat beim Rivalen AMD 600.000 Chips bestellt."),
              ElementsAre(HasSubstr("oracle ordered 600000 chip")));
}

TEST(FindSubject, LeavesWhatGrowsToTheWorldWhereAHouseSaysSo) {
  EXPECT_THAT(Claims("nl", "DRAM wordt dit kwartaal 20 procent duurder, verwacht TrendForce."),
              ElementsAre(HasSubstr("world growth 20 %")));
  EXPECT_THAT(Claims("zh", "IDC把今年全球智能手机出货量预测下调至11.2亿部，较去年下降12.9%。"),
              Contains(HasSubstr("world growth -12.9 %")));
  EXPECT_THAT(Claims("en", "Shares in Goldman Sachs rose 2 percent."), ElementsAre(HasSubstr("goldman-sachs growth")));
}

TEST(FindSubject, GivesTownsNothingOfWhatFirmsEarn) {
  EXPECT_THAT(Claims("de", "Auch Manz aus Reutlingen profitiert: Der Umsatz stieg dort auf 252 Millionen Euro."),
              Not(Contains(HasSubstr("reutlingen revenue"))));
  EXPECT_THAT(Claims("pl", "Eli Lilly inwestuje także w Europie. Fabryka w Rotterdamie pochłonie 3 mld dol."),
              ElementsAre(AllOf(HasSubstr("eli-lilly investment"), HasSubstr("place rotterdam"))));
}

TEST(FindSubject, TakesTheFirmThatTheArticleIsAboutWhereNobodyElseIsNamed) {
  const std::string text = "El socio chino llega con la caja llena\n\nLa empresa CATL crece, y CATL gana.\n\n";
  EXPECT_THAT(Claims("es", text + "En el primer trimestre ganó 27.000 millones de yuanes."),
              Contains(HasSubstr("catl net_income 27000000000 CNY")));
  EXPECT_THAT(Claims("es", text + "En China los precios subieron un 5 %."), Not(Contains(HasSubstr("catl growth"))));
  EXPECT_THAT(Claims("en", "A full till\n\nThe firm CATL grows, and CATL wins.\n\nPhone prices rose 5 percent."),
              IsEmpty());
}

TEST(FindSubject, TakesTheWorldForNoOwnerOfWhatIsAShareOfIt) {
  EXPECT_THAT(Claims("es", "Chile exportó 24.300 toneladas y aporta el 20 % de la producción mundial."),
              Contains(HasSubstr("chile share 20 %")));
  EXPECT_THAT(Claims("en", "Chile is rich in lithium: its mines account for 20 percent of the world's output."),
              ElementsAre(HasSubstr("chile share 20 %")));
  EXPECT_THAT(Claims("en", "In the world, 40 percent of the chips are blue."),
              ElementsAre(HasSubstr("world share 40 %")));
}

TEST(FindSubject, LeavesWhatGoesSomewhereToWhoSendsIt) {
  for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"en", "Japan's exports rose in June. Car sales to the United States fell 25%."},
           {"de", "Japans Exporte stiegen im Juni. Die Lieferungen in die USA sanken um 25 Prozent."}}) {
    EXPECT_THAT(Claims(language, text),
                ElementsAre(AllOf(HasSubstr("japan growth -25 %"), HasSubstr("place united-states"))))
        << text;
  }
  EXPECT_THAT(Claims("fr", "Les exportations françaises vers l'Allemagne ont augmenté de 5 %."),
              ElementsAre(AllOf(HasSubstr("france growth 5 %"), HasSubstr("place germany"))));
  EXPECT_THAT(Claims("fr", "Renault a vendu 30 avions dans l'Ohio."), ElementsAre(HasSubstr("place ohio")));
}

TEST(FindSubject, KnowsFirmsInQuotationMarksAndInOtherLetters) {
  EXPECT_THAT(Claims("ru", "В прошлом году «Образецторг» заработал 5 млрд рублей."),
              ElementsAre(HasSubstr("образецторг net_income")));
  EXPECT_THAT(Claims("ru", "Турецкая Samplix построит завод за 500 млн долларов."),
              ElementsAre(HasSubstr("samplix investment")));
  EXPECT_THAT(Claims("pl", "W ubiegłym roku Samplix zarobił 5 mld zł."), ElementsAre(HasSubstr("samplix net_income")));
}

TEST(FindSubject, LeavesWhatIsPaidByWeightToTheMarket) {
  EXPECT_THAT(Claims("de", "ArcelorMittal stellt Stahl her. Der Preis stieg auf 690 Euro je Tonne."),
              ElementsAre(HasSubstr("world price 690")));
  EXPECT_THAT(Claims("en", "Shell sells petrol at 6 zlotys a litre."), ElementsAre(HasSubstr("shell price 6")));
}

TEST(FindSubject, LeavesWhatAGovernmentHelpsToBuildToTheFirm) {
  EXPECT_THAT(Claims("ja", "マイクロンは新工場を建設する。5000億円を日本政府が補助する。月産能力は4万枚を計画する。"),
              Contains(HasSubstr("micron capacity 40000")));
  EXPECT_THAT(Claims("ko", "미국 메모리 반도체 업체 마이크론이 매출 248억 달러를 올렸다."),
              ElementsAre(HasSubstr("micron revenue")));
}

TEST(FindSubject, TakesARivalForOneWhoActsAndABuyerForOneWhoOrders) {
  EXPECT_THAT(Claims("nl", "Carrefour opende 20 winkels. Concurrent Lidl opende dit jaar 45 winkels."),
              Contains(HasSubstr("lidl facility_count 45")));
  EXPECT_THAT(Claims("en", "Siemens has won an order from Mercedes-Benz for 12,000 robots."),
              Contains(HasSubstr("mercedes-benz ordered 12000")));
  EXPECT_THAT(Claims("de", "Hierzulande erlöste AstraZeneca 2025 rund 2,4 Milliarden Euro."),
              Contains(HasSubstr("astrazeneca revenue")));
}

TEST(FindSubject, GivesAnOrderToTheFirmThatItComesFromBehindASum) {
  EXPECT_THAT(Claims("en", "Siemens Energy won an order worth 1.2 billion euros from Iberdrola."),
              Contains(HasSubstr("iberdrola ordered 1200000000")));
  EXPECT_THAT(Claims("de",
                     "Siemens liefert aus Schweinfurt Antriebe; den Auftragswert gab der Zulieferer mit 140 Millionen "
                     "Euro an."),
              Not(Contains(HasSubstr("schweinfurt ordered"))));
}

TEST(FindSubject, LeavesWhoOnlySaysMoreOfANameAside) {
  EXPECT_THAT(
      Claims("en", "Huawei sold 812,000 chips, well ahead of T-Head, the chip arm of Alibaba, which sold 265,000."),
      Contains(HasSubstr("t-head sold 265000")));
  EXPECT_THAT(Claims("fr", "Créé en 2019 par Zhang Wen, un ancien de SenseTime, Biren emploie 792 salariés."),
              Contains(HasSubstr("biren event:founded 2019")));
}

TEST(FindSubject, LeavesWhoStandsBehindTheCommaOfAnotherToAct) {
  EXPECT_THAT(Claims("en", "According to Goldman Sachs, shares of BYD rose 5 percent."),
              Contains(HasSubstr("byd growth 5 %")));
}

TEST(FindSubject, TakesTheMakerOfWhatIsBoughtForNoBuyer) {
  EXPECT_THAT(Claims("de", "ByteDance will 2026 mehr als 40 Milliarden Yuan für Chips von Huawei ausgeben."),
              Contains(HasSubstr("bytedance investment")));
  EXPECT_THAT(Claims("ko", "바이트댄스는 2026년 화웨이 칩 구매에 400억 위안을 쓸 계획이다."),
              Each(HasSubstr("bytedance")));
}

TEST(FindSubject, GivesWhatASiteHasToTheFirmOfTheText) {
  EXPECT_THAT(Claims("de", "Nebius baut Rechenzentren. In Lyon entsteht ein Rechenzentrum mit 300 Megawatt."),
              Contains(HasSubstr("nebius power 300 MW")));
  EXPECT_THAT(Claims("ja", "BYDの利益が減った。\n\nハンガリー・セゲド工場の量産開始は2027年5月だ。"),
              Contains(HasSubstr("byd event:production_start")));
  EXPECT_THAT(Claims("de", "Siemens wächst. Niederländische Dächer tragen 5 Gigawatt."),
              Not(Contains(HasSubstr("siemens power"))));
  EXPECT_THAT(Claims("de", "Siemens wächst. In Hamburg sind 300 Megawatt am Netz."),
              Not(Contains(HasSubstr("siemens power"))));
  EXPECT_THAT(Claims("de", "Siemens wächst. Frankreich hat 63 Gigawatt am Netz."),
              Not(Contains(HasSubstr("siemens power"))));
}

TEST(FindSubject, GivesNothingToAPlaceThatARelativeClauseSpeaksOf) {
  EXPECT_THAT(Claims("en",
                     "BYD's profit fell. In Britain, which has overtaken Brazil as the largest market, registrations "
                     "reached 11,271 in September."),
              Not(Contains(HasSubstr("brazil"))));
}

TEST(FindSubject, TakesTheArticlesFirmOfSeveralInTheHeadline) {
  EXPECT_THAT(
      Claims(
          "en",
          "Tesla loses its lead to BYD\n\nBYD is first. BYD is glad.\n\nBYD grows.\n\nNet profit came to 7.8 billion "
          "yuan."),
      Contains(HasSubstr("byd net_income 7800000000")));
}

TEST(FindSubject, TakesTheArticlesOwnFirmInTheSentenceRatherThanItsSupplier) {
  EXPECT_THAT(
      Claims("de",
             "Siemens wächst\n\nGefertigt wird bei SMIC, das 20.000 Chips herstellt. Für Siemens lief es zuletzt "
             "glänzend: Im dritten Quartal stieg der Umsatz auf 1,7 Milliarden Euro."),
      Contains(HasSubstr("siemens revenue 1700000000")));
}

TEST(FindSubject, LeavesAValueToWhomItsOwnClauseIsAbout) {
  EXPECT_THAT(Claims("ja", "トヨタ自動車は工場に30億ドルを投じ、サムスン電子は開発を急ぐ。"),
              ElementsAre(HasSubstr("toyota investment 3000000000")));
}

TEST(FindSubject, GivesNothingToWhatAValueIsComparedWith) {
  EXPECT_THAT(Claims("de", "Der B200 kostet in China rund 30 Prozent mehr als in den USA."),
              Not(Contains(StartsWith("united-states growth"))));
}

}  // namespace
}  // namespace newsgraph::extract
