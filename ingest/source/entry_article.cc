#include "ingest/source/entry_article.h"

#include <array>
#include <charconv>
#include <utility>

#include "ingest/canonical_url.h"
#include "ingest/source/text_hash.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kMaxIdBytes = 1000;
// Less text than this is a summary: two paragraphs at most.
constexpr std::size_t kWholeTextBytes = 1200;

std::string Hex(std::uint64_t number) {
  std::array<char, 16> digits{};
  return {digits.data(), std::to_chars(digits.begin(), digits.end(), number, 16).ptr};
}

std::string Bounded(std::string id) {
  if (id.size() <= kMaxIdBytes) return id;
  const std::string hash = Hex(TextHash(id));
  std::size_t end = kMaxIdBytes - hash.size() - 1;
  while (end > 0 && (static_cast<unsigned char>(id[end]) & 0xC0U) == 0x80U) --end;  // no half characters
  return id.substr(0, end) + "#" + hash;
}

}  // namespace

EntryPrint PrintOf(const FeedEntry& entry) {
  EntryPrint out;
  const std::string link = entry.link.empty() ? std::string() : CanonicalUrl(entry.link);
  if (!link.empty()) out.link = TextHash(link);
  if (!entry.id.empty() && entry.id != entry.link) out.guid = TextHash(entry.id);
  std::uint64_t content = TextHash(entry.title);
  // An entry without any text is told by its times: sitemaps have no more.
  if (entry.summary.empty() && entry.content.empty()) {
    const auto time = entry.updated ? entry.updated : entry.published;
    if (time) content = CombinedHash(content, static_cast<std::uint64_t>(time->time_since_epoch().count()));
    if (entry.title.empty()) content = CombinedHash(content, out.link);
  }
  content = CombinedHash(content, TextHash(entry.summary.source));
  out.content = CombinedHash(content, TextHash(entry.content.source));
  return out;
}

std::string EntryArticleId(const FeedEntry& entry, const SeenEntries& habits, std::string_view feed_url) {
  if (habits.links_are_trusted() && IsWebUrl(entry.link)) return Bounded(CanonicalUrl(entry.link));
  std::string own(feed_url);
  if (habits.key() != EntryKey::kGuid || entry.id.empty()) return Bounded(own + "#" + Hex(TextHash(entry.title)));
  // "tag:", "urn:" and addresses are made to be unique everywhere.
  return Bounded(entry.id.find(':') != std::string::npos ? entry.id : own + "#" + entry.id);
}

bool WantsPage(const FeedEntry& entry, FeedFormat format, PageReading reading) {
  if (!IsWebUrl(entry.link)) return false;
  if (format == FeedFormat::kSitemap || reading == PageReading::kAlways) return true;
  if (reading == PageReading::kNever) return false;
  return (entry.content.empty() ? entry.summary : entry.content).Plain().size() < kWholeTextBytes;
}

std::optional<Article> EntryArticle(const FeedEntry& entry, const Feed& feed, const SeenEntries& habits,
                                    std::string_view feed_url) {
  std::optional<Article> out = ArticleOf(entry, feed);
  if (out) out->id = EntryArticleId(entry, habits, feed_url);
  return out;
}

std::optional<Article> MergedArticle(std::optional<Article> page, std::optional<Article> entry) {
  if (!page || !entry) return page ? std::move(page) : std::move(entry);
  if (page->text.size() < entry->text.size()) return entry;
  if (page->source.empty()) page->source = std::move(entry->source);
  if (page->title.empty()) page->title = std::move(entry->title);
  if (page->language.empty()) page->language = std::move(entry->language);
  // A page's own time may be that of its last change.
  if (entry->published) page->published = entry->published;
  return page;
}

}  // namespace newsgraph::ingest
