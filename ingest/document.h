// A document of the web, whatever its kind → the articles in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/article_source.h"
#include "ingest/feed/feed.h"
#include "ingest/page/page.h"
#include "model/article.h"
#include "model/status.h"

namespace newsgraph::ingest {

// An answer of a server or a file, with what came along; empty where unknown.
struct Document {
  std::string bytes;  // unpacked
  std::string url;    // where it was in the end found
  std::string content_type;
  std::string content_location;
};

enum class DocumentKind : std::uint8_t { kFeed, kPage, kText, kOther };

// By what the bytes look like, and the content type where they do not decide.
DocumentKind KindOf(const Document& document);

// The feed; of a page the feeds that it names, as FeedFormat::kPage. INVALID_ARGUMENT for what is neither.
StatusOr<Feed> FeedOf(Document document);

// The article on a page that was found at `url`; nothing if the page holds none.
std::optional<Article> ArticleOf(const Page& page, std::string_view url);

// The articles of a feed, the one of a page or text. None for a page without text;
// INVALID_ARGUMENT for what is no document of news, RESOURCE_EXHAUSTED for texts longer than allowed.
StatusOr<std::vector<Article>> ArticlesOf(Document document, const ReadOptions& options);

}  // namespace newsgraph::ingest
