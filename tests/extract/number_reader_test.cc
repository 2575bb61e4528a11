#include "extract/number_reader.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <string>

namespace newsgraph::extract {
namespace {

// What is read at the start of `text` by CLDR's words alone; empty if nothing is.
std::string Read(const std::string& text, const std::string& locale) {
  NumberWords::Builder builder(locale);
  const std::unique_ptr<const NumberWords> words = builder.Build();
  const NumberSignTable signs;
  const Document document(text, locale, kAnyLanguage, Tokenize(text), {}, {}, {});
  const std::optional<ReadNumber> number = ReadNumberAt(document, 0, signs.Of(locale), words.get());
  if (!number) return "";
  if (number->code) return "code";
  const std::string rest = text.substr(number->end);
  return number->value.ToString() + (rest.empty() ? "" : "|" + rest);
}

TEST(ReadNumberAt, SplitsWordsOfLanguagesThatJoin) {
  EXPECT_EQ(Read("zweihundertfünfzigtausend", "de"), "250000");
  EXPECT_EQ(Read("tweehonderdvijfentwintig", "nl"), "225");
  EXPECT_EQ(Read("trecentoventicinque", "it"), "325");
  EXPECT_EQ(Read("tvåhundrafemtio", "sv"), "250");
  EXPECT_EQ(Read("이백만", "ko"), "2000000");
  EXPECT_EQ(Read("스물다섯", "ko"), "25");
}

TEST(ReadNumberAt, ReadsPhrasesOfWords) {
  EXPECT_EQ(Read("twenty-five", "en"), "25");
  EXPECT_EQ(Read("two hundred fifty thousand", "en"), "250000");
  EXPECT_EQ(Read("quatre-vingt-dix", "fr"), "90");
  EXPECT_EQ(Read("deux cent mille", "fr"), "200000");
  EXPECT_EQ(Read("noventa y nueve", "es"), "99");
  EXPECT_EQ(Read("двести пятьдесят тысяч", "ru"), "250000");
}

TEST(ReadNumberAt, ReadsIdeographs) {
  EXPECT_EQ(Read("三百八十", "zh"), "380");
  EXPECT_EQ(Read("一万二", "ja"), "10002");
  EXPECT_EQ(Read("四十五億四千四", "ja"), "4500004004");
}

TEST(ReadNumberAt, MixesDigitsAndWords) {
  EXPECT_EQ(Read("2만7천", "ko"), "27000");
  EXPECT_EQ(Read("1.65 billion", "en"), "1650000000");
  EXPECT_EQ(Read("6億4800萬", "zh"), "648000000");
  EXPECT_EQ(Read("16 mil millones", "es"), "16000000000");
}

TEST(ReadNumberAt, SaysWhereItEndsInsideAWord) {
  EXPECT_EQ(Read("hundertprozentige", "de"), "100|prozentige");
  EXPECT_EQ(Read("twenty twenty", "en"), "20| twenty");
}

// How many tokens of `text` have to be looked up among the words for numbers.
int LookUps(const std::string& text, const std::string& locale) {
  const std::unique_ptr<const NumberWords> words = NumberWords::Builder(locale).Build();
  const TokenizedText tokenized = Tokenize(text);
  return static_cast<int>(std::count_if(tokenized.tokens.begin(), tokenized.tokens.end(),
                                        [&](const Token& token) { return words->MayBegin(tokenized.Folded(token)); }));
}

TEST(NumberWords, TellsMostWordsByTheirFirstBytes) {
  EXPECT_LE(LookUps("Der Konzern will im kommenden Jahr drei Werke bauen, wie der Vorstand gestern mitteilte", "de"),
            2);
  EXPECT_LE(LookUps("The company wants to build three plants next year, its board said on Monday", "en"), 2);
  EXPECT_LE(LookUps("该公司计划明年建造三座工厂，董事会周一表示", "zh"), 2);
}

TEST(NumberWords, MissNoNumberByItsFirstBytes) {
  for (const std::string locale :
       {"de", "en", "fr", "es", "it", "nl", "sv", "da", "tr", "ru", "pl", "ar", "zh", "ja", "ko"}) {
    const SpelledNumbers spelled(locale);
    const std::unique_ptr<const NumberWords> words = NumberWords::Builder(locale).Build();
    for (const SpelledNumber& number : spelled.Cardinals()) {
      const Document document(number.word, locale, kAnyLanguage, Tokenize(number.word), {}, {}, {});
      WordPlace place;
      EXPECT_NE(words->Match(document, place), nullptr) << locale << " " << number.word;
      // No number begins with "millions".
      const bool opens = !number.factor || number.bare;
      EXPECT_TRUE(!opens || words->MayBegin(document.Folded(0))) << locale << " " << number.word;
    }
  }
}

TEST(ReadNumberAt, TellsCodesFromNumbers) {
  EXPECT_EQ(Read("192.168.1.2", "en"), "code");
  EXPECT_EQ(Read("0815", "de"), "code");
  EXPECT_EQ(Read("08,5", "de"), "8.5");
  EXPECT_EQ(Read("08.5", "de"), "code");
  EXPECT_EQ(Read("08,5", "en"), "code");
  EXPECT_EQ(Read("123456789012345678901", "en"), "code");
}

TEST(ReadNumberAt, ReadsDigitsOfAnyScript) {
  EXPECT_EQ(Read("١٬٢٣٤٫٥", "ar-EG"), "1234.5");
  EXPECT_EQ(Read("１，２３４", "ja"), "1234");
}

TEST(ReadNumberAt, ReadsNothingInOtherWords) {
  EXPECT_EQ(Read("million", "en"), "");
  EXPECT_EQ(Read("house", "en"), "");
  EXPECT_EQ(Read("", "en"), "");
}

}  // namespace
}  // namespace newsgraph::extract
