// Entities in whole texts: what no single rule shows.
#include "extract/entities.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/pack_extractor.h"
#include "extract/rendering.h"
#include "tests/support/cpu_growth.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Each entity as "type id: mention, mention".
std::vector<std::string> Entities(const std::string& language, const std::string& text) {
  static const auto extractor = LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  Article article;
  article.id = "article";
  article.language = language;
  article.text = text;
  std::vector<std::string> out;
  for (const MentionedEntity& found : (*extractor)->Extract(article).entities) {
    std::string line = Render(found.entity) + ":";
    for (std::size_t i = 0; i < found.mentions.size(); ++i) {
      line += (i == 0 ? " " : ", ") + std::string(found.mentions[i].In(text));
    }
    out.push_back(line);
  }
  return out;
}

TEST(Entities, AreTheSameInEveryLanguage) {
  EXPECT_THAT(Entities("de", "Huaweis Chip ist fertig."), ElementsAre("company huawei: Huaweis"));
  EXPECT_THAT(Entities("zh", "华为的新芯片。"), ElementsAre("company huawei: 华为"));
  EXPECT_THAT(Entities("zh-Hant", "華為的新晶片。"), ElementsAre("company huawei: 華為"));
  EXPECT_THAT(Entities("und", "ファーウェイの新型半導体"), ElementsAre("company huawei: ファーウェイ"));
}

TEST(Entities, AreTownsUnderTheNamesOfEveryLanguage) {
  EXPECT_THAT(Entities("pt", "A fábrica de Saragoça fornece Estugarda e Xangai."),
              ElementsAre("place zaragoza: Saragoça", "place stuttgart: Estugarda", "place shanghai: Xangai"));
  EXPECT_THAT(Entities("it", "Da Stoccarda a Lipsia."),
              ElementsAre("place stuttgart: Stoccarda", "place leipzig: Lipsia"));
  EXPECT_THAT(Entities("nl", "Tussen Luik en Milaan."), ElementsAre("place liege: Luik", "place milan: Milaan"));
}

TEST(Entities, AreTownsThatNoPackOfOursNames) {
  EXPECT_THAT(Entities("de", "Ein Werk in Harbin."), ElementsAre("place harbin: Harbin"));
  EXPECT_THAT(Entities("ja", "ハルビンに工場を建てた。"), ElementsAre("place harbin: ハルビン"));
  EXPECT_THAT(Entities("ko", "하얼빈에 공장을 지었다."), ElementsAre("place harbin: 하얼빈"));
  EXPECT_THAT(Entities("zh", "在哈尔滨建厂。"), ElementsAre("place harbin: 哈尔滨"));
  EXPECT_THAT(Entities("zh", "凯奇凯梅特的工厂。"), ElementsAre("place kecskemet: 凯奇凯梅特")) << "a name more of one";
}

TEST(Entities, AreTownsCalledAsPeopleWhereTheTextSaysSo) {
  const auto town = Contains(HasSubstr("place jackson-us"));
  EXPECT_THAT(Entities("en", "It opened a plant in Jackson last year."), town);
  EXPECT_THAT(Entities("zh", "在杰克逊建厂。"), town);
  EXPECT_THAT(Entities("ja", "ミシシッピ州ジャクソンの工場"), town) << "beside its state";
  EXPECT_THAT(Entities("en", "A plant for Jackson, Mississippi."), town);
  EXPECT_THAT(Entities("en", "The plan of Jackson failed."), Not(town));
  EXPECT_THAT(Entities("en", "It was in Jackson Pollock's house."), Not(town));
  EXPECT_THAT(Entities("en", "It was in West Jackson, Mississippi."), Not(town));
  EXPECT_THAT(Entities("zh", "杰克逊表示，公司将投资5亿美元。"), Not(town));
  EXPECT_THAT(Entities("en", "Ambassador Nikki Sample spoke."), Not(Contains(HasSubstr("place"))));
}

