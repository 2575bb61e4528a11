// The claim graph on disk: articles, claims, conflicts, events.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/extraction.h"
#include "model/link.h"
#include "model/reading.h"
#include "model/status.h"
#include "model/suppression.h"

namespace newsgraph::graph {

class Store;

// When a commit counts as done.
enum class Durability : std::uint8_t {
  kDisk,     // the write-ahead log is synced: survives a power cut
  kProcess,  // handed to the operating system: survives a killed process
};

struct GraphOptions {
  Durability durability = Durability::kDisk;
  // Sources, as articles name them: conflicts in which an article of theirs takes part are listed first. Where they
  // are others than when the graph was last open, all conflicts are looked through once.
  std::vector<std::string> own_outlets = {};
};

// What a commit did.
struct Receipt {
  std::uint64_t revision = 0;          // the graph revision that holds the article
  std::uint32_t article_revision = 0;  // 1 for a new article
  bool unchanged = false;              // it says what it said before; nothing was written
  std::string copy_of;                 // the article of which this is a copy; empty if of none
};

struct StoredArticle {
  Article article;
  Extraction extraction;
  std::uint32_t article_revision = 0;
  std::uint64_t revision = 0;
  // The article, first stored, that has the same text, or nearly so, under another id; empty if
  // there is none. Claims of both count once where origins are counted.
  std::string copy_of;

  friend bool operator==(const StoredArticle&, const StoredArticle&) = default;
};

// An entity as the graph knows it: by the packs, and by what was merged and split.
struct KnownEntity {
  Entity entity;
  bool provisional = false;         // no pack names it
  std::vector<SpokenName> names;    // in no order; `entity` says whose each was before it was merged
  std::vector<std::string> merged;  // the ids that became it

  friend bool operator==(const KnownEntity&, const KnownEntity&) = default;
};

enum class EntityChangeKind : std::uint8_t { kMerged, kSplit, kUndone };

// A decision on which entities are the same. Articles keep what was read out of them: a change
// says who is meant, from its graph revision on.
struct EntityChange {
  std::uint64_t revision = 0;  // the graph revision that made it; Graph gives it
  EntityChangeKind kind = EntityChangeKind::kMerged;
  std::string entity;                 // id: what the others become, or what is split
  std::vector<std::string> others;    // merged: ids that become `entity`; split: the id that Graph makes
  std::vector<std::string> articles;  // split: ids of the articles that mean the one that is made
  std::string name;                   // split: what the one that is made is called
  std::uint64_t undoes = 0;           // undone: the revision of the merge or split that holds no longer
  std::string reason;                 // why, in the words of who decides
  std::optional<std::chrono::sys_seconds> time;

  friend bool operator==(const EntityChange&, const EntityChange&) = default;
};

struct EntityQuery {
  // The beginning of a name or of one of its words, in any language, case and width; where few
  // begin so, also with one letter more, less, another or two swapped.
  std::string text;
  std::optional<EntityType> type;
  std::size_t limit = 50;
};

// Empty fields do not filter.
struct ClaimFilter {
  std::string article;  // article id
  std::string subject;  // entity id; co-subjects count
  std::string entity;   // entity id in any role: subject, co-subject, object, place
  std::string metric;
  std::optional<DateInterval> time;  // claims whose time overlaps it

  friend bool operator==(const ClaimFilter&, const ClaimFilter&) = default;
};

struct ConflictFilter {
  std::optional<ConflictKind> kind;
  std::optional<ConflictState> state;
  Severity least_severity = Severity::kSoft;
  std::string subject;  // entity id
  std::string metric;
  std::string article;  // article id; conflicts that a claim of its current revision takes part in

  friend bool operator==(const ConflictFilter&, const ConflictFilter&) = default;
};

// A subject or an article must be given; other empty fields do not filter.
struct LinkFilter {
  std::optional<LinkKind> kind;
  std::string subject;  // entity id
  std::string metric;   // of what is planned or forecast
  std::string article;  // article id; links that a claim of its current revision takes part in

  friend bool operator==(const LinkFilter&, const LinkFilter&) = default;
};

// Where a listing goes on: opaque, printable, bound to its filter and to the
// graph revision at which the listing began. Empty to begin; empty at the end.
using PageToken = std::string;

template <typename T>
struct Page {
  std::vector<T> items;
  PageToken next;
  // The graph revision at which the listing began: every page of it shows the
  // graph as it was then, whatever was committed since. ReadEvents() after it
  // goes on where the listing's view ends.
  std::uint64_t revision = 0;
};

enum class EventKind : std::uint8_t {
  kArticleAdded,
  kArticleChanged,
  kConflictOpened,  // found, or suppressed so far
  kConflictChanged,
  kConflictResolved,
  kConflictSuppressed,  // found, or open so far: a suppression keeps it from being an alert
};

// One thing that a commit did, in the order of revisions.
struct Event {
  std::uint64_t revision = 0;
  std::uint32_t ordinal = 0;  // within the revision
  EventKind kind = EventKind::kArticleAdded;
  std::string article;                 // id; for article events
  std::uint32_t article_revision = 0;  // for article events
  std::optional<Conflict> conflict;    // as it was at that revision; for conflict events

