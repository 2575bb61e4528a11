#include "tools/detecting_extractor.h"

#include <utility>

#include "ingest/language.h"

namespace newsgraph::tools {

DetectingExtractor::DetectingExtractor(std::unique_ptr<Extractor> extractor) : extractor_(std::move(extractor)) {}

Extraction DetectingExtractor::Extract(const Article& article) const {
  if (!article.language.empty()) return extractor_->Extract(article);
  Article detected = article;
  detected.language = ingest::DetectLanguage(article.text);
  return extractor_->Extract(detected);
}

const Catalogue& DetectingExtractor::catalogue() const { return extractor_->catalogue(); }

}  // namespace newsgraph::tools
