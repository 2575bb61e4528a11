#include "extract/pack_extractor.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "extract/boilerplate.h"
#include "extract/claims.h"
#include "extract/cues.h"
#include "extract/dates.h"
#include "extract/document.h"
#include "extract/entities.h"
#include "extract/figures.h"
#include "extract/lexicon.h"
#include "extract/metrics.h"
#include "extract/pack.h"
#include "extract/plausibility.h"
#include "extract/sentences.h"
#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

// Tokens of masked text are marked, and its hits dropped, so that no stage has
// to look at the masks again.
void Mask(const std::vector<MaskedText>& masked, TokenizedText& tokenized, std::vector<Hit>& hits) {
  auto mask = masked.begin();
  for (Token& token : tokenized.tokens) {
    while (mask != masked.end() && mask->span.end <= token.span.begin) ++mask;
    if (mask == masked.end()) break;
    token.masked = mask->span.Overlaps(token.span);
  }
  std::erase_if(hits, [&tokenized](const Hit& hit) { return tokenized.tokens[hit.first_token].masked; });
}

std::vector<TextSpan> MentionSpans(const std::vector<MentionedEntity>& entities) {
  std::vector<TextSpan> spans;
  for (const MentionedEntity& entity : entities) {
    spans.insert(spans.end(), entity.mentions.begin(), entity.mentions.end());
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

class PackExtractor final : public Reader {
 public:
  PackExtractor(PackSet packs, PackErrors& errors)
      : PackExtractor(std::move(packs), std::make_unique<Lexicon::Builder>(), errors) {}

  Extraction Extract(const Article& article) const override {
    Extraction out = Begin(article);
    Read(article, DocumentOf(article.text, out.language), out);
    return out;
  }

  ArticleReading Read(const Article& article) const override {
    ArticleReading out{Begin(article), {}, {}};
    const Document document = DocumentOf(article.text, out.extraction.language);
    Read(article, document, out.extraction);
    out.sentences = ReadSentences(document, out.extraction);
    out.cues = cues_.Find(document);
    return out;
  }

  const Catalogue& catalogue() const override { return catalogue_; }

 private:
  PackExtractor(PackSet packs, std::unique_ptr<Lexicon::Builder> words, PackErrors& errors)
      : packs_(std::move(packs)),
        catalogue_(MetricsOf(packs_)),
        boilerplate_(packs_, *words, errors),
        sentences_(packs_, errors),
        entities_(packs_, *words, catalogue_, errors),
        dates_(packs_, *words, errors),
        figures_(packs_, *words, catalogue_),
        claims_(packs_, *words, catalogue_, figures_.nouns()),
        cues_(packs_, *words) {
    for (const Pack& pack : packs_.packs()) {
      for (const std::string& ending : pack.root["endings"].Words()) words->AddEnding(ending, pack.languages);
    }
    ReadPlausibility(packs_, catalogue_);
    lexicon_ = words->Build();
  }

  Extraction Begin(const Article& article) const {
    Extraction out;
    out.language = article.language.empty() ? "und" : article.language;
    out.rules_version = packs_.version();
    return out;
  }

  void Read(const Article& article, const Document& document, Extraction& out) const {
    out.masked.assign(document.masked().begin(), document.masked().end());
    std::optional<Day> published;
    if (article.published) published = std::chrono::floor<std::chrono::days>(*article.published);
    out.entities = entities_.Find(document);
    out.dates = dates_.Find(document, published, MentionSpans(out.entities));
    out.figures = figures_.Find(document, out.entities, out.dates);
    out.claims = claims_.Find(document, out);
  }

  Document DocumentOf(std::string_view text, std::string_view language) const {
    const LanguageSet languages = packs_.LanguagesOf(language);
    TokenizedText tokenized = Tokenize(text);
    std::vector<Hit> hits = lexicon_->Search(text, tokenized, languages);
    std::vector<MaskedText> masked = boilerplate_.Find(text, tokenized, hits);
    Mask(masked, tokenized, hits);
    std::vector<Sentence> sentences = sentences_.Split(text, tokenized, languages);
    return Document(text, language, languages, std::move(tokenized), std::move(sentences), std::move(masked),
                    std::move(hits));
  }

  PackSet packs_;
  Catalogue catalogue_;
  Boilerplate boilerplate_;
  SentenceSplitter sentences_;
  EntityFinder entities_;
  DateFinder dates_;
  FigureFinder figures_;
  ClaimFinder claims_;
  CueFinder cues_;
  std::unique_ptr<const Lexicon> lexicon_;
};

}  // namespace

StatusOr<std::unique_ptr<Reader>> LoadExtractor(const std::string& packs_dir) {
  ASSIGN_OR_RETURN(const std::vector<PackFile> files, ReadPacks(packs_dir));
  return ExtractorOf(files);
}

StatusOr<std::unique_ptr<Reader>> LoadExtractorFor(std::string_view language, const std::string& packs_dir) {
  ASSIGN_OR_RETURN(std::vector<PackFile> files, ReadPacks(packs_dir));
  return ExtractorOf(PacksFor(language, std::move(files)));
}

StatusOr<std::unique_ptr<Reader>> ExtractorOf(const std::vector<PackFile>& files) {
  PackErrors errors;
  auto extractor = std::make_unique<PackExtractor>(PackSet(files, errors), errors);
  RETURN_IF_ERROR(errors.ToStatus());
  return std::unique_ptr<Reader>(std::move(extractor));
}

}  // namespace newsgraph::extract