TEST(Entities, AreNoTownsByWordsThatAreCalledSo) {
  EXPECT_THAT(Entities("de", "Nach Siegen und Titeln war er müde."), Not(Contains(HasSubstr("place siegen"))));
  EXPECT_THAT(Entities("zh", "在ハルビン建厂。"), Not(Contains(HasSubstr("harbin")))) << "a name of another language";
}

TEST(Entities, AreFirmsCalledAsWordsAreWhereTheyStandBesideANumberAsOthersDo) {
  const auto firm = Contains(HasSubstr("company apple"));
  EXPECT_THAT(Entities("en", "Samsung has 20% of the market, Apple 17%."), firm);
  EXPECT_THAT(Entities("de", "Samsung kam auf 21 Prozent Marktanteil, Apple auf 19 Prozent."), firm);
  EXPECT_THAT(Entities("en", "Pears rose 20% in May, Apple 17%."), Not(firm));
  EXPECT_THAT(Entities("en", "Samsung rose. Cherry, Apple 17% and pears."), Not(firm)) << "another sentence";
}

TEST(Entities, AreReadInLanguagesWithoutAPack) {
  EXPECT_THAT(Entities("xx", "Nvidia myy siruja."), ElementsAre("company nvidia: Nvidia"));
}

TEST(Entities, HaveTheLongestNameThatFits) {
  EXPECT_THAT(Entities("en", "It runs on Alibaba Cloud."), ElementsAre("company alibaba-cloud: Alibaba Cloud"));
  EXPECT_THAT(Entities("de", "Die GH200 ist keine H200."), ElementsAre("chip gh200: GH200", "chip h200: H200"));
}

TEST(Entities, InSmallLettersAreNoBeginningsOfOthers) {
  EXPECT_THAT(Entities("en", "The World Bank lent money to farmers all over the world."),
              ElementsAre("organization world-bank: World Bank", "place world: the world"));
}

TEST(Entities, AreTakenUpOnceAWordHasToldWhatTheyAre) {
  EXPECT_THAT(
      Entities("en", "Samplex Holdings Inc. grew. Analysts like Samplex Holdings. They trust Samplex Holdings."),
      ElementsAre("company samplex-holdings: Samplex Holdings Inc., Samplex Holdings, Samplex Holdings"));
  EXPECT_THAT(Entities("de", "Der Autobauer Musterix wuchs. Auch Musterix' Rivalen wuchsen, und Musterix half."),
              ElementsAre("company musterix: Musterix, Musterix, Musterix"));
  // A part of a longer name is none.
  EXPECT_THAT(Entities("en", "Professor Sampley came. Sampley Ford left."), Contains("person sampley: Sampley"));
}

TEST(Entities, AreNoNounsThatStandBehindARole) {
  EXPECT_THAT(Entities("de", "Deshalb will das Unternehmen Stellen streichen."), IsEmpty());
  EXPECT_THAT(Entities("de", "So hat der Investor Anteile gekauft."), IsEmpty());
}

TEST(Entities, ArePeopleBehindAGivenNameWhateverElseTheirLastNameIs) {
  EXPECT_THAT(Entities("en", "The plan of Rob Goldman failed."), ElementsAre("person rob-goldman: Rob Goldman"));
  EXPECT_THAT(Entities("en", "The books of Robert Jordan sell."), ElementsAre("person robert-jordan: Robert Jordan"));
  EXPECT_THAT(Entities("de", "Nun muss Angela Deutschland verlassen."), ElementsAre("place germany: Deutschland"));
}

TEST(Entities, AreUnionsInBracketsBehindTheirPeople) {
  EXPECT_THAT(Entities("de", "Nora Muster (MUDI) sprach. Die MUDI streikt."),
              ElementsAre("person nora-muster: Nora Muster", "organization mudi: MUDI, MUDI"));
  EXPECT_THAT(Entities("de", "Nora Muster (SUI) siegte."), ElementsAre("person nora-muster: Nora Muster"));
}

