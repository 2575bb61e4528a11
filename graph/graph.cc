#include "graph/graph.h"

#include <rocksdb/env.h>

#include <utility>

#include "graph/claim_query.h"
#include "graph/conflict_query.h"
#include "graph/entity_query.h"
#include "graph/entity_store.h"
#include "graph/link_query.h"
#include "graph/reader.h"
#include "graph/record.h"
#include "graph/store.h"
#include "graph/suppressions.h"

namespace newsgraph::graph {

StatusOr<std::unique_ptr<Graph>> Graph::Open(const std::string& path, const Catalogue& catalogue,
                                             const GraphOptions& options) {
  DatabasePlace place;
  place.path = path;
  ASSIGN_OR_RETURN(std::unique_ptr<Store> store, Store::Open(place, catalogue, options));
  return std::make_unique<Graph>(std::move(store));
}

StatusOr<std::unique_ptr<Graph>> Graph::OpenInMemory(const Catalogue& catalogue, GraphOptions options) {
  std::unique_ptr<rocksdb::Env> memory(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  DatabasePlace place;
  place.path = "/memory";
  place.env = memory.get();
  options.durability = Durability::kProcess;
  ASSIGN_OR_RETURN(std::unique_ptr<Store> store, Store::Open(place, catalogue, options, std::move(memory)));
  return std::make_unique<Graph>(std::move(store));
}

Graph::Graph(std::unique_ptr<Store> store) : store_(std::move(store)) {}

Graph::~Graph() = default;

StatusOr<Receipt> Graph::Commit(const Article& article, const Extraction& extraction) {
  return store_->Commit(article, extraction, nullptr);
}

StatusOr<Receipt> Graph::Commit(const Article& article, const ArticleReading& reading) {
  return store_->Commit(article, reading.extraction, &reading);
}

std::vector<StatusOr<Receipt>> Graph::Commit(std::span<const ArticleAsRead* const> articles) {
  return store_->Commit(articles);
}

StatusOr<std::vector<Conflict>> Graph::CheckDraft(const Article& article, const Extraction& extraction) const {
  return store_->CheckDraft(article, extraction);
}

StatusOr<StoredArticle> Graph::GetArticle(std::string_view id, std::uint32_t article_revision) const {
  const Reader reader(store_->database());
  const std::uint64_t revision = store_->acknowledged().revision();
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader.ArticleNumber(id));
  std::optional<storage::v1::Record> record;
  if (number) {
    ASSIGN_OR_RETURN(record, article_revision == 0 ? reader.NewestRecord(*number, revision)
                                                   : reader.RecordOf(*number, article_revision, revision));
  }
  if (!record) {
    const std::string which = article_revision == 0 ? "" : Concat("revision ", article_revision, " of ");
    return Error(StatusCode::kNotFound, "there is no ", which, "article \"", id, "\"");
  }
  ASSIGN_OR_RETURN(std::string text, reader.TextOf(*number, record->text_revision()));
  std::optional<StoredArticle> stored = ReadArticle(*record, std::move(text));
  if (!stored) return store_->database().Damaged(Concat("the record of article \"", id, "\" cannot be read"));
  store_->identities().Rename(*stored, revision);
  return *std::move(stored);
}

StatusOr<Page<Evidence>> Graph::ListClaims(const ClaimFilter& filter, std::size_t page_size,
                                           const PageToken& token) const {
  return graph::ListClaims(store_->database(), store_->identities(), store_->acknowledged().revision(), filter,
                           page_size, token);
}

StatusOr<Page<Link>> Graph::ListLinks(const LinkFilter& filter, std::size_t page_size, const PageToken& token) const {
  return graph::ListLinks(store_->database(), store_->identities(), store_->catalogue(),
                          store_->acknowledged().revision(), filter, page_size, token);
}

StatusOr<Page<Conflict>> Graph::ListConflicts(const ConflictFilter& filter, std::size_t page_size,
                                              const PageToken& token) const {
  return graph::ListConflicts(store_->database(), store_->identities(), store_->acknowledged().revision(), filter,
                              page_size, token);
}

StatusOr<Conflict> Graph::GetConflict(std::string_view id) const {
  return graph::GetConflict(store_->database(), store_->identities(), store_->acknowledged().revision(), id);
}

StatusOr<Page<Conflict>> Graph::ListConflictVersions(std::string_view id, std::size_t page_size,
                                                     const PageToken& token) const {
  return graph::ListConflictVersions(store_->database(), store_->identities(), store_->acknowledged().revision(), id,
                                     page_size, token);
}

StatusOr<Conflict> Graph::Decide(std::string_view id, const Review& review) {
  RETURN_IF_ERROR(store_->Decide(id, review));
  return GetConflict(id);
}

StatusOr<Suppression> Graph::Suppress(const Suppression& suppression) {
  ASSIGN_OR_RETURN(const std::uint64_t revision, store_->Suppress(suppression));
  return GetSuppression(store_->database(), store_->acknowledged().revision(), revision);
}

StatusOr<Suppression> Graph::EndSuppression(std::uint64_t suppression, const SuppressionEnd& end) {
  SuppressionEnding ending{suppression, end};
  ending.end.expired = false;
  RETURN_IF_ERROR(store_->End(ending));
  return GetSuppression(store_->database(), store_->acknowledged().revision(), suppression);
}

Status Graph::EndExpired(std::chrono::sys_seconds now) {
  SuppressionEnding ending;
  ending.end.expired = true;
  ending.end.time = now;
  return store_->End(ending);
}

std::optional<std::chrono::sys_seconds> Graph::NextExpiry() const { return store_->suppressions().NextExpiry(); }

StatusOr<Page<Suppression>> Graph::ListSuppressions(bool standing, std::size_t page_size,
                                                    const PageToken& token) const {
  return graph::ListSuppressions(store_->database(), store_->acknowledged().revision(), standing, page_size, token);
}

StatusOr<KnownEntity> Graph::GetEntity(std::string_view id) const {
  return graph::GetEntity(store_->entity_sources(), id);
}

StatusOr<std::string> Graph::NameOf(std::string_view id) const {
  ASSIGN_OR_RETURN(const std::optional<Entity> entity,
                   FindEntity(store_->database(), store_->catalogue(), id, store_->acknowledged().revision()));
  return entity && !entity->name.empty() ? entity->name : std::string(id);
}

StatusOr<std::vector<KnownEntity>> Graph::SearchEntities(const EntityQuery& query) const {
  return graph::SearchEntities(store_->entity_sources(), query);
}

StatusOr<EntityChange> Graph::Change(const EntityChange& change) { return store_->Change(change); }

StatusOr<Page<EntityChange>> Graph::ListEntityChanges(std::string_view entity, std::size_t page_size,
                                                      const PageToken& token) const {
  return graph::ListEntityChanges(store_->entity_sources(), entity, page_size, token);
}

StatusOr<std::vector<Event>> Graph::ReadEvents(std::uint64_t after_revision, std::size_t limit) const {
  return graph::ReadEvents(store_->database(), store_->identities(), store_->acknowledged().revision(), after_revision,
                           limit);
}

Graph::Subscription::Subscription(Subscription&& other) noexcept
    : graph_(std::exchange(other.graph_, nullptr)), id_(other.id_) {}

Graph::Subscription& Graph::Subscription::operator=(Subscription&& other) noexcept {
  std::swap(graph_, other.graph_);
  std::swap(id_, other.id_);
  return *this;
}

Graph::Subscription::~Subscription() {
  if (graph_ != nullptr) graph_->store_->listeners().Remove(id_);
}

Graph::Subscription Graph::Subscribe(std::function<void(std::uint64_t revision)> listener) {
  return {*this, store_->listeners().Add(std::move(listener))};
}

Statistics Graph::statistics() const {
  const storage::v1::Head head = store_->acknowledged();
  return {.revision = head.revision(),
          .article_count = head.article_count(),
          .claim_count = head.claim_count(),
          .conflict_count = head.open_conflict_count(),
          .storage_version = kStorageVersion};
}

}  // namespace newsgraph::graph
