// A plain-text file → an article.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ingest/article_source.h"

namespace newsgraph::ingest {

// Reads one UTF-8 text file. The text is the file byte for byte, less a byte
// order mark and repaired where it is no UTF-8. Its id is the path as given, with
// "/" between folders. "name.txt.meta.json" beside "name.txt" may hold an object
// with "id", "url", "source", "title", "published" and "lang". A file or
// side file that cannot be read is a rejection.
SourceItem ReadTextFile(const std::filesystem::path& path, const ReadOptions& options);

// The article of one text file, and nothing after it.
class TextFileSource : public ArticleSource {
 public:
  explicit TextFileSource(std::filesystem::path path, ReadOptions options = {});

  std::optional<SourceItem> Next() override;

 private:
  std::optional<std::filesystem::path> path_;  // nothing once read
  ReadOptions options_;
};

}  // namespace newsgraph::ingest
