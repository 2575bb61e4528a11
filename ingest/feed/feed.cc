#include "ingest/feed/feed.h"

#include <algorithm>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/charset.h"
#include "ingest/feed/feed_json.h"
#include "ingest/feed/feed_xml.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kFront = 1024;

// What the XML declaration at the front names; empty without one.
std::string DeclaredEncoding(std::string_view bytes) {
  const std::string_view front = bytes.substr(0, kFront);
  const std::size_t begin = front.find("<?xml");
  if (begin == std::string_view::npos) return {};
  const std::string_view declaration = front.substr(begin, front.find("?>", begin) - begin);
  const std::size_t key = declaration.find("encoding");
  if (key == std::string_view::npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", key);
  if (open == std::string_view::npos) return {};
  return std::string(declaration.substr(open + 1, declaration.find(declaration[open], open + 1) - open - 1));
}

std::string BaseOf(const FeedContext& context) {
  if (context.content_location.empty()) return std::string(context.url);
  return ResolveUrl(context.url, context.content_location);
}

}  // namespace

bool LooksLikeFeed(std::string_view bytes) {
  const std::string front = AsciiLower(ToUtf8(std::string(bytes.substr(0, kFront * 4))));
  const std::string_view text = Trimmed(front);
  if (text.starts_with('{'))
    return text.find("jsonfeed.org") != std::string_view::npos || text.find("\"items\"") != std::string_view::npos;
  for (const std::string_view root : {"<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex", "<channel"}) {
    const std::size_t at = text.find(root);
    if (at != std::string_view::npos && text.find("<html") > at) return true;
  }
  // A root with a prefix of its own.
  const std::size_t colon = text.find(":rss");
  return colon != std::string_view::npos && text.find("<html") > colon;
}

StatusOr<Feed> ParseFeed(std::string bytes, const FeedContext& context) {
  const std::string declared = DeclaredEncoding(bytes);
  const std::string text = ToUtf8(std::move(bytes), {CharsetOfContentType(context.content_type), declared});
  const std::string base = BaseOf(context);
  return Trimmed(text).starts_with('{') ? ParseJsonFeed(Trimmed(text), base) : ParseXmlFeed(text, base);
}

std::optional<Article> ArticleOf(const FeedEntry& entry, const Feed& feed) {
  const std::string body = (entry.content.empty() ? entry.summary : entry.content).Plain();
  if (entry.title.empty() && body.empty()) return std::nullopt;
  Article article;
  article.id = !entry.id.empty() ? entry.id : entry.title;
  article.url = entry.link;
  article.source = !entry.publisher.empty() ? entry.publisher : feed.title;
  article.title = entry.title;
  article.text = ComposeText(entry.title, body);
  article.language = entry.language;
  article.published = entry.published ? entry.published : entry.updated;
  return article;
}

}  // namespace newsgraph::ingest
