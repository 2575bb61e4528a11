#include "ingest/open_source.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>
#include <system_error>
#include <utility>

#include "ingest/folder.h"
#include "ingest/json_lines.h"
#include "ingest/page/page_file.h"
#include "ingest/text_file.h"
#include "ingest/utf8.h"
#include "ingest/warc/warc_source.h"

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;

// Hands out one rejection.
class RejectedFile : public ArticleSource {
 public:
  explicit RejectedFile(Rejection rejection) : rejection_(std::move(rejection)) {}

  std::optional<SourceItem> Next() override {
    if (!rejection_) return std::nullopt;
    return *std::exchange(rejection_, std::nullopt);
  }

 private:
  std::optional<Rejection> rejection_;
};

}  // namespace

StatusOr<std::unique_ptr<ArticleSource>> OpenSource(const fs::path& path, const ReadOptions& options) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    return Error(StatusCode::kNotFound, "opening \"", path.string(),
                 "\": ", error ? error.message() : std::string("no such file or folder"));
  }
  if (fs::is_directory(status)) return std::make_unique<FolderSource>(path, options);
  return OpenFile(path, options);
}

std::unique_ptr<ArticleSource> OpenFile(const fs::path& path, const ReadOptions& options) {
  if (path.extension() == ".txt") return std::make_unique<TextFileSource>(path, options);
  if (IsPageName(path)) return std::make_unique<PageFileSource>(path, options);
  std::string name = RepairUtf8(path.generic_string());
  errno = 0;
  auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*in) {
    return std::make_unique<RejectedFile>(
        Rejection{std::move(name), 0, Concat("cannot be opened: ", std::strerror(errno)), ""});
  }
  if (IsWarcName(name)) return std::make_unique<WarcSource>(std::move(in), std::move(name), options);
  return std::make_unique<JsonLinesSource>(std::move(in), std::move(name), options);
}

std::unique_ptr<ArticleSource> OpenStandardInput(const ReadOptions& options) {
  std::ios::sync_with_stdio(false);  // else the stream hands out single bytes
  auto in = std::make_unique<std::istream>(std::cin.rdbuf());
  return std::make_unique<JsonLinesSource>(std::move(in), std::string(kStandardInput), options);
}

}  // namespace newsgraph::ingest
