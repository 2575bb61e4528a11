#include "ingest/page/page_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "ingest/document.h"
#include "ingest/html/html_filter.h"
#include "ingest/inflate.h"
#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;

StatusOr<Article> ReadArticle(const fs::path& path, std::string name, const ReadOptions& options) {
  Document document;
  ASSIGN_OR_RETURN(document.bytes, ReadUnpacked(path, HtmlLimits().max_bytes));
  document.content_type = "text/html";
  ASSIGN_OR_RETURN(std::vector<Article> articles, ArticlesOf(std::move(document), options));
  if (articles.empty()) return Error(StatusCode::kInvalidArgument, "no article was found on the page");
  if (articles.front().id.empty()) articles.front().id = std::move(name);
  return std::move(articles.front());
}

}  // namespace

bool IsPageName(const fs::path& path) {
  const fs::path name = path.extension() == ".gz" ? path.stem() : path;
  return name.extension() == ".html" || name.extension() == ".htm" || name.extension() == ".xhtml";
}

StatusOr<std::string> ReadUnpacked(const fs::path& path, std::size_t max_bytes) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error(StatusCode::kNotFound, "cannot be opened: ", std::strerror(errno));
  std::string bytes;
  std::array<char, 64 * 1024> chunk = {};
  while (in && bytes.size() <= max_bytes) {
    in.read(chunk.data(), chunk.size());
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return Error(StatusCode::kUnavailable, "cannot be read: ", std::strerror(errno));
  if (bytes.size() > max_bytes) return Error(StatusCode::kResourceExhausted, "has more than ", max_bytes, " bytes");
  if (!IsGzip(bytes)) return bytes;
  ASSIGN_OR_RETURN(Inflated inflated, Inflate(bytes, max_bytes));
  return std::move(inflated.bytes);
}

PageFileSource::PageFileSource(fs::path path, ReadOptions options) : path_(std::move(path)), options_(options) {}

std::optional<SourceItem> PageFileSource::Next() {
  if (!path_) return std::nullopt;
  const fs::path path = *std::exchange(path_, std::nullopt);
  const std::string name = RepairUtf8(path.lexically_normal().generic_string());
  StatusOr<Article> article = ReadArticle(path, name, options_);
  if (article.ok()) return *std::move(article);
  return Rejection{RepairUtf8(path.generic_string()), 0, std::string(article.status().message()), ""};
}

}  // namespace newsgraph::ingest
