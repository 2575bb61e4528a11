#include "graph/store.h"

#include <optional>
#include <string>
#include <utility>

#include "graph/draft_check.h"
#include "graph/entity_store.h"
#include "graph/reader.h"
#include "graph/validate.h"

namespace newsgraph::graph {
namespace {

StatusOr<storage::v1::Head> ReadHead(const Database& database) {
  ASSIGN_OR_RETURN(const std::optional<std::string> bytes, database.Get(Column::kMeta, kHeadKey));
  storage::v1::Head head;
  if (bytes && !head.ParseFromString(*bytes)) return database.Damaged("its newest revision cannot be read");
  return head;
}

}  // namespace

StatusOr<std::unique_ptr<Store>> Store::Open(const DatabasePlace& place, const Catalogue& catalogue,
                                             const GraphOptions& options, std::unique_ptr<rocksdb::Env> owned_env) {
  ASSIGN_OR_RETURN(std::unique_ptr<Database> database, Database::Open(place));
  RETURN_IF_ERROR(CountOwnArticles(*database, OwnOutlets(options.own_outlets)));
  ASSIGN_OR_RETURN(const storage::v1::Head head, ReadHead(*database));
  ASSIGN_OR_RETURN(const std::vector<EntityChange> changes, ReadChanges(*database));
  ASSIGN_OR_RETURN(const std::vector<Suppression> standing, ReadStanding(*database));
  return std::unique_ptr<Store>(
      new Store(std::move(owned_env), std::move(database), catalogue, options, head, changes, standing));
}

Store::Store(std::unique_ptr<rocksdb::Env> owned_env, std::unique_ptr<Database> database, const Catalogue& catalogue,
             const GraphOptions& options, const storage::v1::Head& head, const std::vector<EntityChange>& changes,
             const std::vector<Suppression>& standing)
    : owned_env_(std::move(owned_env)),
      database_(std::move(database)),
      catalogue_(catalogue),
      durability_(options.durability),
      names_(catalogue),
      own_outlets_(options.own_outlets),
      writer_(*database_, catalogue, identities_, suppressions_, own_outlets_, head),
      queue_([this](std::vector<Request*>& group) { CommitGroup(group); }),
      acknowledged_(head) {
  for (const EntityChange& change : changes) identities_.Add(change);
  for (const Suppression& suppression : standing) suppressions_.Add(suppression);
}

StatusOr<Receipt> Store::Commit(const Article& article, const Extraction& extraction, const ArticleReading* reading) {
  ASSIGN_OR_RETURN(Request request, RequestFor(article, extraction, reading));
  queue_.Submit({&request, 1});
  return std::move(request.receipt);
}

std::vector<StatusOr<Receipt>> Store::Commit(std::span<const ArticleAsRead* const> articles) {
  std::vector<StatusOr<Receipt>> receipts;
  std::vector<Request> requests;
  for (const ArticleAsRead* one : articles) {
    StatusOr<Request> request = RequestFor(one->article, one->reading.extraction, &one->reading);
    receipts.emplace_back(request.ok() ? StatusOr<Receipt>(Receipt()) : request.status());
    if (request.ok()) requests.push_back(*std::move(request));
  }
  if (!requests.empty()) queue_.Submit(requests);
  auto request = requests.begin();
  for (StatusOr<Receipt>& receipt : receipts) {
    if (receipt.ok()) receipt = std::move(request++->receipt);
  }
  return receipts;
}

StatusOr<Store::Request> Store::RequestFor(const Article& article, const Extraction& extraction,
                                           const ArticleReading* reading) const {
  RETURN_IF_ERROR(Validate(article, extraction));
  Draft draft = MakeDraft(article, extraction, catalogue_, identities_);
  if (reading != nullptr) CheckText(article, *reading, catalogue_, draft);
  return Request{std::move(draft), Receipt()};
}

StatusOr<std::vector<Conflict>> Store::CheckDraft(const Article& article, const Extraction& extraction) const {
  RETURN_IF_ERROR(Validate(article, extraction));
  return graph::CheckDraft(*database_, catalogue_, identities_, suppressions_,
                           MakeDraft(article, extraction, catalogue_, identities_));
}

StatusOr<EntityChange> Store::Change(const EntityChange& change) {
  Request request{change, Receipt()};
  queue_.Submit({&request, 1});
  RETURN_IF_ERROR(request.receipt.status());
  return std::get<EntityChange>(std::move(request.work));
}

Status Store::Decide(std::string_view conflict, const Review& review) {
  RETURN_IF_ERROR(Validate(review));
  Request request{Decision{std::string(conflict), review}, Receipt()};
  queue_.Submit({&request, 1});
  return request.receipt.status();
}

StatusOr<std::uint64_t> Store::Suppress(const Suppression& suppression) {
  RETURN_IF_ERROR(Validate(suppression, catalogue_));
  if (!suppression.subject.empty()) {
    ASSIGN_OR_RETURN(const std::optional<Entity> subject,
                     FindEntity(*database_, catalogue_, suppression.subject, acknowledged().revision()));
    if (!subject)
      return Error(StatusCode::kInvalidArgument, "subject: there is no entity \"", suppression.subject, "\"");
  }
  Request request{suppression, Receipt()};
  queue_.Submit({&request, 1});
  RETURN_IF_ERROR(request.receipt.status());
  return request.receipt->revision;
}

Status Store::End(const SuppressionEnding& ending) {
  Request request{ending, Receipt()};
  queue_.Submit({&request, 1});
  return request.receipt.status();
}

StatusOr<Receipt> Store::Apply(Request& request) {
  RETURN_IF_ERROR(failure_);
  if (Draft* const draft = std::get_if<Draft>(&request.work)) return writer_.Apply(std::move(*draft));
  if (const Decision* const decision = std::get_if<Decision>(&request.work)) return writer_.Apply(*decision);
  if (Suppression* const one = std::get_if<Suppression>(&request.work)) return writer_.Apply(std::move(*one));
  if (const auto* const ending = std::get_if<SuppressionEnding>(&request.work)) return writer_.Apply(*ending);
  EntityChange& change = std::get<EntityChange>(request.work);
  ASSIGN_OR_RETURN(change, writer_.Apply(std::move(change)));
  return Receipt{.revision = change.revision, .article_revision = 0, .unchanged = false, .copy_of = {}};
}

storage::v1::Head Store::acknowledged() const {
  const std::lock_guard lock(mutex_);
  return acknowledged_;
}

void Store::CommitGroup(std::vector<Request*>& group) {
  for (Request* request : group) {
    request->receipt = Apply(*request);
  }
  if (writer_.head().revision() == acknowledged().revision() && writer_.failure().ok()) return;
  if (failure_.ok()) failure_ = Settle();
  if (!failure_.ok()) {
    for (Request* request : group) request->receipt = failure_;
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    acknowledged_ = writer_.head();
  }
  listeners_.Tell(writer_.head().revision());
}

Status Store::Settle() {
  // After a failed write RocksDB must not be asked to sync: the log has a hole.
  RETURN_IF_ERROR(writer_.failure());
  return durability_ == Durability::kDisk ? database_->Sync() : OkStatus();
}

}  // namespace newsgraph::graph
