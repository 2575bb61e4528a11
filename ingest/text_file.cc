#include "ingest/text_file.h"

#include <cstddef>
#include <system_error>
#include <utility>

#include "ingest/article_fields.h"
#include "ingest/utf8.h"
#include "ingest/whole_file.h"

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSideFileEnding = ".meta.json";

Status CheckEncoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return Error(StatusCode::kInvalidArgument, "the file is UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)");
  }
  return OkStatus();
}

// What the side file says; empty fields where there is none.
StatusOr<ArticleFields> ReadSideFile(const fs::path& path, const ReadOptions& options) {
  std::error_code error;
  if (!fs::exists(path, error)) return ArticleFields();
  ASSIGN_OR_RETURN(std::string json, ReadWhole(path, options.max_line_bytes));
  ASSIGN_OR_RETURN(ArticleFields fields, ParseArticleFields(std::move(json)));
  if (fields.text) return Error(StatusCode::kInvalidArgument, "field \"text\" belongs into the text file; remove it");
  return fields;
}

StatusOr<Article> ReadArticle(const fs::path& path, ArticleFields fields, const ReadOptions& options) {
  ASSIGN_OR_RETURN(const std::string bytes, ReadWhole(path, options.max_text_bytes));
  RETURN_IF_ERROR(CheckEncoding(bytes));
  fields.text = RepairUtf8(std::string(WithoutByteOrderMark(bytes)));
  if (!fields.id) fields.id = RepairUtf8(path.lexically_normal().generic_string());
  return MakeArticle(std::move(fields), options);
}

Rejection Reject(const fs::path& path, const Status& status) {
  return Rejection{RepairUtf8(path.generic_string()), 0, std::string(status.message()), ""};
}

}  // namespace

SourceItem ReadTextFile(const fs::path& path, const ReadOptions& options) {
  fs::path side_path = path;
  side_path += kSideFileEnding;
  StatusOr<ArticleFields> fields = ReadSideFile(side_path, options);
  if (!fields.ok()) return Reject(side_path, fields.status());
  StatusOr<Article> article = ReadArticle(path, *std::move(fields), options);
  if (!article.ok()) return Reject(path, article.status());
  return *std::move(article);
}

TextFileSource::TextFileSource(fs::path path, ReadOptions options) : path_(std::move(path)), options_(options) {}

std::optional<SourceItem> TextFileSource::Next() {
  if (!path_) return std::nullopt;
  const fs::path path = *std::exchange(path_, std::nullopt);
  return ReadTextFile(path, options_);
}

}  // namespace newsgraph::ingest
