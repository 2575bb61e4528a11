#include "extract/pack_extractor.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "extract/boilerplate.h"
#include "extract/claims.h"
#include "extract/cldr_languages.h"
#include "extract/dates.h"
#include "extract/document.h"
#include "extract/entities.h"
#include "extract/figures.h"
#include "extract/lexicon.h"
#include "extract/metrics.h"
#include "extract/pack.h"
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

class PackExtractor final : public Extractor {
 public:
  // `others` may be null: languages without a pack are read without words then.
  PackExtractor(PackSet packs, std::unique_ptr<const CldrLanguages> others, PackErrors& errors)
      : PackExtractor(std::move(packs), std::move(others), std::make_unique<Lexicon::Builder>(), errors) {}

  Extraction Extract(const Article& article) const override {
    Extraction out;
    out.language = article.language.empty() ? "und" : article.language;
    out.rules_version = packs_.version();
    const LanguageSet languages = packs_.LanguagesOf(out.language);
    if (languages == kNoLanguage && others_ != nullptr) {
      if (std::optional<Extraction> read = ReadByCldr(article)) return *std::move(read);
    }
    const Document document = Read(article.text, out.language, languages);
    out.masked.assign(document.masked().begin(), document.masked().end());
    std::optional<Day> published;
    if (article.published) published = std::chrono::floor<std::chrono::days>(*article.published);
    out.entities = entities_.Find(document);
    out.dates = dates_.Find(document, published, MentionSpans(out.entities));
    out.figures = figures_.Find(document, out.entities, out.dates);
    out.claims = claims_.Find(document, out);
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
        claims_(packs_, *words, catalogue_, figures_.nouns()) {
    for (const Pack& pack : packs_.packs()) {
      for (const std::string& ending : pack.root["endings"].Words()) words->AddEnding(ending, pack.languages);
    }
    lexicon_ = words->Build();
  }

  // A text of a language that no pack speaks; nothing where CLDR does not know it.
  std::optional<Extraction> ReadByCldr(const Article& article) const {
    Article known = article;
    known.language = CldrLanguages::Known(article.language);
    const Extractor* const other = known.language.empty() ? nullptr : others_->Of(known.language);
    if (other == nullptr) return std::nullopt;
    Extraction out = other->Extract(known);
    out.language = article.language;
    out.rules_version = packs_.version();
    return out;
  }

  Document Read(std::string_view text, std::string_view language, LanguageSet languages) const {
    TokenizedText tokenized = Tokenize(text);
    std::vector<Hit> hits = lexicon_->Search(text, tokenized, languages);
    std::vector<MaskedText> masked = boilerplate_.Find(text, tokenized, hits);
    Mask(masked, tokenized, hits);
    std::vector<Sentence> sentences = sentences_.Split(text, tokenized, languages);
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
  std::unique_ptr<const Lexicon> lexicon_;
};

StatusOr<std::unique_ptr<Extractor>> Made(PackSet packs, std::unique_ptr<const CldrLanguages> others,
                                          PackErrors& errors) {
  auto extractor = std::make_unique<PackExtractor>(std::move(packs), std::move(others), errors);
  RETURN_IF_ERROR(errors.ToStatus());
  return std::unique_ptr<Extractor>(std::move(extractor));
}

// From packs of which one is of a language.
StatusOr<std::unique_ptr<Extractor>> ExtractorOfOne(const std::vector<PackFile>& files) {
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

StatusOr<std::unique_ptr<Extractor>> LoadExtractor(const std::string& packs_dir) {
  ASSIGN_OR_RETURN(const std::vector<PackFile> files, ReadPacks(packs_dir));
  return ExtractorOf(files);
}

StatusOr<std::unique_ptr<Extractor>> ExtractorOf(const std::vector<PackFile>& files) {
  PackErrors errors;
  PackSet packs(files, errors);
  auto others = std::make_unique<const CldrLanguages>(SharedPacks(files, packs), ExtractorOfOne);
  return Made(std::move(packs), std::move(others), errors);
}

}  // namespace newsgraph::extract
