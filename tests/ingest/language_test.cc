#include "ingest/language.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::ingest {
namespace {

TEST(DetectLanguage, NamesTheLanguageOfOrdinarySentences) {
  EXPECT_EQ(DetectLanguage("Der Konzern will im kommenden Jahr rund 600.000 Chips herstellen, sagte ein Sprecher."),
            "de");
  EXPECT_EQ(DetectLanguage("The company plans to build about 600,000 chips next year, a spokesman said."), "en");
  EXPECT_EQ(DetectLanguage("L'entreprise prévoit de fabriquer environ 600 000 puces l'année prochaine."), "fr");
  EXPECT_EQ(DetectLanguage("東京エレクトロンは来年の売上高が2兆円になると発表した。"), "ja");
  EXPECT_EQ(DetectLanguage("회사는 내년에 약 60만 개의 칩을 생산할 계획이라고 밝혔다."), "ko");
}

TEST(DetectLanguage, TellsTraditionalFromSimplifiedChinese) {
  EXPECT_EQ(DetectLanguage("台积电宣布,将在2026年投资超过一千亿美元扩建位于亚利桑那州的晶圆厂。"), "zh");
  EXPECT_EQ(DetectLanguage("台積電宣布,將在2026年投資超過一千億美元擴建位於亞利桑那州的晶圓廠。"), "zh-Hant");
}

TEST(DetectLanguage, SpellsCodesAsBcp47DoesToday) {
  EXPECT_EQ(DetectLanguage("החברה מתכננת לייצר כשש מאות אלף שבבים בשנה הבאה, כך אמר דובר החברה."), "he");
}

TEST(DetectLanguage, DoesNotGuess) {
  for (const std::string text : {"", "   ", "123 456", "+++ 19.01.2026 - 18:25:12 +++", "AMD", "\xFF\xFE"}) {
    EXPECT_EQ(DetectLanguage(text), "und") << text;
  }
}

TEST(DetectLanguage, ReadsOnWhereTheBeginningDoesNotDecide) {
  std::string text;
  for (int row = 1000; row < 1400; ++row) text += std::to_string(row) + " | ";
  text +=
      "Der Konzern will im kommenden Jahr rund 600.000 Chips herstellen, sagte ein Sprecher am Mittwoch in München.";
  EXPECT_EQ(DetectLanguage(text), "de");
}

TEST(DetectLanguage, NamesTheLanguageOfMostOfTheText) {
  EXPECT_EQ(DetectLanguage(
                "AstraZeneca gana peso en Barcelona y eleva sus ingresos\n\nBarcelona ya es el mayor centro de "
                "AstraZeneca en el sur de Europa. La farmacéutica emplea allí a 1.700 personas y prevé llegar a 2.000 "
                "a lo largo de 2027, según explicó ayer su presidente en España, Rick Suárez. El proyecto, en el que "
                "la empresa invierte 1.300 millones de euros, incluye un laboratorio de terapia celular. En España "
                "facturó 1.120 millones de euros el año pasado.\n\nA escala mundial, los ingresos avanzaron un 8 % "
                "entre julio y septiembre."),
            "es");
}

TEST(DetectLanguage, DoesNotCutCharactersWhereItStopsReading) {
  const std::string sentence = "台积电宣布将在二〇二六年投资超过一千亿美元扩建位于亚利桑那州的晶圆厂。";
  for (std::string prefix : {"", "a", "ab"}) {
    std::string text = prefix;
    while (text.size() < 4000) text += sentence;
    EXPECT_EQ(DetectLanguage(text), "zh");
  }
}

TEST(NormalizeLanguageTag, TakesTheUsualSpellings) {
  EXPECT_EQ(NormalizeLanguageTag("de"), "de");
  EXPECT_EQ(NormalizeLanguageTag("DE_at"), "de-AT");
  EXPECT_EQ(NormalizeLanguageTag("zh-hant"), "zh-Hant");
  EXPECT_EQ(NormalizeLanguageTag("zh-TW"), "zh-TW");
  EXPECT_EQ(NormalizeLanguageTag("iw"), "he");
  EXPECT_EQ(NormalizeLanguageTag("und"), "und");
}

TEST(NormalizeLanguageTag, RefusesWhatIsNoTag) {
  for (const std::string text : {"", "German (Germany)", "d", "de-", "-", "deutsch!"}) {
    EXPECT_EQ(NormalizeLanguageTag(text), "") << text;
  }
  EXPECT_EQ(NormalizeLanguageTag(std::string(200, 'a')), "");
}

}  // namespace
}  // namespace newsgraph::ingest
