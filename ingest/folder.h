// A folder, all that is in it → articles.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/article_source.h"

namespace newsgraph::ingest {

// Whether a FolderSource reads the file, or enters the folder.
bool IsWanted(const std::filesystem::directory_entry& entry);

// Reads every "*.txt" as a text file, every "*.html" as a page (see page_file.h) and
// every "*.warc" and "*.warc.gz" as an archive, every "*.jsonl" and "*.ndjson" as JSON Lines, in folders below too, in
// the order of their names. Other files and those whose name begins with "." are passed over; links to folders are not
// followed.
class FolderSource : public ArticleSource {
 public:
  explicit FolderSource(std::filesystem::path folder, ReadOptions options = {});

  std::optional<SourceItem> Next() override;

 private:
  // Puts the entries of `folder` on the stack, or says why that fails.
  std::optional<Rejection> Enter(const std::filesystem::path& folder);

  ReadOptions options_;
  std::vector<std::filesystem::path> pending_;  // the next one last
  std::unique_ptr<ArticleSource> current_;      // null between files
};

}  // namespace newsgraph::ingest
