// The articles that a command is given.
#pragma once

#include <cstddef>
#include <cstdio>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/article_source.h"
#include "model/article.h"
#include "model/status.h"

namespace newsgraph::tools {

struct InputOptions {
  // Files and folders, "-" for standard input; none means standard input.
  std::vector<std::string> paths;
  // Where rejections are kept, one record a line; empty for nowhere.
  std::string rejected_path;
  ingest::ReadOptions read;
};

// Reads one input after the other. Rejections are reported on standard error, the
// first ones one by one, all of them counted. One thread at a time.
class ArticleInput {
 public:
  // NOT_FOUND if a path does not exist; others if the rejections cannot be kept.
  static StatusOr<ArticleInput> Open(const InputOptions& options);

  // The next article that is one; nothing at the end.
  std::optional<Article> Next();

  // Counts, reports and keeps a rejection that was found elsewhere.
  void Reject(const ingest::Rejection& rejection);

  std::size_t rejected_count() const { return rejected_count_; }

  // Says how many rejections were not reported one by one. DATA_LOSS if some
  // could not be kept.
  Status Finish();

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  ArticleInput() = default;

  // False when there is no further path.
  bool OpenNext();

  ingest::ReadOptions read_;
  std::deque<std::string> paths_;                        // not yet opened
  std::unique_ptr<ingest::ArticleSource> source_;        // null between paths
  std::unique_ptr<std::FILE, CloseFile> rejected_file_;  // null unless asked for
  bool keeping_failed_ = false;
  std::size_t rejected_count_ = 0;
};

}  // namespace newsgraph::tools
