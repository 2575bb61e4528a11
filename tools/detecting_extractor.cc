#include "tools/detecting_extractor.h"

#include "ingest/language.h"
#include "ingest/signature.h"

namespace newsgraph::tools {
namespace {

Article Detected(Article article) {
  article.language = ingest::DetectLanguage(article.text);
  return article;
}

}  // namespace

Extraction DetectingExtractor::Extract(const Article& article) const {
  Extraction out = extractor_.Extract(article.language.empty() ? Detected(article) : article);
  out.signature = ingest::SignatureOf(article.text);
  return out;
}

ArticleReading DetectingExtractor::Read(const Article& article) const {
  ArticleReading out = extractor_.Read(article.language.empty() ? Detected(article) : article);
  out.extraction.signature = ingest::SignatureOf(article.text);
  return out;
}

const Catalogue& DetectingExtractor::catalogue() const { return extractor_.catalogue(); }

}  // namespace newsgraph::tools
