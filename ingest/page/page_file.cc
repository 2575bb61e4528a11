#include "ingest/page/page_file.h"

#include <utility>

#include "ingest/document.h"
#include "ingest/html/html_filter.h"
#include "ingest/utf8.h"
#include "ingest/whole_file.h"

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