  friend bool operator==(const Event&, const Event&) = default;
};

struct Statistics {
  std::uint64_t revision = 0;  // the last one acknowledged
  std::uint64_t article_count = 0;
  std::uint64_t claim_count = 0;     // of current article revisions
  std::uint64_t conflict_count = 0;  // open
  std::uint32_t storage_version = 0;

  friend bool operator==(const Statistics&, const Statistics&) = default;
};

// Safe to call from any thread; writers never block readers. Every read shows
// the graph as of one acknowledged revision: the latest, or the one at which
// its listing began. A read of damaged storage is DATA_LOSS and names the place.
class Graph {
 public:
  // Opens the graph at `path`, creating it if missing. FAILED_PRECONDITION if a
  // newer newsgraph wrote it or the folder holds something else, UNAVAILABLE if
  // another process has it open, DATA_LOSS if it is damaged. `catalogue` must
  // outlive the graph.
  static StatusOr<std::unique_ptr<Graph>> Open(const std::string& path, const Catalogue& catalogue,
                                               const GraphOptions& options = {});

  // An empty graph in memory, gone when it is closed; nothing of it is durable, whatever the options say.
  static StatusOr<std::unique_ptr<Graph>> OpenInMemory(const Catalogue& catalogue, GraphOptions options = {});

  // Takes over what Open() opens.
  explicit Graph(std::unique_ptr<Store> store);
  ~Graph();

  // Stores one article with what was read out of it and the conflicts that this
  // makes, as one atomic change under one new graph revision; returns when it is
  // as durable as the options say. An article with a known id that differs in
  // anything becomes that article's next revision, whose claims replace the old
  // ones in the current view; but nothing is written where only counters, times of update and the
  // like are other than before, and no claim. A text that is stored under another id already is
  // stored again, and marked as its copy. INVALID_ARGUMENT names a bad field;
  // RESOURCE_EXHAUSTED means a full disk: nothing was acknowledged, later commits
  // are refused alike until the graph is opened again, reads go on.
  StatusOr<Receipt> Commit(const Article& article, const Extraction& extraction);

  // The same with all that the checks of one text need: stores also what the article says against itself
  // (compare::OwnConflicts()) and, where it is the next revision of a stored one, which values that changed
  // (compare::FindRevisions()). What an article said against itself and no longer says is resolved.
  StatusOr<Receipt> Commit(const Article& article, const ArticleReading& reading);

  // The same for many, one after the other, and what became of each; they are made durable together.
  std::vector<StatusOr<Receipt>> Commit(std::span<const ArticleAsRead* const> articles);

  // The conflicts that an article would be part of if it were stored now, in no order: with the ids and states of
  // stored ones that it would join, and open where it would bring them up. Its claims are of revision 0; where an
  // article with its id is stored, it stands for that one. Compares with what is written, which may be about to be
  // acknowledged. Stores nothing. INVALID_ARGUMENT as Commit().
  StatusOr<std::vector<Conflict>> CheckDraft(const Article& article, const Extraction& extraction) const;

  // A revision of an article, from 1; 0: the current one. NOT_FOUND if there is none.
  StatusOr<StoredArticle> GetArticle(std::string_view id, std::uint32_t article_revision = 0) const;

  // Current claims in order of publication, newest first, undated last; within
  // an article in text order. At most `page_size`, at least 1. INVALID_ARGUMENT
  // for a token of another listing.
  StatusOr<Page<Evidence>> ListClaims(const ClaimFilter& filter, std::size_t page_size, const PageToken& token) const;

  // Links among current claims, newest outcome first, as compare::FindLinks() finds them: the newest 1,000 among the
  // newest 2,000 claims of the subject, where a metric is given of that and of each that limits it; the subjects of an
  // article share the 2,000. Nothing of it is stored: every page finds them anew. Paged like ListClaims.
  StatusOr<Page<Link>> ListLinks(const LinkFilter& filter, std::size_t page_size, const PageToken& token) const;

