// Two versions of an article, read with the packs: what the later one changed, and whether it says so.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "compare/evidence.h"
#include "compare/revision.h"
#include "extract/pack_extractor.h"

namespace newsgraph {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

struct Version {
  std::vector<Evidence> claims;
  bool marked = false;
};

const Reader& Embedded() {
  static const auto reader = extract::LoadExtractor("");
  EXPECT_TRUE(reader.ok()) << reader.status();
  return **reader;
}

Version Read(const std::string& language, const std::string& text) {
  Article article;
  article.id = "article";
  article.language = language;
  article.text = text;
  article.published = std::chrono::sys_days(std::chrono::January / 20 / 2026);
  const ArticleReading reading = Embedded().Read(article);
  return {compare::EvidenceOf(article, reading.extraction), compare::MarksCorrection(reading)};
}

std::vector<Conflict> Changes(const Version& earlier, const Version& later) {
  const auto correction = later.marked ? compare::Correction::kMarked : compare::Correction::kSilent;
  return compare::FindRevisions(earlier.claims, later.claims, correction, Embedded().catalogue());
}

struct Story {
  std::string language;
  std::string earlier;
  std::string later;
  std::string correction;  // what stands below it where it is marked
};

const std::vector<Story>& Stories() {
  static const std::vector<Story> stories = {
      {"en", "SMIC to expand\n\nSMIC will invest 5 billion yuan in new lines.",
       "SMIC to expand\n\nSMIC will invest 50 billion yuan in new lines.",
       "Correction: An earlier version of this article misstated the sum."},
      {"de", "SMIC baut aus\n\nSMIC will 5 Milliarden Yuan in neue Anlagen investieren.",
       "SMIC baut aus\n\nSMIC will 50 Milliarden Yuan in neue Anlagen investieren.",
       "In einer früheren Version dieses Artikels war die Summe falsch."},
      {"fr", "SMIC s’agrandit\n\nSMIC va investir 5 milliards de yuans dans de nouvelles lignes.",
       "SMIC s’agrandit\n\nSMIC va investir 50 milliards de yuans dans de nouvelles lignes.",
       "Une version précédente de cet article donnait une autre somme."},
      {"es", "SMIC crece\n\nSMIC invertirá 5.000 millones de yuanes en nuevas líneas.",
       "SMIC crece\n\nSMIC invertirá 50.000 millones de yuanes en nuevas líneas.",
       "Fe de errores: la suma estaba equivocada."},
      {"zh", "中芯国际扩产\n\n中芯国际将投资50亿元人民币扩建生产线。",
       "中芯国际扩产\n\n中芯国际将投资500亿元人民币扩建生产线。", "更正：此前报道的金额不对。"},
      {"ru", "SMIC расширяется\n\nSMIC инвестирует 5 млрд юаней в новые линии.",
       "SMIC расширяется\n\nSMIC инвестирует 50 млрд юаней в новые линии.",
       "В предыдущей версии статьи сумма была другой."}};
  return stories;
}

TEST(Corrections, ChangedSumsAreSilentWhereTheTextDoesNotMarkThem) {
  for (const Story& story : Stories()) {
    const std::vector<Conflict> found = Changes(Read(story.language, story.earlier), Read(story.language, story.later));
    ASSERT_THAT(found, SizeIs(1)) << story.language;
    EXPECT_EQ(found[0].metric, "investment") << story.language;
    EXPECT_EQ(found[0].severity, Severity::kHard) << story.language;
  }
}

TEST(Corrections, AreNotesWhereTheTextMarksThem) {
  for (const Story& story : Stories()) {
    const Version later = Read(story.language, story.later + "\n\n" + story.correction);
    const std::vector<Conflict> found = Changes(Read(story.language, story.earlier), later);
    ASSERT_THAT(found, SizeIs(1)) << story.language;
    EXPECT_EQ(found[0].severity, Severity::kNote) << story.language;
  }
}

TEST(Corrections, AreNoneInTheSameTextReadAgain) {
  for (const Story& story : Stories()) {
    const Version version = Read(story.language, story.later);
    EXPECT_THAT(Changes(version, version), IsEmpty()) << story.language;
  }
}

}  // namespace
}  // namespace newsgraph
