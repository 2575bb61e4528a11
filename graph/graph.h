// The claim graph on disk: articles, claims, conflicts, events.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/extraction.h"
#include "model/status.h"

namespace newsgraph::graph {

// When a commit counts as done.
enum class Durability : std::uint8_t {
  kDisk,     // the write-ahead log is synced: survives a power cut
  kProcess,  // handed to the operating system: survives a killed process
};

struct GraphOptions {
  Durability durability = Durability::kDisk;
};

// What a commit did.
struct Receipt {
  std::uint64_t revision = 0;          // the graph revision that holds the article
  std::uint32_t article_revision = 0;  // 1 for a new article
  bool unchanged = false;              // the same text and claims were there before; nothing was written
};

struct StoredArticle {
  Article article;
  Extraction extraction;
  std::uint32_t article_revision = 0;
  std::uint64_t revision = 0;
};

// Empty fields do not filter.
struct ClaimFilter {
  std::string article;  // article id
  std::string subject;  // entity id; co-subjects count
  std::string entity;   // entity id in any role: subject, co-subject, object, place
  std::string metric;
  std::optional<DateInterval> time;  // claims whose time overlaps it
};

struct ConflictFilter {
  std::optional<ConflictKind> kind;
  std::optional<ConflictState> state;
  Severity least_severity = Severity::kSoft;
  std::string subject;  // entity id
  std::string metric;
};

// Where a listing goes on: opaque, printable, bound to its filter and to the
// graph revision at which the listing began. Empty to begin; empty at the end.
using PageToken = std::string;

template <typename T>
struct Page {
  std::vector<T> items;
  PageToken next;
};

enum class EventKind : std::uint8_t { kArticleAdded, kArticleChanged, kConflictOpened, kConflictChanged, kConflictResolved };

// One thing that a commit did, in the order of revisions.
struct Event {
  std::uint64_t revision = 0;
  std::uint32_t ordinal = 0;  // within the revision
  EventKind kind = EventKind::kArticleAdded;
  std::string article;                // id; for article events
  std::optional<Conflict> conflict;   // as it was at that revision; for conflict events
};

struct Statistics {
  std::uint64_t revision = 0;  // the last one acknowledged
  std::uint64_t article_count = 0;
  std::uint64_t claim_count = 0;     // of current article revisions
  std::uint64_t conflict_count = 0;  // open
  std::uint32_t storage_version = 0;
};

// Safe to call from any thread; writers never block readers, who see the graph
// as of one revision per call.
class Graph {
 public:
  // Opens the graph at `path`, creating it if missing. FAILED_PRECONDITION if a
  // newer newsgraph wrote it, UNAVAILABLE if another process has it open,
  // DATA_LOSS if it is damaged. `catalogue` must outlive the graph.
  static StatusOr<std::unique_ptr<Graph>> Open(const std::string& path, const Catalogue& catalogue,
                                               GraphOptions options = {});
  ~Graph();

  // Stores one article with what was read out of it and the conflicts that this
  // makes, as one atomic change under one new graph revision; returns when it is
  // as durable as the options say. An article with a known id and another text
  // or extraction becomes that article's next revision, whose claims replace the
  // old ones in the current view. INVALID_ARGUMENT names a bad field;
  // RESOURCE_EXHAUSTED means a full disk, and nothing was acknowledged.
  StatusOr<Receipt> Commit(const Article& article, const Extraction& extraction);

  // The current revision of an article; NOT_FOUND if there is none.
  StatusOr<StoredArticle> GetArticle(std::string_view id) const;

  // Current claims in order of publication, newest first; within an article in
  // text order. INVALID_ARGUMENT for a token of another listing.
  StatusOr<Page<Evidence>> ListClaims(const ClaimFilter& filter, std::size_t page_size, const PageToken& token) const;

  // Conflicts, the one changed last first.
  StatusOr<Page<Conflict>> ListConflicts(const ConflictFilter& filter, std::size_t page_size,
                                         const PageToken& token) const;

  // NOT_FOUND if there is none.
  StatusOr<Conflict> GetConflict(std::string_view id) const;

  // Events after `after_revision`, in order, up to about `limit` but always all
  // events of a revision. Only acknowledged revisions are shown.
  StatusOr<std::vector<Event>> ReadEvents(std::uint64_t after_revision, std::size_t limit) const;

  // Calls `listener` after each acknowledged commit with the latest revision,
  // from a committing thread; it must return fast and not call Commit. The
  // subscription ends when the returned object goes away.
  using Subscription = std::shared_ptr<void>;
  Subscription Subscribe(std::function<void(std::uint64_t revision)> listener);

  Statistics statistics() const;

 private:
  struct Rocks;
  explicit Graph(std::unique_ptr<Rocks> rocks);

  std::unique_ptr<Rocks> rocks_;
};

}  // namespace newsgraph::graph
