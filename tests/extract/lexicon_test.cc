#include "extract/lexicon.h"

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr LanguageSet kFirst = 1;
constexpr LanguageSet kSecond = 2;

struct Word {
  std::string surface;
  Sense sense = {};
};

// The matched bytes of each hit, with "…" before the last part of a compound.
std::vector<std::string> Search(const std::vector<Word>& words, const std::string& text,
                                LanguageSet languages = kFirst) {
  Lexicon::Builder builder;
  for (const Word& word : words) builder.Add(word.surface, word.sense);
  for (const char* ending : {"s", "en"}) builder.AddEnding(ending, kFirst);
  const std::unique_ptr<const Lexicon> lexicon = builder.Build();
  std::vector<std::string> out;
  for (const Hit& hit : lexicon->Search(text, Tokenize(text), languages).all) {
    out.push_back((hit.compound_head ? "…" : "") + std::string(hit.span.In(text)));
  }
  return out;
}

TEST(Lexicon, FindsWholeWordsWhateverTheirCase) {
  EXPECT_THAT(Search({{"chip"}}, "Chip CHIP chipping"), ElementsAre("Chip", "CHIP"));
}

TEST(Lexicon, FindsPhrasesOverAnyWhiteSpace) {
  EXPECT_THAT(Search({{"Hong Kong"}}, "Hong  Kong, Hong\nKong, HongKong"), ElementsAre("Hong  Kong", "Hong\nKong"));
}

TEST(Lexicon, FindsOverlappingWordsLongestFirst) {
  EXPECT_THAT(Search({{"Alibaba"}, {"Alibaba Cloud"}, {"Cloud"}}, "Alibaba Cloud"),
              ElementsAre("Alibaba Cloud", "Alibaba", "Cloud"));
}

TEST(Lexicon, FindsWordsInTextsWithoutSpaces) {
  EXPECT_THAT(Search({{"华为"}, {"芯片"}}, "華為的芯片"), ElementsAre("華為", "芯片"));
}

TEST(Lexicon, FindsWordsWithEndingsOfTheirLanguage) {
  EXPECT_THAT(Search({{"Huawei"}}, "Huaweis"), ElementsAre("Huaweis"));
  EXPECT_THAT(Search({{"Huawei"}}, "Huaweis", kSecond), IsEmpty());
  EXPECT_THAT(Search({{"Huawei", {.inflects = false}}}, "Huaweis"), IsEmpty());
  EXPECT_THAT(Search({{"Huawei"}}, "Huaweix"), IsEmpty());
}

TEST(Lexicon, FindsExactCaseWithAndWithoutEnding) {
  const std::vector<Word> us = {{"US", {.exact_case = true}}};
  EXPECT_THAT(Search(us, "US us Us"), ElementsAre("US"));
  EXPECT_THAT(Search(us, "uses"), IsEmpty());
}

TEST(Lexicon, FindsTheHeadsOfCompounds) {
  const std::vector<Word> production = {{"Produktion", {.compound_head = true}}};
  EXPECT_THAT(Search(production, "Chipproduktion"), ElementsAre("…produktion"));
  EXPECT_THAT(Search(production, "Chipproduktionen"), ElementsAre("…produktionen"));
  EXPECT_THAT(Search(production, "Produktion"), ElementsAre("Produktion"));
  EXPECT_THAT(Search({{"Produktion"}}, "Chipproduktion"), IsEmpty());
}

TEST(Lexicon, CountsWordsInTheirLanguagesOnly) {
  const std::vector<Word> gift = {{"Gift", {.languages = kFirst}}};
  EXPECT_THAT(Search(gift, "Gift", kFirst), ElementsAre("Gift"));
  EXPECT_THAT(Search(gift, "Gift", kSecond), IsEmpty());
  EXPECT_THAT(Search({{"Nvidia"}}, "Nvidia", kNoLanguage), ElementsAre("Nvidia"));
}

TEST(Lexicon, HasAWordOnceHoweverOftenItIsAdded) {
  EXPECT_THAT(Search({{"輝達"}, {"辉达"}, {"Chip"}, {"chip"}}, "辉达 Chip"), ElementsAre("辉达", "Chip"));
}

}  // namespace
}  // namespace newsgraph::extract