TEST(Entities, AreTownsBeforeWhatTheyLieIn) {
  EXPECT_THAT(Entities("en", "It has a plant in Sampleton, Ohio, and more."),
              ElementsAre("place sampleton: Sampleton", "place ohio: Ohio"));
}

TEST(Entities, AreListedBehindARole) {
  EXPECT_THAT(Entities("en", "The rival Samplon, Huawei and Testron grew."),
              ElementsAre("company samplon: Samplon", "company huawei: Huawei", "company testron: Testron"));
}

TEST(Entities, AreThingsWithTheirNumbers) {
  EXPECT_THAT(Entities("fr", "Le producteur achète des turbines M117 au nord."), ElementsAre("product m117: M117"));
  EXPECT_THAT(Entities("en", "They fly the S-70 drone and the Samplestar 9 rocket."),
              ElementsAre("product s-70: S-70", "product samplestar-9: Samplestar 9"));
  EXPECT_THAT(Entities("en", "Sometimes rockets fail. They use 30 MW turbines."), IsEmpty());
}

TEST(Entities, AreFoundInScriptsWithoutCapitals) {
  EXPECT_THAT(Entities("ko", "김샘플 대표는 말했다. 조합원 대표도 왔다."), ElementsAre("person 김샘플: 김샘플"));
  EXPECT_THAT(Entities("ko", "김샘플 전 국토부 장관은 말했다."), ElementsAre("person 김샘플: 김샘플"));
  EXPECT_THAT(Entities("ko", "국토부 장관은 심리학 교수와 현역의 의원을 만났다."), IsEmpty());
  EXPECT_THAT(Entities("ko", "샘플중공업은 배를 짓는다."), ElementsAre("company 샘플중공업: 샘플중공업"));
  EXPECT_THAT(Entities("ko", "전남 여수에서 시작됐다. 2025년에는 양산을 시작한다."),
              ElementsAre("place south-jeolla: 전남", "place yeosu: 여수"));
  EXPECT_THAT(Entities("ja", "株式会社サンプレックスは成長した。"), Contains("company サンプレックス: サンプレックス"));
}

TEST(Entities, LeaveAnEnglishPossessiveOutside) {
  EXPECT_THAT(Entities("en", "It is China's plan."), ElementsAre("place china: China"));
}

TEST(Entities, StandInCompounds) {
  EXPECT_THAT(Entities("de", "US-Beamte suchen 625 H100-Server mit Nvidia-Chips."),
              ElementsAre("place united-states: US", "chip h100: H100", "company nvidia: Nvidia"));
}

TEST(Entities, AreNotDemonyms) {
  EXPECT_THAT(Entities("de", "Chinesische Firmen und Pekinger Bürger klagen."), IsEmpty());
  EXPECT_THAT(Entities("en", "Chinese firms sue."), IsEmpty());
}

TEST(Entities, TakeTheirShortFormsFromTheArticle) {
  EXPECT_THAT(Entities("en", "Jensen Huang came. Later Huang left."),
              ElementsAre("person jensen-huang: Jensen Huang, Huang"));
  EXPECT_THAT(Entities("en", "Huang left."), IsEmpty());
  EXPECT_THAT(Entities("de", "Das sagte Minister Max Muster. Zuvor hatte Muster geschwiegen."),
              ElementsAre("person max-muster: Max Muster, Muster"));
  EXPECT_THAT(Entities("de", "Das Deutsche Institut für Musterbau (DIM) wächst. Das DIM ist neu."),
              Contains("organization deutsche-institut-für-musterbau: Deutsche Institut für Musterbau, DIM, DIM"));
  EXPECT_THAT(Entities("fr", "Rio Tinto gagne. À Londres, l'action Rio a perdu 0,8 %."),
              Contains("company rio-tinto: Rio Tinto, Rio"));
  // Behind a title, too, once others were found.
  EXPECT_THAT(
      Entities("en", "CEO Ann Testwell spoke. President Testwell left. \"Yes,\" said Bo Sample. Sample smiled."),
      ElementsAre("person ann-testwell: Ann Testwell, Testwell", "person bo-sample: Bo Sample, Sample"));
}

