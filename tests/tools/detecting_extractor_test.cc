#include "tools/detecting_extractor.h"

#include <gtest/gtest.h>

#include <string>

#include "model/catalogue.h"

namespace newsgraph::tools {
namespace {

// Says which language it was told, and nothing else.
class EchoingExtractor : public Reader {
 public:
  Extraction Extract(const Article& article) const override {
    Extraction extraction;
    extraction.language = article.language;
    return extraction;
  }
  ArticleReading Read(const Article& article) const override { return {Extract(article), {}, {}}; }
  const Catalogue& catalogue() const override { return catalogue_; }

 private:
  Catalogue catalogue_;
};

constexpr const char* kGerman = "Der Konzern will im kommenden Jahr rund 600.000 Chips herstellen.";

// The language that an article with `text` is read in.
std::string LanguageFor(const std::string& text, const std::string& given) {
  Article article;
  article.text = text;
  article.language = given;
  return DetectingExtractor(EchoingExtractor()).Extract(article).language;
}

TEST(DetectingExtractor, DetectsTheLanguageWhereNoneIsGiven) {
  EXPECT_EQ(LanguageFor(kGerman, ""), "de");
  EXPECT_EQ(LanguageFor("600.000", ""), "und");
}

TEST(DetectingExtractor, DetectsForReadingToo) {
  Article article;
  article.text = kGerman;
  const EchoingExtractor echoing;
  const DetectingExtractor extractor(echoing);
  EXPECT_EQ(extractor.Read(article).extraction.language, "de");
}

TEST(DetectingExtractor, TellsWhatATextIsRecognizedBy) {
  Article article;
  article.text = kGerman;
  const EchoingExtractor echoing;
  const DetectingExtractor extractor(echoing);
  EXPECT_FALSE(extractor.Extract(article).signature.empty);
  EXPECT_EQ(extractor.Read(article).extraction.signature, extractor.Extract(article).signature);
}

TEST(DetectingExtractor, BelievesTheLanguageThatIsGiven) { EXPECT_EQ(LanguageFor(kGerman, "nl"), "nl"); }

}  // namespace
}  // namespace newsgraph::tools
