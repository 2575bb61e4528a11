#include "extract/sentences.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Splitter {
  PackErrors errors;
  PackSet packs = PackSet(EmbeddedPacks(), errors);
  SentenceSplitter splitter = SentenceSplitter(packs, errors);
};

const Splitter& Embedded() {
  static const Splitter splitter;
  return splitter;
}

std::vector<Sentence> Split(const std::string& language, std::string_view text) {
  const TokenizedText tokenized = Tokenize(text);
  return Embedded().splitter.Split(text, tokenized, LinesOf(text, tokenized.tokens),
                                   Embedded().packs.LanguagesOf(language));
}

std::vector<std::string> Sentences(const std::string& language, std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : Split(language, text)) out.emplace_back(sentence.span.In(text));
  return out;
}

TEST(SentenceSplitter, EndsAtAStopBeforeACapital) {
  EXPECT_THAT(Sentences("de", "Der Umsatz stieg. Nvidia wächst! Warum? Darum."),
              ElementsAre("Der Umsatz stieg.", "Nvidia wächst!", "Warum?", "Darum."));
}

TEST(SentenceSplitter, FindsNothingInNothing) {
  EXPECT_THAT(Sentences("de", ""), IsEmpty());
  EXPECT_THAT(Sentences("de", " \n\n "), IsEmpty());
}

TEST(SentenceSplitter, GoesOnAfterAbbreviations) {
  EXPECT_THAT(Sentences("de", "Es sind 5 Mrd. Euro bzw. 6 Mrd. Dollar, z. B. für Dr. Müller."),
              ElementsAre("Es sind 5 Mrd. Euro bzw. 6 Mrd. Dollar, z. B. für Dr. Müller."));
  EXPECT_THAT(Sentences("en", "Nyocor Co. Ltd. sold No. 3 to J. P. Smith Inc. of the U.S. Navy at 5 p.m. Tuesday."),
              ElementsAre("Nyocor Co. Ltd. sold No. 3 to J. P. Smith Inc. of the U.S. Navy at 5 p.m. Tuesday."));
}

TEST(SentenceSplitter, EndsAtAnAbbreviationBeforeAStarter) {
  EXPECT_THAT(Sentences("en", "It was bought by Apple Inc. The price is unknown."),
              ElementsAre("It was bought by Apple Inc.", "The price is unknown."));
  EXPECT_THAT(Sentences("de", "Es kostet 5 Mrd. Das ist viel."), ElementsAre("Es kostet 5 Mrd.", "Das ist viel."));
}

TEST(SentenceSplitter, EndsBehindASyllable) {
  EXPECT_THAT(Sentences("ko", "관세율은 15%다. 회사는 500대를 팔았다."),
              ElementsAre("관세율은 15%다.", "회사는 500대를 팔았다."));
}

TEST(SentenceSplitter, GoesOnAfterOrdinalsWhereTheLanguageWritesThem) {
  EXPECT_THAT(Sentences("de", "Am 19. Januar, im 15. Fünfjahresplan. Ende 2024. Danach nicht."),
              ElementsAre("Am 19. Januar, im 15. Fünfjahresplan.", "Ende 2024.", "Danach nicht."));
  EXPECT_THAT(Sentences("de", "Es waren 12. Das reicht."), ElementsAre("Es waren 12.", "Das reicht."));
  EXPECT_THAT(Sentences("en", "There were 12. Nvidia sold them."), ElementsAre("There were 12.", "Nvidia sold them."));
}

TEST(SentenceSplitter, GoesOnInDatesOfNumbers) {
  EXPECT_THAT(Sentences("ko", "2026. 1. 9. 발표했다."), ElementsAre("2026. 1. 9. 발표했다."));
}

TEST(SentenceSplitter, KeepsNumbersAndAddressesWhole) {
  EXPECT_THAT(Sentences("de", "Rund 3.5 Prozent auf www.beispiel.de um 1.65 mehr."),
              ElementsAre("Rund 3.5 Prozent auf www.beispiel.de um 1.65 mehr."));
  EXPECT_THAT(Sentences("en", "1. What it is\n2. What it does"), ElementsAre("1. What it is", "2. What it does"));
}

TEST(SentenceSplitter, LeavesQuotesAndFootnotesWithTheirSentence) {
  EXPECT_THAT(Sentences("de", "„Das ist gut.“ Er ging (leise.) Sie blieb.1 Danach kam nichts."),
              ElementsAre("„Das ist gut.“", "Er ging (leise.)", "Sie blieb.1", "Danach kam nichts."));
}

