// How much work claims are: it grows with the text, and no faster.
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_objects.h"
#include "extract/claim_roles.h"
#include "extract/claim_times.h"
#include "extract/entities.h"
#include "extract/figures.h"
#include "extract/metrics.h"
#include "extract/pack_extractor.h"
#include "extract/sentences.h"
#include "extract/tokenizer.h"
#include "model/extraction.h"

namespace newsgraph::extract {
namespace {

// How many words and owners are weighed for each figure of a text.
double WeighedPerFigure(const std::string& language, const std::string& text) {
  static PackErrors errors;
  static const PackSet packs(EmbeddedPacks(), errors);
  static Catalogue catalogue = MetricsOf(packs);
  static Lexicon::Builder builder;
  static const SentenceSplitter splitter(packs, errors);
  static const EntityFinder entities(packs, builder, catalogue, errors);
  static const FigureFinder figures(packs, builder, catalogue);
  static const ClaimRules rules = LoadClaimRules(packs, builder, catalogue);
  static const std::unique_ptr<const Lexicon> lexicon = builder.Build();
  TokenizedText tokenized = Tokenize(text);
  const LanguageSet spoken = packs.LanguagesOf(language);
  TextHits hits = lexicon->Search(text, tokenized, spoken);
  std::vector<Sentence> sentences = splitter.Split(text, tokenized, LinesOf(text, tokenized.tokens), spoken);
  const Document document(text, language, spoken, std::move(tokenized), std::move(sentences), {}, std::move(hits));
  Extraction read;
  read.entities = entities.Find(document);
  read.figures = figures.Find(document, read.entities, {});
  const ClaimContext context(document, read, rules, figures.nouns(), catalogue);
  for (std::uint32_t i = 0; i < read.figures.size(); ++i) {
    const Sentence& sentence = *document.SentenceAt(read.figures[i].span.begin);
    const auto binding = Bind(context, sentence, {ValueRef::Kind::kFigure, i}, nullptr);
    const auto subject = binding ? FindSubject(context, *binding, {}, {}) : std::nullopt;
    EXPECT_TRUE(subject) << i;
    if (!subject) continue;
    FindObject(context, *binding, *subject);
    FindTime(context, *binding, {}, std::nullopt);
  }
  return static_cast<double>(context.weighed()) / static_cast<double>(read.figures.size());
}

TEST(ClaimCost, WeighsNoMoreForAValueInALongSentence) {
  const auto clauses = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "Nvidia verkaufte 5 Chips, ";
    return text;
  };
  const double in_short = WeighedPerFigure("de", clauses(8));
  EXPECT_GT(in_short, 1);
  EXPECT_LT(WeighedPerFigure("de", clauses(90)), 1.5 * in_short);
  EXPECT_LT(WeighedPerFigure("de", clauses(900)), 1.5 * in_short);
}

TEST(ClaimCost, WeighsNoMoreForAValueInALongText) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Sales of Siemens rose 3 percent. "},
      {"de", "Der Absatz von Siemens stieg um 3 Prozent. "},
      {"zh", "西门子销量增长3%。"},
      {"en", "Siemens will invest 5 million dollars in the Tesla Model 3. "},
  };
  for (const auto& [language, sentence] : texts) {
    const auto repeated = [&sentence](int count) {
      std::string text;
      for (int i = 0; i < count; ++i) text += sentence;
      return text;
    };
    const double in_short = WeighedPerFigure(language, repeated(8));
    EXPECT_GT(in_short, 1) << sentence;
    EXPECT_LT(WeighedPerFigure(language, repeated(400)), 1.5 * in_short) << sentence;
  }
}

}  // namespace
}  // namespace newsgraph::extract
