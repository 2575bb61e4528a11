#include "tools/detecting_extractor.h"

#include <utility>

#include "ingest/language.h"

namespace newsgraph::tools {
namespace {

Article Detected(Article article) {
  article.language = ingest::DetectLanguage(article.text);
  return article;
}

}  // namespace

DetectingExtractor::DetectingExtractor(std::unique_ptr<Reader> extractor) : extractor_(std::move(extractor)) {}

Extraction DetectingExtractor::Extract(const Article& article) const {
  if (!article.language.empty()) return extractor_->Extract(article);
  return extractor_->Extract(Detected(article));
}

ArticleReading DetectingExtractor::Read(const Article& article) const {
  if (!article.language.empty()) return extractor_->Read(article);
  return extractor_->Read(Detected(article));
}

const Catalogue& DetectingExtractor::catalogue() const { return extractor_->catalogue(); }

}  // namespace newsgraph::tools