TEST(Entities, ThatArePeopleHaveParticlesInitialsAndJoinedNames) {
  EXPECT_THAT(Entities("en", "Ursula von der Sample met John F. Samplewell."),
              ElementsAre("person ursula-von-der-sample: Ursula von der Sample",
                          "person john-f-samplewell: John F. Samplewell"));
  EXPECT_THAT(Entities("en", "Ann Sample-Muster came. Sample-Muster left, Muster stayed."),
              ElementsAre("person ann-sample-muster: Ann Sample-Muster, Sample-Muster"));
  EXPECT_THAT(Entities("en", "Anna Li-Muster spoke. Li-Muster left, and so did Li-Musters."),
              ElementsAre("person anna-li-muster: Anna Li-Muster, Li-Muster, Li-Musters"));
  EXPECT_THAT(Entities("en", "Robert Samplewell Jr. came. Samplewell left."),
              ElementsAre("person robert-samplewell-jr: Robert Samplewell Jr, Samplewell"));
  EXPECT_THAT(Entities("en", "Chung Sam-ple came. Chung left."),
              ElementsAre("person chung-sam-ple: Chung Sam-ple, Chung"));
  EXPECT_THAT(Entities("en", "\"Enough,\" Al-Samply said."), ElementsAre("person al-samply: Al-Samply"));
}

TEST(Entities, AreToldByWhatStandsBehindThem) {
  EXPECT_THAT(Entities("en", "It was Reva Samplewell, 48, who came."),
              ElementsAre("person reva-samplewell: Reva Samplewell"));
  EXPECT_THAT(Entities("de", "Es sprach auch Xaveria Musterix (SPD) zu ihnen."),
              ElementsAre("person xaveria-musterix: Xaveria Musterix", "organization spd: SPD"));
  EXPECT_THAT(Entities("en", "Qorvina Samplewell, chief economist at a bank, agrees."),
              ElementsAre("person qorvina-samplewell: Qorvina Samplewell"));
  // A number or an abbreviation alone makes no person.
  EXPECT_THAT(Entities("en", "It is near Mount Samplewell, 48, in the north."),
              ElementsAre("place mount-samplewell: Mount Samplewell"));
  EXPECT_THAT(Entities("en", "Version Samplewell Pro, 480, is new."), IsEmpty());
}

TEST(Entities, ArePlacesBehindWordsForWhereSomethingIs) {
  EXPECT_THAT(Entities("en", "It burned in Sampleton Heath last year."),
              ElementsAre("place sampleton-heath: Sampleton Heath"));
  EXPECT_THAT(Entities("de", "Die Helfer kamen aus Musterhausen und Bad Muster."),
              ElementsAre("place musterhausen: Musterhausen", "place bad-muster: Bad Muster"));
  // A name before a noun, and a noun, are no places.
  EXPECT_THAT(Entities("en", "It works in Sampleton phones."), IsEmpty());
  EXPECT_THAT(Entities("de", "Das geschah in Handarbeit und aus Mitleid."), IsEmpty());
}

TEST(Entities, OfAFirmMayEndWithItsTrade) {
  EXPECT_THAT(Entities("de", "Die Musterow Halbleiter GmbH und die Musterau Software AG wachsen."),
              ElementsAre("company musterow-halbleiter: Musterow Halbleiter GmbH",
                          "company musterau-software: Musterau Software AG"));
  EXPECT_THAT(Entities("de", "Die Firma GmbH wächst."), IsEmpty());
}

TEST(EntityFinder, KnowsWhoActsBehindAnAsideOrItsHome) {
  EXPECT_THAT(Entities("it", "Samplix Bionics, nata a Genova, ha raccolto 70 milioni di euro."),
              Contains("company samplix-bionics: Samplix Bionics"));
  EXPECT_THAT(Entities("it", "Ieri, a Genova, ha raccolto 70 milioni di euro."), Not(Contains(HasSubstr("company"))));
}