TEST(SentenceSplitter, StartsNothingWithALowerCaseLetter) {
  EXPECT_THAT(Sentences("es", "Cierra de nov. a marzo."), ElementsAre("Cierra de nov. a marzo."));
}

TEST(SentenceSplitter, GoesOnInLowerCase) {
  EXPECT_THAT(Sentences("en", "What? asked nobody... and left."), ElementsAre("What? asked nobody... and left."));
}

TEST(SentenceSplitter, NeedsNoSpacesInChinese) {
  EXPECT_THAT(Sentences("zh", "华为发布新芯片。英伟达表示：“不可能！”谁信？没人。"),
              ElementsAre("华为发布新芯片。", "英伟达表示：“不可能！”", "谁信？", "没人。"));
}

TEST(SentenceSplitter, EndsWithTheLine) {
  EXPECT_THAT(Sentences("de", "Chinas GPU-Clouds\n\nNvidia wächst\n- erster Punkt\n- zweiter Punkt"),
              ElementsAre("Chinas GPU-Clouds", "Nvidia wächst", "- erster Punkt", "- zweiter Punkt"));
  EXPECT_THAT(Sentences("de", "Eine Überschrift, die ziemlich lang geraten ist und gar nicht endet\n8. Januar 2026"),
              ElementsAre("Eine Überschrift, die ziemlich lang geraten ist und gar nicht endet", "8. Januar 2026"));
}

TEST(SentenceSplitter, GoesOnInWrappedLines) {
  constexpr std::string_view kWrapped =
      "The chipmaker from California said on Monday that\n"
      "Nvidia and its partners would build three further\n"
      "plants in Arizona. Work begins in the next spring\n"
      "and ends in 2028.";
  EXPECT_THAT(Split("en", kWrapped).size(), 2U);
}

// So many times `piece`.
std::string Repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

// What all stages count on who look around in a sentence.
TEST(SentenceSplitter, CutsWhatNoSentenceIs) {
  for (const std::string_view piece :
       {"hundert ", "zwei und ", "5 ft 2 in ", "7.", "(", "!", "\"", "三百八十", "5, "}) {
    const std::string text = Repeated(piece, 5000);
    const std::vector<Sentence> found = Split("de", text);
    std::uint32_t at = 0;
    for (const Sentence& sentence : found) {
      EXPECT_EQ(sentence.first_token, at) << piece;
      EXPECT_LE(sentence.end_token - sentence.first_token, 540U) << piece;
      EXPECT_EQ(sentence.paragraph, 0U) << piece;
      at = sentence.end_token;
    }
    EXPECT_EQ(at, Tokenize(text).tokens.size()) << piece;
  }
}

TEST(SentenceSplitter, CutsBehindASemicolonOrCommaWhereOneIsNear) {
  const std::string start = Repeated("wort ", 440) + "ende; ";
  const std::vector<Sentence> found = Split("de", start + Repeated("danach, ", 100));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].span.begin, start.size());
  const std::string list = Repeated("wort ", 440) + "ende, ";
  EXPECT_EQ(Split("de", list + Repeated("danach ", 100))[1].span.begin, list.size());
}

TEST(SentenceSplitter, LeavesLongSentencesWhole) {
  EXPECT_EQ(Split("de", Repeated("wort, ", 240) + "ende.").size(), 1U);
}

TEST(SentenceSplitter, CountsParagraphs) {
  const std::vector<Sentence> found = Split("de", "Titel\n\nEins. Zwei.\n\nDrei.");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].paragraph, 0U);
  EXPECT_EQ(found[1].paragraph, 1U);
  EXPECT_EQ(found[2].paragraph, 1U);
  EXPECT_EQ(found[3].paragraph, 2U);
}

TEST(SentenceSplitter, LeavesMaskedTextOut) {
  const std::string text = "Eins. Zwei. Drei.";
  TokenizedText tokenized = Tokenize(text);
  tokenized.tokens[2].masked = tokenized.tokens[3].masked = true;
  const auto found =
      Embedded().splitter.Split(text, tokenized, LinesOf(text, tokenized.tokens), Embedded().packs.LanguagesOf("de"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].span.In(text), "Eins.");
  EXPECT_EQ(found[1].span.In(text), "Drei.");
}

}  // namespace
}  // namespace newsgraph::extract
