// An extractor that is told each article's language, and tells its signature.
#pragma once

#include "model/reading.h"

namespace newsgraph::tools {

// Detects the language of articles that name none, then has `extractor` read
// them, and adds what the text is recognized by. extract/ knows neither, and ingest/ no rules; here
// they meet, so that all who extract (commands, server) do it alike.
class DetectingExtractor : public Reader {
 public:
  // `extractor` must outlive it.
  explicit DetectingExtractor(const Reader& extractor) : extractor_(extractor) {}

  Extraction Extract(const Article& article) const override;
  ArticleReading Read(const Article& article) const override;
  const Catalogue& catalogue() const override;

 private:
  const Reader& extractor_;
};

}  // namespace newsgraph::tools
