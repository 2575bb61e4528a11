// A feed: a site's list of its latest articles.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/status.h"

namespace newsgraph::ingest {

// A text as a feed carries it, left as it is until somebody wants to read it: who
// polls a feed has seen most of its entries before.
struct FeedText {
  std::string source;
  bool html = false;

  bool empty() const { return source.empty(); }
  // Valid UTF-8 without markup, paragraphs parted by empty lines.
  std::string Plain() const;

  friend bool operator==(const FeedText&, const FeedText&) = default;
};

// What a feed says of one article. Texts are plain, addresses absolute where the
// feed's own was known; what it does not say is empty.
struct FeedEntry {
  std::string id;  // as the feed writes it, or else the link
  std::string title;
  std::string link;
  std::vector<std::string> authors;
  std::string publisher;  // where the entry says that it comes from elsewhere
  std::optional<std::chrono::sys_seconds> published;
  std::optional<std::chrono::sys_seconds> updated;
  std::string language;  // BCP 47; the feed's unless the entry has one of its own
  FeedText summary;
  FeedText content;

  friend bool operator==(const FeedEntry&, const FeedEntry&) = default;
};

enum class FeedFormat : std::uint8_t {
  kXml,           // RSS of all versions, Atom, CDF
  kJson,          // JSON Feed
  kSitemap,       // its entries are pages
  kSitemapIndex,  // its entries are sitemaps
  kPage,          // no feed: its entries are those that the page names
};

struct Feed {
  FeedFormat format = FeedFormat::kXml;
  std::string id;
  std::string title;
  std::string link;
  std::string description;
  std::vector<std::string> authors;
  std::string publisher;
  std::optional<std::chrono::sys_seconds> published;
  std::optional<std::chrono::sys_seconds> updated;
  std::string language;
  std::vector<FeedEntry> entries;
  bool cut = false;  // it ended in the middle; the last entry may lack its end

  friend bool operator==(const Feed&, const Feed&) = default;
};

// What came with the bytes of a feed; empty where unknown.
struct FeedContext {
  std::string_view url;               // where it was in the end found
  std::string_view content_type;      // the header
  std::string_view content_location;  // the header
};

// Whether `bytes` begin like XML or JSON that ParseFeed() reads. Looks at the front only.
bool LooksLikeFeed(std::string_view bytes);

// Reads RSS 0.9 to 2.0, Atom 0.3 and 1.0, CDF, JSON Feed, sitemaps and their
// indexes, however sloppy. INVALID_ARGUMENT for what is none of them.
StatusOr<Feed> ParseFeed(std::string bytes, const FeedContext& context = {});

// The article that an entry stands for: its content or else its summary as text, its own publisher or else the feed's
// title as source. Without a title and a text there is none.
std::optional<Article> ArticleOf(const FeedEntry& entry, const Feed& feed);

}  // namespace newsgraph::ingest
