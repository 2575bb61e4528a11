#include "ingest/json_lines.h"

#include <string_view>
#include <utility>

#include "ingest/article_fields.h"
#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kShownOfCutLine = 1024;

StatusOr<Article> ParseArticle(const std::string& line, const ReadOptions& options) {
  ASSIGN_OR_RETURN(ArticleFields fields, ParseArticleFields(line));
  return MakeArticle(std::move(fields), options);
}

}  // namespace

JsonLinesSource::JsonLinesSource(std::unique_ptr<std::istream> in, std::string name, ReadOptions options)
    : in_(std::move(in)), name_(std::move(name)), options_(options), lines_(*in_, options.max_line_bytes) {}

std::optional<SourceItem> JsonLinesSource::Next() {
  while (!ended_) {
    std::optional<Line> line = lines_.Next();
    if (!line) break;
    line_number_ = line->number;
    if (line->number == 1) line->text.erase(0, line->text.size() - WithoutByteOrderMark(line->text).size());
    if (line->text.find_first_not_of(" \t") != std::string::npos) return Read(*std::move(line));
  }
  if (!std::exchange(ended_, true) && lines_.failed()) {
    return Rejection{name_, line_number_ + 1, "reading failed; the rest is missing", ""};
  }
  return std::nullopt;
}

SourceItem JsonLinesSource::Read(Line line) const {
  if (line.cut) {
    std::string reason = Concat("the line is longer than ", options_.max_line_bytes, " bytes; one article a line");
    return Rejection{name_, line.number, std::move(reason), line.text.substr(0, kShownOfCutLine)};
  }
  StatusOr<Article> article = ParseArticle(line.text, options_);
  if (article.ok()) return *std::move(article);
  return Rejection{name_, line.number, std::string(article.status().message()), std::move(line.text)};
}

}  // namespace newsgraph::ingest
