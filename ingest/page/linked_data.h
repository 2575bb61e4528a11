// Linked data (JSON-LD) → what it says of the page's article.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::ingest {

// As written, character references resolved; empty where it says nothing.
struct ArticleData {
  std::string title;
  std::string description;
  std::string body;
  std::vector<std::string> authors;
  std::string publisher;
  std::string published;
  std::string updated;
  std::string language;
  std::string url;
  std::optional<bool> free;  // whether it can be read without paying
  bool is_article = false;   // else a page, whose fields count less

  friend bool operator==(const ArticleData&, const ArticleData&) = default;
};

// The article of the page at `url` (may be empty) among all that `scripts`
// describe: NewsArticle, its kinds and relatives, wherever they are nested, but
// not in lists, updates and mentions. Broken JSON is read as far as it goes.
ArticleData ReadLinkedData(std::span<const std::string> scripts, std::string_view url);

}  // namespace newsgraph::ingest
