// What is followed for news: feeds, pages, folders; and who follows it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/listeners.h"
#include "model/status.h"

namespace newsgraph {

enum class SourceKind : std::uint8_t {
  kFeed,    // a feed of any format, a sitemap, an index of sitemaps
  kPage,    // one page, read again whenever it changes
  kFolder,  // all files in it and below, and those that will come
};

// Whether the pages that a feed's entries link to are read.
enum class PageReading : std::uint8_t {
  kAuto,    // where an entry holds no more than a summary
  kNever,   // what the feed says is all
  kAlways,  // whatever the feed says
};

struct Source {
  std::string location;  // http address or path; names the source
  SourceKind kind = SourceKind::kFeed;
  std::string title;                 // what its owner calls it; empty if nothing
  std::vector<std::string> folders;  // in which it lies in lists of feeds, the outermost first
  // Between two looks; without it as often as the source changes.
  std::optional<std::chrono::seconds> interval;
  // Its host may lie in a private network.
  bool allow_private = false;
  PageReading pages = PageReading::kAuto;
  // Named by the configuration: it stays as long as it stands there.
  bool configured = false;

  friend bool operator==(const Source&, const Source&) = default;
};

enum class SourceHealth : std::uint8_t {
  kNew,      // not yet asked
  kGood,     // the last answer was one
  kFailing,  // the last try failed
  kStale,    // no success for too long
  kGone,     // the server said that it is no more: it is not asked again
};

// How a source is doing.
struct SourceReport {
  Source source;
  SourceHealth health = SourceHealth::kNew;
  std::optional<std::chrono::sys_seconds> last_success;
  std::optional<std::chrono::sys_seconds> last_change;
  std::optional<std::chrono::sys_seconds> next_poll;  // nothing for folders and what is gone
  std::uint32_t failure_count = 0;                    // since the last success
  std::string last_error;                             // of the last failure, of the source or of one of its articles
  std::uint64_t article_count = 0;                    // that were new or changed
  std::uint64_t rejected_count = 0;                   // that could not be read or stored
  std::uint64_t set_aside_count = 0;                  // that took too long

  friend bool operator==(const SourceReport&, const SourceReport&) = default;
};

// Follows sources. The meeting point of ingest/, which asks them, and rpc/, which must
// not know it. Any thread may call.
class SourceRegistry {
 public:
  virtual ~SourceRegistry() = default;

  // Follows a source from now on, also after a restart. ALREADY_EXISTS if it is followed,
  // INVALID_ARGUMENT for a location that is none.
  virtual StatusOr<SourceReport> Add(Source source) = 0;

  // NOT_FOUND if it is not followed; FAILED_PRECONDITION if the configuration names it.
  virtual Status Remove(std::string_view location) = 0;

  // NOT_FOUND if it is not followed.
  virtual StatusOr<SourceReport> Get(std::string_view location) const = 0;

  // At most `limit` in the order of locations, beginning after `after`.
  virtual std::vector<SourceReport> List(std::string_view after, std::size_t limit) const = 0;

  // Adds the feeds of an OPML document that are not followed yet and returns how many that
  // were. INVALID_ARGUMENT for what is no OPML.
  virtual StatusOr<std::size_t> Import(std::string opml) = 0;

  // All feeds as OPML.
  virtual std::string Export() const = 0;

  // Who hears of sources that go stale or are gone, and of those that answer again.
  Listeners<SourceReport>& listeners() { return listeners_; }

 private:
  Listeners<SourceReport> listeners_;
};

}  // namespace newsgraph
