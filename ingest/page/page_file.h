// A page in a file → an article.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ingest/article_source.h"
#include "model/status.h"

namespace newsgraph::ingest {

// Whether a file's name says that it is a page: "*.html", "*.htm" or "*.xhtml",
// also with ".gz" behind it.
bool IsPageName(const std::filesystem::path& path);

// The article of one page, and nothing after it. Its id is the canonical address
// or, if it states none, the path as given. A page without an article is a rejection.
class PageFileSource : public ArticleSource {
 public:
  explicit PageFileSource(std::filesystem::path path, ReadOptions options = {});

  std::optional<SourceItem> Next() override;

 private:
  std::optional<std::filesystem::path> path_;  // nothing once read
  ReadOptions options_;
};

}  // namespace newsgraph::ingest
