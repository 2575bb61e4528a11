#include "extract/pack_extractor.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "extract/boilerplate.h"
#include "extract/claims.h"
#include "extract/cldr_languages.h"
#include "extract/cues.h"
#include "extract/dates.h"
#include "extract/document.h"
#include "extract/entities.h"
#include "extract/figures.h"
#include "extract/lexicon.h"
#include "extract/lines.h"
#include "extract/metrics.h"
#include "extract/pack.h"
#include "extract/plausibility.h"
#include "extract/sentences.h"
#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

// Tokens of masked text are marked, and its hits dropped, so that no stage has
// to look at the masks again.
void Mask(const std::vector<MaskedText>& masked, TokenizedText& tokenized, TextHits& hits) {
  if (masked.empty()) return;
  auto mask = masked.begin();
  for (Token& token : tokenized.tokens) {
    while (mask != masked.end() && mask->span.end <= token.span.begin) ++mask;
    if (mask == masked.end()) break;
    token.masked = mask->span.Overlaps(token.span);
  }
  hits.DropMasked(tokenized.tokens);
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
  // `others` may be null: languages without a pack are read without words then.
  PackExtractor(PackSet packs, std::unique_ptr<const CldrLanguages> others, PackErrors& errors)
      : PackExtractor(std::move(packs), std::move(others), std::make_unique<Lexicon::Builder>(), errors) {}

  Extraction Extract(const Article& article) const override {
    if (const Reader* other = OtherReader(article.language)) return Signed(other->Extract(Known(article)), article);
    Extraction out = Begin(article);
    Read(article, DocumentOf(article.text, out.language), out);
    return out;
  }

  ArticleReading Read(const Article& article) const override {
    if (const Reader* other = OtherReader(article.language)) {
      ArticleReading read = other->Read(Known(article));
      read.extraction = Signed(std::move(read.extraction), article);
      return read;
    }
    ArticleReading out{Begin(article), {}, {}};
    const Document document = DocumentOf(article.text, out.extraction.language);
    Read(article, document, out.extraction);
    out.sentences = ReadSentences(document, out.extraction);
    out.cues = cues_.Find(document);
    return out;
  }

  const Catalogue& catalogue() const override { return catalogue_; }

 private:
  PackExtractor(PackSet packs, std::unique_ptr<const CldrLanguages> others, std::unique_ptr<Lexicon::Builder> words,
                PackErrors& errors)
      : packs_(std::move(packs)),
        others_(std::move(others)),
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
    ReadUnnamedSources(packs_, catalogue_);
    ReadGeneralNouns(packs_, catalogue_);
    lexicon_ = words->Build();
  }

  // What reads texts of a language that no pack speaks; null where one speaks it,
  // and where CLDR does not know it.
  const Reader* OtherReader(const std::string& language) const {
    if (others_ == nullptr || packs_.LanguagesOf(language) != kNoLanguage) return nullptr;
    const std::string known = CldrLanguages::Known(language);
    return known.empty() ? nullptr : others_->Of(known);
  }

  // In the language by which CLDR knows it.
  static Article Known(Article article) {
    article.language = CldrLanguages::Known(article.language);
    return article;
  }

  // As this extractor's own.
  Extraction Signed(Extraction out, const Article& article) const {
    out.language = article.language;
    out.rules_version = packs_.version();
    return out;
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
    claims_.Find(document, out, published);
  }

  Document DocumentOf(std::string_view text, std::string_view language) const {
    const LanguageSet languages = packs_.LanguagesOf(language);
    TokenizedText tokenized = Tokenize(text);
    const std::vector<Line> lines = LinesOf(text, tokenized.tokens);
    TextHits hits = lexicon_->Search(text, tokenized, languages);
    std::vector<MaskedText> masked = boilerplate_.Find(text, tokenized, lines, hits);
    Mask(masked, tokenized, hits);
    std::vector<Sentence> sentences = sentences_.Split(text, tokenized, lines, languages);
    return Document(text, language, languages, std::move(tokenized), std::move(sentences), std::move(masked),
                    std::move(hits));
  }

  PackSet packs_;
  std::unique_ptr<const CldrLanguages> others_;
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

StatusOr<std::unique_ptr<Reader>> Made(PackSet packs, std::unique_ptr<const CldrLanguages> others, PackErrors& errors) {
  auto extractor = std::make_unique<PackExtractor>(std::move(packs), std::move(others), errors);
  RETURN_IF_ERROR(errors.ToStatus());
  return std::unique_ptr<Reader>(std::move(extractor));
}

// From packs of which one is of a language.
StatusOr<std::unique_ptr<Reader>> ExtractorOfOne(const std::vector<PackFile>& files) {
  PackErrors errors;
  return Made(PackSet(files, errors), nullptr, errors);
}

// Those that are of no language.
std::vector<PackFile> SharedPacks(const std::vector<PackFile>& files, const PackSet& packs) {
  std::vector<PackFile> shared;
  for (const PackFile& file : files) {
    const bool of_one = std::any_of(packs.packs().begin(), packs.packs().end(), [&file](const Pack& pack) {
      return pack.name == file.name && !pack.language.empty();
    });
    if (!of_one) shared.push_back(file);
  }
  return shared;
}

}  // namespace

StatusOr<std::unique_ptr<Reader>> LoadExtractor(const std::string& packs_dir) {
  ASSIGN_OR_RETURN(const std::vector<PackFile> files, ReadPacks(packs_dir));
  return ExtractorOf(files);
}

StatusOr<std::unique_ptr<Reader>> LoadExtractorFor(std::string_view language, const std::string& packs_dir) {
  ASSIGN_OR_RETURN(std::vector<PackFile> files, ReadPacks(packs_dir));
  files = PacksFor(language, std::move(files));
  const bool spoken =
      std::any_of(files.begin(), files.end(), [](const PackFile& file) { return !LanguageOf(file).empty(); });
  // What others would make of it when its first text comes, made at once and alone.
  if (const std::string known = spoken ? "" : CldrLanguages::Known(language); known == language && !known.empty())
    return ExtractorOfOne(CldrLanguages::WithPackOf(known, std::move(files)));
  return ExtractorOf(files);
}

StatusOr<std::unique_ptr<Reader>> ExtractorOf(const std::vector<PackFile>& files) {
  PackErrors errors;
  PackSet packs(files, errors);
  auto others = std::make_unique<const CldrLanguages>(SharedPacks(files, packs), ExtractorOfOne);
  return Made(std::move(packs), std::move(others), errors);
}

}  // namespace newsgraph::extract
