// What a graph is made of: the database, its one writer, and what was
// acknowledged so far.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/commit_queue.h"
#include "graph/database.h"
#include "graph/draft.h"
#include "graph/entity_query.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "graph/own_outlets.h"
#include "graph/storage/index.pb.h"
#include "graph/suppressions.h"
#include "graph/writer.h"
#include "model/catalogue.h"
#include "model/listeners.h"
#include "model/reading.h"
#include "model/status.h"
#include "model/suppression.h"

namespace newsgraph::graph {

// Any thread may call.
class Store {
 public:
  static StatusOr<std::unique_ptr<Store>> Open(const DatabasePlace& place, const Catalogue& catalogue,
                                               const GraphOptions& options,
                                               std::unique_ptr<rocksdb::Env> owned_env = nullptr);

  // As Graph::Commit(), with what the checks of one text need where it is known; Graph::CheckDraft(), Graph::Change()
  // and Graph::Decide().
  StatusOr<Receipt> Commit(const Article& article, const Extraction& extraction, const ArticleReading* reading);
  std::vector<StatusOr<Receipt>> Commit(std::span<const ArticleAsRead* const> articles);
  StatusOr<std::vector<Conflict>> CheckDraft(const Article& article, const Extraction& extraction) const;
  StatusOr<EntityChange> Change(const EntityChange& change);
  Status Decide(std::string_view conflict, const Review& review);
  // As Graph::Suppress(), Graph::EndSuppression() and Graph::EndExpired(); the revision is that of the change.
  StatusOr<std::uint64_t> Suppress(const Suppression& suppression);
  Status End(const SuppressionEnding& ending);

  const Database& database() const { return *database_; }
  const Catalogue& catalogue() const { return catalogue_; }
  // What every read may show: the newest revision that is as durable as the
  // options say, with the counts at it.
  storage::v1::Head acknowledged() const;
  // Of the newest revision that is acknowledged.
  Listeners<std::uint64_t>& listeners() { return listeners_; }
  const Identities& identities() const { return identities_; }
  const Suppressions& suppressions() const { return suppressions_; }
  EntitySources entity_sources() const { return {*database_, names_, identities_, acknowledged().revision()}; }

 private:
  struct Request {
    // Of a change of entities, what became of it afterwards.
    std::variant<Draft, EntityChange, Decision, Suppression, SuppressionEnding> work;
    StatusOr<Receipt> receipt;
  };

  Store(std::unique_ptr<rocksdb::Env> owned_env, std::unique_ptr<Database> database, const Catalogue& catalogue,
        const GraphOptions& options, const storage::v1::Head& head, const std::vector<EntityChange>& changes,
        const std::vector<Suppression>& standing);
  // What Commit() asks of the writer.
  StatusOr<Request> RequestFor(const Article& article, const Extraction& extraction,
                               const ArticleReading* reading) const;
  StatusOr<Receipt> Apply(Request& request);
  void CommitGroup(std::vector<Request*>& group);
  // Makes what the writer wrote as durable as the options say.
  Status Settle();

  const std::unique_ptr<rocksdb::Env> owned_env_;  // outlives the database
  const std::unique_ptr<Database> database_;
  const Catalogue& catalogue_;
  const Durability durability_;
  const PackNames names_;
  Identities identities_;
  Suppressions suppressions_{identities_};
  const OwnOutlets own_outlets_;
  // Used by one group at a time.
  Writer writer_;
  Status failure_;
  CommitQueue<Request> queue_;
  Listeners<std::uint64_t> listeners_;
  mutable std::mutex mutex_;
  storage::v1::Head acknowledged_;
};

}  // namespace newsgraph::graph