  // Conflicts, those first in which an article of an own outlet takes part; then the one changed last first. Paged
  // like ListClaims.
  StatusOr<Page<Conflict>> ListConflicts(const ConflictFilter& filter, std::size_t page_size,
                                         const PageToken& token) const;

  // NOT_FOUND if there is none.
  StatusOr<Conflict> GetConflict(std::string_view id) const;

  // All that a conflict was, the newest first: one for each revision that changed it. Paged like ListClaims;
  // NOT_FOUND if there is none.
  StatusOr<Page<Conflict>> ListConflictVersions(std::string_view id, std::size_t page_size,
                                                const PageToken& token) const;

  // Takes down what somebody decided on a conflict, as one atomic change like Commit(), and tells who
  // subscribed. A conflict that was decided on opens again by itself when what its sides say changes. NOT_FOUND
  // if there is none; INVALID_ARGUMENT for a state that nobody can decide, a dismissal without reason or a
  // reason without dismissal; FAILED_PRECONDITION if it is resolved. Returns the conflict as it then stands.
  StatusOr<Conflict> Decide(std::string_view id, const Review& review);

  // Suppresses conflicts, those that are open and those that are to come, as one atomic change like Commit(): each
  // that becomes suppressed is an event. INVALID_ARGUMENT for one that would take in every conflict, an entity that
  // nobody knows or a metric that no pack declares. Returns it as it was made.
  StatusOr<Suppression> Suppress(const Suppression& suppression);

  // Ends a suppression: the conflicts that no other takes in are open, and events. NOT_FOUND if there is none;
  // FAILED_PRECONDITION if it has ended. Returns it as it then is.
  StatusOr<Suppression> EndSuppression(std::uint64_t suppression, const SuppressionEnd& end);

  // Ends all suppressions whose time has come at `now`. The graph has no clock: whoever has one asks for NextExpiry(),
  // nothing if no suppression ends by itself, and calls this then.
  Status EndExpired(std::chrono::sys_seconds now);
  std::optional<std::chrono::sys_seconds> NextExpiry() const;

  // Suppressions, the newest first; `standing`: only those that have not ended. Paged like ListClaims.
  StatusOr<Page<Suppression>> ListSuppressions(bool standing, std::size_t page_size, const PageToken& token) const;

  // An entity that packs or articles name, or a split made; by an id that was merged, what it
  // became. NOT_FOUND if there is none.
  StatusOr<KnownEntity> GetEntity(std::string_view id) const;

  // What people call the entity with this very id: as packs do, or else as articles write it, not in capitals alone
  // where one does not, and the same in whatever order they came; the id if nobody names it.
  StatusOr<std::string> NameOf(std::string_view id) const;

  // The entities with the names nearest to what the query asks for, the nearest first.
  StatusOr<std::vector<KnownEntity>> SearchEntities(const EntityQuery& query) const;

  // Merges or splits entities or undoes that, as one atomic change like Commit(): claims are then
  // those of the entity that stands, conflicts are found and resolved accordingly, also of
  // articles to come. An undone change leaves everything as it would be without it. NOT_FOUND names
  // what is not there; INVALID_ARGUMENT is a change without sense; FAILED_PRECONDITION names the
  // change that stands in the way. Returns the change as it was made.
  StatusOr<EntityChange> Change(const EntityChange& change);

  // Changes, the newest first; of one entity, those that name it or what became it. Paged like
  // ListClaims.
  StatusOr<Page<EntityChange>> ListEntityChanges(std::string_view entity, std::size_t page_size,
                                                 const PageToken& token) const;

  // Events after `after_revision`, in order, up to about `limit` but always all
  // events of a revision; none where the graph is not that far yet.
  StatusOr<std::vector<Event>> ReadEvents(std::uint64_t after_revision, std::size_t limit) const;

  // Ends a subscription when it goes away: from then on the listener is not
  // called. Must go away before its graph, and not from within the listener.
  class Subscription {
   public:
    Subscription() = default;
    Subscription(Subscription&& other) noexcept;
    Subscription& operator=(Subscription&& other) noexcept;
    ~Subscription();

   private:
    friend class Graph;
    Subscription(Graph& graph, std::uint64_t id) : graph_(&graph), id_(id) {}

    Graph* graph_ = nullptr;
    std::uint64_t id_ = 0;
  };

  // Calls `listener` after each group of acknowledged commits with the latest
  // revision, from a committing thread; it must return fast and not call Commit.
  [[nodiscard]] Subscription Subscribe(std::function<void(std::uint64_t revision)> listener);

  Statistics statistics() const;

 private:
  const std::unique_ptr<Store> store_;
};

}  // namespace newsgraph::graph
