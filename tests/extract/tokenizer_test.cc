#include "extract/tokenizer.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Written(std::string_view text) {
  std::vector<std::string> out;
  for (const Token& token : Tokenize(text).tokens) out.emplace_back(token.span.In(text));
  return out;
}

TEST(Tokenize, CutsWordsNumbersIdeographsAndSigns) {
  EXPECT_THAT(Written("Nvidias H200-Chips: 1,5 Mio."),
              ElementsAre("Nvidias", "H", "200", "-", "Chips", ":", "1", ",", "5", "Mio", "."));
  EXPECT_THAT(Written("昇腾910C"), ElementsAre("昇", "腾", "910", "C"));
  EXPECT_THAT(Written("엔비디아의 エヌビディア製"), ElementsAre("엔비디아의", "エヌビディア", "製"));
  EXPECT_THAT(Written(" \n\t"), IsEmpty());
}

TEST(Tokenize, KnowsWhatStandsBeforeAToken) {
  const TokenizedText text = Tokenize("Ein US-Chip\nzwei");
  ASSERT_EQ(text.tokens.size(), 5U);
  EXPECT_TRUE(text.tokens[0].line_start);
  EXPECT_TRUE(text.tokens[1].space_before);
  EXPECT_FALSE(text.tokens[1].line_start);
  EXPECT_FALSE(text.tokens[2].space_before);
  EXPECT_TRUE(text.tokens[4].line_start);
}

TEST(Tokenize, KnowsCapitals) {
  const TokenizedText text = Tokenize("Nvidia AMD iPhone");
  EXPECT_TRUE(text.tokens[0].capitalised);
  EXPECT_FALSE(text.tokens[0].all_capitals);
  EXPECT_TRUE(text.tokens[1].all_capitals);
  EXPECT_FALSE(text.tokens[2].capitalised);
}

TEST(Tokenize, ListsCapitalsAndNumbers) {
  const TokenizedText text = Tokenize("Acme sold 5 cars in Übersee, ５ trucks and iPads");
  EXPECT_THAT(text.capitalised, ElementsAre(0, 5));
  EXPECT_THAT(text.numbers, ElementsAre(2, 7));
}

// Small letters that take more bytes than their capitals.
TEST(Tokenize, FoldsToMoreBytesThanWereWritten) {
  std::string capitals;
  std::string small;
  for (int i = 0; i < 1000; ++i) {
    capitals += "Ⱥ";
    small += "ⱥ";
  }
  EXPECT_EQ(FoldPhrase(capitals), small);
}

TEST(Tokenize, KnowsScriptsWithoutCapitals) {
  for (const char* text : {"Nvidia – “Größe”", "Хуавэй", "Ελλάδα", "1,5 €", ""}) {
    EXPECT_FALSE(Tokenize(text).may_have_caseless) << text;
    EXPECT_FALSE(Tokenize(text).may_have_east_asian) << text;
  }
  for (const char* text : {"the word שלום", "جامعة", "विश्व", "ไทย"})
    EXPECT_TRUE(Tokenize(text).may_have_caseless) << text;
  for (const char* text : {"a 昇", "엔비디아", "エヌ", "ひ", "㍿"})
    EXPECT_TRUE(Tokenize(text).may_have_east_asian) << text;
}

TEST(Tokenize, FoldsCaseWidthAndTraditionalCharacters) {
  EXPECT_EQ(FoldPhrase("Ｈ１００  STRAßE"), "h100 straße");
  EXPECT_EQ(FoldPhrase("輝達"), FoldPhrase("辉达"));
  EXPECT_EQ(FoldPhrase("Moody’s"), FoldPhrase("Moody's"));
  EXPECT_EQ(FoldPhrase("İki"), "iki");
}

TEST(Tokenize, LeavesInvisibleCharactersOutOfTheSpelling) {
  const std::string text = "Chip\xC2\xADhersteller";  // a soft hyphen
  const TokenizedText tokenized = Tokenize(text);
  ASSERT_EQ(tokenized.tokens.size(), 1U);
  EXPECT_EQ(tokenized.Folded(tokenized.tokens[0]), "chiphersteller");
  EXPECT_EQ(tokenized.tokens[0].span.size(), text.size());
}

TEST(Tokenize, MakesSignsOfBytesThatAreNotUtf8) {
  EXPECT_THAT(Written("a\xFF\xC3"
                      "b"),
              ElementsAre("a", "\xFF", "\xC3", "b"));
}

}  // namespace
}  // namespace newsgraph::extract
