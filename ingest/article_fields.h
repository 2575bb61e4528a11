// One JSON object → one article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/article_source.h"
#include "model/article.h"
#include "model/status.h"

namespace newsgraph::ingest {

// The fields of an article as written; nothing for those left out or null.
struct ArticleFields {
  std::optional<std::string> id = std::nullopt;
  std::optional<std::string> url = std::nullopt;
  std::optional<std::string> source = std::nullopt;
  std::optional<std::string> title = std::nullopt;
  std::optional<std::string> published = std::nullopt;
  std::optional<std::string> lang = std::nullopt;
  std::optional<std::string> text = std::nullopt;

  friend bool operator==(const ArticleFields&, const ArticleFields&) = default;
};

// Reads an object such as {"id": "dpa-1", "published": "2026-01-19", "text":
// "..."}. Fields of other names are ignored, whatever they hold; invalid UTF-8
// and unpaired surrogates become U+FFFD. INVALID_ARGUMENT for what is no JSON
// object or holds something else than text in a field of an article.
StatusOr<ArticleFields> ParseArticleFields(std::string json);

// Checks the fields and composes the article. The id falls back to the url.
// INVALID_ARGUMENT names the field and how to mend it.
StatusOr<Article> MakeArticle(ArticleFields fields, const ReadOptions& options);

}  // namespace newsgraph::ingest
