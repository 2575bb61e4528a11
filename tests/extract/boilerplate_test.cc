// Masks in whole pages: what no single rule shows.
#include "extract/boilerplate.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "extract/pack_extractor.h"

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Masked(const std::string& language, const std::string& text) {
  static const auto extractor = LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  Article article;
  article.id = "page";
  article.language = language;
  article.text = text;
  std::vector<std::string> out;
  for (const MaskedText& masked : (*extractor)->Extract(article).masked) out.emplace_back(masked.span.In(text));
  return out;
}

TEST(Boilerplate, SparesTheNewsAfterAMarkWhoseAdvertisementIsGone) {
  EXPECT_THAT(Masked("de", "Nvidia wächst.\n\nAnzeige\n\nDer Umsatz stieg um 20 Prozent auf 5 Milliarden Dollar."),
              ElementsAre("Anzeige"));
}

TEST(Boilerplate, MasksScrapsBetweenMaskedLines) {
  EXPECT_THAT(Masked("de",
                     "Nvidia wächst.\n\nGerne stehe ich Ihnen zur Verfügung.\n\nErika Muster\n\nIch freue mich auf "
                     "unser Projekt."),
              ElementsAre("Gerne stehe ich Ihnen zur Verfügung.\n\nErika Muster\n\nIch freue mich auf unser Projekt."));
}

TEST(Boilerplate, MasksTheRestOfAPageOnlyNearItsEnd) {
  const std::string news =
      "Nvidia wächst, und der Umsatz stieg in drei Monaten um 20 Prozent auf fünf Milliarden Dollar, teilte die Firma "
      "mit.";
  EXPECT_THAT(Masked("de", news + "\n\nKontakt\n\nErika Muster ist da."),
              ElementsAre("Kontakt\n\nErika Muster ist da."));
  EXPECT_THAT(Masked("de", "Nvidia wächst.\n\nKontakt\n\n" + news), ElementsAre("Kontakt"));
}

TEST(Boilerplate, SparesQuotesThatSpeakToSomebody) {
  EXPECT_THAT(
      Masked("de", "„Wir liefern, was Sie wollen. Erfahren Sie mehr, profitieren Sie, rufen Sie an“, sagte er."),
      IsEmpty());
}

TEST(Boilerplate, KeepsNamesAndFiguresOfMaskedTextOut) {
  static const auto extractor = LoadExtractor("");
  ASSERT_TRUE(extractor.ok());
  Article article;
  article.id = "page";
  article.language = "de";
  article.text = "Nvidia wächst.\n\nBildnachweis: Intel, 40 Bilder";
  const Extraction read = (*extractor)->Extract(article);
  ASSERT_EQ(read.entities.size(), 1U);
  EXPECT_EQ(read.entities[0].entity.id, "nvidia");
  EXPECT_THAT(read.figures, IsEmpty());
  ASSERT_EQ(read.masked.size(), 1U);
  EXPECT_EQ(read.masked[0].reason, "de.credit");
}

}  // namespace
}  // namespace newsgraph::extract
