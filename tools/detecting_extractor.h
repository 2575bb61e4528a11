// An extractor that is told each article's language.
#pragma once

#include <memory>

#include "model/reading.h"

namespace newsgraph::tools {

// Detects the language of articles that name none, then has `extractor` read
// them. extract/ knows no detector and ingest/ no rules; here they meet, so that
// all who extract (commands, server) detect alike.
class DetectingExtractor : public Reader {
 public:
  explicit DetectingExtractor(std::unique_ptr<Reader> extractor);

  Extraction Extract(const Article& article) const override;
  ArticleReading Read(const Article& article) const override;
  const Catalogue& catalogue() const override;

 private:
  std::unique_ptr<Reader> extractor_;
};

}  // namespace newsgraph::tools
