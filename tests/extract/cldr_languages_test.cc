#include "extract/cldr_languages.h"

#include <gmock/gmock.h>

#include <string>
#include <thread>
#include <vector>

#include "extract/pack_extractor.h"
#include "extract/rendering.h"

namespace newsgraph::extract {
namespace {

using testing::ElementsAre;

const Extractor& Packs() {
  static const std::unique_ptr<Extractor> extractor = *LoadExtractor("");
  return *extractor;
}

std::vector<std::string> FiguresOf(const std::string& language, const std::string& text) {
  Article article;
  article.language = language;
  article.text = text;
  std::vector<std::string> read;
  for (const Figure& figure : Packs().Extract(article).figures) read.push_back(Render(figure));
  return read;
}

TEST(CldrLanguages, ReadsWhatCldrKnowsOfALanguageWithoutAPack) {
  EXPECT_THAT(FiguresOf("cs", "Zisk vzrostl o 12,5 procenta na 2,5 miliardy korun."),
              ElementsAre("12.5 %", "2500000000 CZK"));
  EXPECT_THAT(FiguresOf("cs", "Stojí 300 mil. eur."), ElementsAre("300000000 EUR"));
  EXPECT_THAT(FiguresOf("fi", "Se maksoi kaksi miljoonaa dollaria."), ElementsAre("2000000 USD"));
  EXPECT_THAT(FiguresOf("ro", "Costă 20 de milioane de dolari."), ElementsAre("20000000 USD"));
  EXPECT_THAT(FiguresOf("uk", "Коштує 5 млн доларів, 15 кілометрів."), ElementsAre("5000000 USD", "15 km"));
  EXPECT_THAT(FiguresOf("el", "Κόστισαν είκοσι εκατομμύρια δολάρια."), ElementsAre("20000000 USD"));
  EXPECT_THAT(FiguresOf("he", "הרווח עלה ב-12.5 אחוז ל-2.5 מיליארד שקל."), ElementsAre("12.5 %", "2500000000 ILS"));
  EXPECT_THAT(FiguresOf("id", "Harganya dua puluh juta dolar."), ElementsAre("20000000 USD"));
  EXPECT_THAT(FiguresOf("vi", "Lãi 2,5 tỷ đồng."), ElementsAre("2500000000 VND"));
  EXPECT_THAT(FiguresOf("th", "ราคา 300 บาท"), ElementsAre("300 THB"));
  EXPECT_THAT(FiguresOf("fa", "دویست و پنجاه یورو"), ElementsAre("250 EUR"));
}

TEST(CldrLanguages, TakesAnyTagOfALanguage) {
  EXPECT_THAT(FiguresOf("cs-CZ", "Je to 15 kilometrů."), ElementsAre("15 km"));
  EXPECT_THAT(FiguresOf("iw", "זה 15 קילומטרים"), ElementsAre("15 km"));
  EXPECT_THAT(FiguresOf("sr-Latn-RS", "To je 5 procenata."), ElementsAre("5 %"));
  EXPECT_THAT(FiguresOf("tlh", "5 kilometers"), ElementsAre("5"));
  EXPECT_THAT(FiguresOf("no such tag", "5 %"), ElementsAre("5 %"));
}

TEST(CldrLanguages, HasTheVersionOfAllPacks) {
  Article article;
  article.language = "hu";
  Article german;
  german.language = "de";
  EXPECT_EQ(Packs().Extract(article).rules_version, Packs().Extract(german).rules_version);
}

TEST(CldrLanguages, MayBeAskedByManyThreads) {
  std::vector<std::thread> threads;
  std::vector<std::vector<std::string>> read(8);
  for (std::size_t i = 0; i < read.size(); ++i)
    threads.emplace_back([&read, i] { read[i] = FiguresOf(i % 2 == 0 ? "sk" : "sl", "15 % 20 %"); });
  for (std::thread& thread : threads) thread.join();
  for (const std::vector<std::string>& each : read) EXPECT_THAT(each, ElementsAre("15 %", "20 %"));
}

}  // namespace
}  // namespace newsgraph::extract