TEST(Entities, OfFourCapitalsAndMoreMayBeWrittenAsAnyName) {
  EXPECT_THAT(Entities("it", "La Calb cresce. Calb ha venduto 500 auto."), ElementsAre("company calb: Calb, Calb"));
  EXPECT_THAT(Entities("es", "Pesa 500 kilos."), IsEmpty());
}

TEST(Entities, AreToldByWhatTheyDo) {
  EXPECT_THAT(Entities("en", "Samplix and Testor agreed to merge."),
              ElementsAre("company samplix: Samplix", "company testor: Testor"));
  EXPECT_THAT(Entities("de", "„Das freut uns“, sagte Musterow."), ElementsAre("person musterow: Musterow"));
  // What has an article is a noun, and so are some names of nobody.
  EXPECT_THAT(Entities("de", "Der Verein kündigte am Montag Kürzungen an."), IsEmpty());
  EXPECT_THAT(Entities("en", "Police announced a new plan."), IsEmpty());
}

TEST(Entities, AreReadInScriptsThatPartWordsAndHaveNoCapitals) {
  EXPECT_THAT(Entities("ar", "قال خالد بوسعيدة إن العمل مستمر."), ElementsAre("person خالد-بوسعيدة: خالد بوسعيدة"));
  EXPECT_THAT(Entities("hi", "मंत्री देवव्रत उदाहरणी ने कहा।"), ElementsAre("person देवव्रत-उदाहरणी: देवव्रत उदाहरणी"));
  EXPECT_THAT(Entities("hi", "मंत्री ने कहा।"), IsEmpty());
}

TEST(Entities, InChineseCharactersAreToldByTheirLastOnes) {
  EXPECT_THAT(Entities("zh", "样澜科技宣布在样岭县建厂。"),
              ElementsAre("company 样澜科技: 样澜科技", "place 样岭县: 样岭县"));
  EXPECT_THAT(Entities("zh", "穆罕样德·萨利样当选主席。"), ElementsAre("person 穆罕样德-萨利样: 穆罕样德·萨利样"));
  EXPECT_THAT(Entities("zh", "人工智能的股价下跌，200多万辆汽车将召回。"), IsEmpty());
}

TEST(Entities, DoNotGoOnInTheNextSentence) {
  EXPECT_THAT(Entities("en", "They met the president\n\nSamplewell has a river."), IsEmpty());
}

TEST(Entities, WithCommonWordsForNamesNeedEvidence) {
  EXPECT_THAT(Entities("en", "Apple pie is good."), IsEmpty());
  EXPECT_THAT(Entities("en", "He works at Apple in Cork."), Contains("company apple: Apple"));
  EXPECT_THAT(Entities("de", "Sein Arm tut weh."), IsEmpty());
  EXPECT_THAT(Entities("de", "Der Chipentwickler Arm wächst."), ElementsAre("company arm: Arm"));
  EXPECT_THAT(Entities("en", "The G1 is a small robot from Unitree."),
              ElementsAre("product unitree-g1: G1", "company unitree: Unitree"));
  EXPECT_THAT(Entities("en", "The G1 is a small camera."), IsEmpty());
}

TEST(Entities, WithOneNameAreToldApartByTheirSurroundings) {
  EXPECT_THAT(Entities("de", "In Xinjiang, im Kreis Yiwu bei Hami, wird gebaut; Yiwu wächst."),
              Contains("place yiwu-xinjiang: Kreis Yiwu, Yiwu"));
  EXPECT_THAT(Entities("en", "Zhejiang's traders meet in Yiwu."), Contains("place yiwu: Yiwu"));
}

TEST(Entities, OfASeriesAreMadeByTheNumber) {
  EXPECT_THAT(Entities("en", "The Ascend 955XT is new."), ElementsAre("chip ascend-955xt: Ascend 955XT"));
  EXPECT_THAT(Entities("zh", "昇腾955XT发布。"), ElementsAre("chip ascend-955xt: 昇腾955XT"));
  EXPECT_THAT(Entities("en", "It links 384 Ascend chips."), ElementsAre("chip ascend: Ascend"));
}

