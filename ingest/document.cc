#include "ingest/document.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/canonical_url.h"
#include "ingest/charset.h"
#include "ingest/feed/feed.h"
#include "ingest/page/page.h"

namespace newsgraph::ingest {
namespace {

bool LooksLikeHtml(std::string_view bytes) {
  const std::string front = AsciiLower(bytes.substr(0, 2048));
  constexpr std::string_view kMarks[] = {"<!doctype html", "<html", "<head", "<body"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return front.find(mark) != std::string::npos; });
}

bool IsBinary(std::string_view bytes) {
  const std::string_view front = bytes.substr(0, 512);
  return front.find('\0') != std::string_view::npos && !front.starts_with("\xFF\xFE") && !front.starts_with("\xFE\xFF");
}

StatusOr<std::vector<Article>> FeedArticles(Document document) {
  const FeedContext context{document.url, document.content_type, document.content_location};
  ASSIGN_OR_RETURN(const Feed feed, ParseFeed(std::move(document.bytes), context));
  std::vector<Article> out;
  for (const FeedEntry& entry : feed.entries) {
    if (std::optional<Article> article = ArticleOf(entry, feed)) out.push_back(*std::move(article));
  }
  return out;
}

StatusOr<std::vector<Article>> PageArticle(Document document) {
  ASSIGN_OR_RETURN(const Page page, ReadPage(std::move(document.bytes), {document.url, document.content_type}));
  std::vector<Article> out;
  if (std::optional<Article> article = ArticleOf(page, document.url)) out.push_back(*std::move(article));
  return out;
}

std::vector<Article> TextArticle(Document document) {
  Article out;
  out.text = ToUtf8(std::move(document.bytes), {CharsetOfContentType(document.content_type)});
  if (Trimmed(out.text).empty()) return {};
  out.id = document.url;
  out.url = std::move(document.url);
  return {std::move(out)};
}

StatusOr<std::vector<Article>> Read(Document document) {
  switch (KindOf(document)) {
    case DocumentKind::kFeed:
      return FeedArticles(std::move(document));
    case DocumentKind::kPage:
      return PageArticle(std::move(document));
    case DocumentKind::kText:
      return TextArticle(std::move(document));
    default:
      return Error(StatusCode::kInvalidArgument, "is no feed, page or text");
  }
}

}  // namespace

DocumentKind KindOf(const Document& document) {
  if (LooksLikeFeed(document.bytes)) return DocumentKind::kFeed;
  if (IsBinary(document.bytes)) return DocumentKind::kOther;
  const std::string type = AsciiLower(document.content_type);
  if (LooksLikeHtml(document.bytes) || type.find("html") != std::string::npos) return DocumentKind::kPage;
  return type.empty() || type.starts_with("text/plain") ? DocumentKind::kText : DocumentKind::kOther;
}

StatusOr<Feed> FeedOf(Document document) {
  if (KindOf(document) == DocumentKind::kPage) {
    const StatusOr<Page> page = ReadPage(document.bytes, {document.url, document.content_type});
    if (page.ok() && !page->feeds.empty()) {
      Feed out;
      out.format = FeedFormat::kPage;
      out.title = page->title;
      for (const std::string& link : page->feeds) out.entries.emplace_back().link = link;
      return out;
    }
  }
  return ParseFeed(std::move(document.bytes), {document.url, document.content_type, document.content_location});
}

std::optional<Article> ArticleOf(const Page& page, std::string_view url) {
  if (page.text.empty()) return std::nullopt;
  Article out;
  out.url = page.url.empty() ? std::string(url) : page.url;
  out.id = CanonicalUrl(out.url);
  out.source = page.publisher;
  out.title = page.title;
  out.text = ComposeText(page.title, page.text);
  out.language = page.language;
  const std::optional<StatedTime>& time = page.published ? page.published : page.updated;
  if (time) out.published = time->time;
  return out;
}

StatusOr<std::vector<Article>> ArticlesOf(Document document, const ReadOptions& options) {
  ASSIGN_OR_RETURN(std::vector<Article> articles, Read(std::move(document)));
  for (Article& article : articles) {
    if (article.text.size() > options.max_text_bytes)
      return Error(StatusCode::kResourceExhausted, "\"", article.id, "\" has more than ", options.max_text_bytes,
                   " bytes of text");
    if (!article.published) article.published = options.published;
  }
  return articles;
}

}  // namespace newsgraph::ingest