TEST(Entities, AreNotWhatStandsInParenthesesBehindAnothersName) {
  EXPECT_THAT(Entities("es", "Nvidia vende a China."), ElementsAre("company nvidia: Nvidia", "place china: China"));
}

TEST(Entities, MayBeInflectedWhereTheLanguageDoes) {
  EXPECT_THAT(Entities("ru", "Поставки в Малайзию и Синьцзяне."),
              ElementsAre("place malaysia: Малайзию", "place xinjiang: Синьцзяне"));
  EXPECT_THAT(Entities("ko", "엔비디아는 중국에서 판다."),
              ElementsAre("company nvidia: 엔비디아", "place china: 중국"));
}

TEST(Entities, AreNotPartsOfLongerNumbers) {
  EXPECT_THAT(Entities("en", "The chip H20Q9 is not real."), Not(Contains("chip h20: H20")));
  EXPECT_THAT(Entities("en", "It has 40 H20s."), ElementsAre("chip h20: H20"));
}

TEST(Entities, MayKeepTheirLegalForm) {
  EXPECT_THAT(Entities("de", "Die Nyocor Co. baut. Nyocor wächst."), ElementsAre("company nyocor: Nyocor Co., Nyocor"));
}

TEST(Entities, AreOneInAllCasesOfANameThatNoPackKnows) {
  EXPECT_THAT(Entities("ru", "Компания «Примерстрой» растёт. Акции компании «Примерстроя» упали."),
              ElementsAre("company примерстрой: Примерстрой, Примерстроя"));
  EXPECT_THAT(Entities("de", "Der Chiphersteller Samplix wächst. Der Chiphersteller Samplor auch."),
              ElementsAre("company samplix: Samplix", "company samplor: Samplor"));
}

TEST(Entities, WithOneIdAreOneWhateverTheirTypes) {
  EXPECT_THAT(Entities("en", "Samplix Inc. grew. The region Samplix lies there. Samplix announced a plant."),
              ElementsAre("company samplix: Samplix Inc., Samplix, Samplix"));
}

TEST(Entities, CostALongTextNoMoreThanItsLength) {
  constexpr std::size_t kTimes = 8;
  for (const std::string& piece :
       {std::string("Sample Muster Testix "), std::string("Samplix Inc. and Nvidia, "), std::string("said Ann Sample-"),
        std::string("chipmakers Ann, Bo and "), std::string("in Sampleton, ")}) {
    // Words that never come again, and always the same ones.
    for (const bool anew : {false, true}) {
      const auto find = [&](std::size_t pieces) {
        std::string text;
        for (std::size_t i = 0; i < pieces; ++i) {
          text += piece;
          if (anew) text += "X" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + " ";
        }
        Entities("en", text);
      };
      EXPECT_LT(CpuGrowth(find, 1000, kTimes), kTimes * kLinearMargin) << piece << anew;
    }
  }
}

TEST(Entities, OfFirmsStandBehindWhatTheyAre) {
  EXPECT_THAT(Entities("ko", "스웨덴 가구업체 샘플란드는 10일 밝혔다."), Contains("company 샘플란드: 샘플란드"));
  EXPECT_THAT(Entities("ko", "중국 배터리 업체 경쟁력은 높다."), Not(Contains(HasSubstr("company"))));
  EXPECT_THAT(Entities("pl", "Duński koncern energetyczny Samplor rośnie."), Contains("company samplor: Samplor"));
  EXPECT_THAT(Entities("es", "La cadena sueca de muebles Samplund crece."), Contains("company samplund: Samplund"));
}

TEST(Entities, ThatAreWeakCountBeforeWhatFirmsDo) {
  EXPECT_THAT(Entities("zh", "小米宣布新计划。"), ElementsAre("company xiaomi: 小米"));
  EXPECT_THAT(Entities("zh", "他喝小米粥。"), IsEmpty());
}

}  // namespace
}  // namespace newsgraph::extract
