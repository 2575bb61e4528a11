#include "graph/writer.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "graph/claim_index.h"
#include "graph/codec.h"
#include "graph/compared_row.h"
#include "graph/conflict_version.h"
#include "graph/copy_index.h"
#include "graph/entity_changes.h"
#include "graph/entity_store.h"
#include "graph/keys.h"
#include "graph/meaning.h"
#include "graph/reader.h"
#include "graph/record.h"

namespace newsgraph::graph {
namespace {

// What the source and the extractor say, without what the graph adds.
std::string Content(storage::v1::Record record) {
  record.clear_article_revision();
  record.clear_revision();
  record.clear_text_revision();
  record.clear_comparison_keys();
  record.clear_signature();
  record.clear_copy_of();
  return record.SerializeAsString();
}

storage::v1::Event ArticleEvent(EventKind kind, std::uint64_t article, std::uint32_t article_revision) {
  storage::v1::Event event;
  event.set_kind(static_cast<std::uint32_t>(kind));
  event.set_article(article);
  event.set_article_revision(article_revision);
  return event;
}

}  // namespace

Writer::Writer(Database& database, const Catalogue& catalogue, Identities& identities, Suppressions& suppressions,
               const OwnOutlets& own_outlets, storage::v1::Head head)
    : database_(database),
      catalogue_(catalogue),
      identities_(identities),
      suppressions_(suppressions),
      own_outlets_(own_outlets),
      head_(std::move(head)),
      comparisons_(database, catalogue) {}

StatusOr<Receipt> Writer::Apply(Draft draft) {
  RETURN_IF_ERROR(failure_);
  ASSIGN_OR_RETURN(const std::optional<Former> former, FindFormer(draft));
  const bool same = former && ((former->same_text && Content(former->record) == Content(draft.record)) ||
                               SayTheSame(former->record, draft.record));
  if (same) {
    return Receipt{.revision = former->record.revision(),
                   .article_revision = former->record.article_revision(),
                   .unchanged = true,
                   .copy_of = former->record.copy_of()};
  }
  if (draft.identity_count != identities_.change_count()) {
    std::optional<ClaimsByKey> claims = FileClaims(draft.record, catalogue_, identities_);
    Check(claims.has_value(), "a draft's record can be read");
    draft.claims = *std::move(claims);
  }
  StatusOr<Receipt> receipt = Write(std::move(draft), former);
  if (!receipt.ok()) comparisons_.Clear();
  return receipt;
}

StatusOr<EntityChange> Writer::Apply(EntityChange change) {
  RETURN_IF_ERROR(failure_);
  const EntityChanges changes(database_, catalogue_, identities_);
  change.revision = head_.revision() + 1;
  RETURN_IF_ERROR(changes.Complete(change));
  ASSIGN_OR_RETURN(const std::vector<std::uint64_t> articles, changes.Articles(change));
  identities_.Add(change);
  StatusOr<EntityChange> written = Write(change, articles);
  if (!written.ok()) {
    identities_.Forget(change.revision);
    comparisons_.Clear();
  }
  return written;
}

StatusOr<Receipt> Writer::Apply(const Decision& decision) {
  RETURN_IF_ERROR(failure_);
  const Reader reader(database_);
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader.ConflictNumber(decision.conflict));
  if (!number) return Error(StatusCode::kNotFound, "there is no conflict \"", decision.conflict, "\"");
  ASSIGN_OR_RETURN(const std::optional<storage::v1::Conflict> former, reader.NewestConflict(*number, kLatest));
  if (!former) return database_.Damaged(Concat("conflict \"", decision.conflict, "\" is missing"));
  if (IsResolved(*former)) {
    return Error(StatusCode::kFailedPrecondition, "conflict \"", decision.conflict,
                 "\" is resolved: an article was corrected");
  }
  storage::v1::Head head = head_;
  head.set_revision(head.revision() + 1);
  NumberedVersion next{*number, *former};
  const bool undecided = decision.review.state == ConflictState::kOpen;
  const ConflictState state = undecided ? suppressions_.Undecided(*former) : decision.review.state;
  next.version.set_state(static_cast<std::uint32_t>(state));
  next.version.set_changed_revision(head.revision());
  *next.version.mutable_review() = Encode(decision.review);
  Batch batch = database_.NewBatch();
  RETURN_IF_ERROR(Write({std::move(next)}, head, batch));
  return Receipt{.revision = head_.revision(), .article_revision = 0, .unchanged = false, .copy_of = {}};
}

StatusOr<Receipt> Writer::Apply(Suppression suppression) {
  RETURN_IF_ERROR(failure_);
  suppression.revision = head_.revision() + 1;
  suppressions_.Add(suppression);
  StatusOr<Receipt> receipt = Write(std::vector{suppression});
  if (!receipt.ok()) suppressions_.Remove(suppression.revision);
  return receipt;
}

StatusOr<Receipt> Writer::Apply(const SuppressionEnding& ending) {
  RETURN_IF_ERROR(failure_);
  std::vector<Suppression> ended;
  if (ending.revision) {
    const std::optional<Suppression> one = suppressions_.Find(*ending.revision);
    if (!one) {
      RETURN_IF_ERROR(GetSuppression(database_, head_.revision(), *ending.revision).status());
      return Error(StatusCode::kFailedPrecondition, "suppression ", *ending.revision, " has ended already");
    }
    ended.push_back(*one);
  } else {
    ended = suppressions_.ExpiredBy(*ending.end.time);
  }
  for (Suppression& one : ended) {
    one.end = ending.end;
    one.end->revision = head_.revision() + 1;
    suppressions_.Remove(one.revision);
  }
  StatusOr<Receipt> receipt = Write(ended);
  for (Suppression& one : ended) {
    if (receipt.ok()) break;
    one.end.reset();
    suppressions_.Add(one);
  }
  return receipt;
}

StatusOr<Receipt> Writer::Write(const std::vector<Suppression>& changed) {
  if (!changed.empty()) {
    storage::v1::Head head = head_;
    head.set_revision(head.revision() + 1);
    Batch batch = database_.NewBatch();
    for (const Suppression& suppression : changed) StoreSuppression(suppression, batch);
    ASSIGN_OR_RETURN(const std::vector<NumberedVersion> resettled,
                     FindResettled(Reader(database_), identities_, suppressions_, changed, head));
    RETURN_IF_ERROR(Write(resettled, head, batch));
  }
  return Receipt{.revision = head_.revision(), .article_revision = 0, .unchanged = changed.empty(), .copy_of = {}};
}

Status Writer::Write(const std::vector<NumberedVersion>& versions, storage::v1::Head& head, Batch& batch) {
  const Reader reader(database_);
  storage::v1::Events events;
  for (const auto& [number, version] : versions) {
    ASSIGN_OR_RETURN(const std::optional<storage::v1::Conflict> former, reader.NewestConflict(number, kLatest));
    Check(former.has_value(), "a conflict that has a next version is stored");
    RETURN_IF_ERROR(StoreVersion(reader, number, &*former, version, {}, head, batch));
    storage::v1::Event& event = *events.add_events();
    event.set_kind(static_cast<std::uint32_t>(TransitionOf(&*former, version)));
    event.set_conflict(number);
  }
  batch.Put(Column::kEvents, EventsKey(head.revision()), events.SerializeAsString());
  batch.Put(Column::kMeta, kHeadKey, head.SerializeAsString());
  failure_ = database_.Write(std::move(batch));
  RETURN_IF_ERROR(failure_);
  for (const auto& [number, version] : versions) {
    Comparison* const comparison = comparisons_.FindKept(version.comparison_key());
    if (comparison != nullptr) comparison->conflicts.at(number).version = version;
  }
  head_ = std::move(head);
  return OkStatus();
}

StatusOr<EntityChange> Writer::Write(EntityChange change, const std::vector<std::uint64_t>& articles) {
  storage::v1::Head head = head_;
  head.set_revision(change.revision);
  Batch batch = database_.NewBatch();
  StoreChange(change, batch);
  if (change.kind == EntityChangeKind::kSplit) {
    ASSIGN_OR_RETURN(std::optional<Entity> entity, FindEntity(database_, catalogue_, change.entity, kLatest));
    Check(entity.has_value(), "what is split is known");
    entity->id = change.others.front();
    if (!change.name.empty()) entity->name = change.name;
    StoreSeen(*entity, change.revision, batch);
  }
  ASSIGN_OR_RETURN(ConflictUpdate conflicts, Refile(articles, head, batch));
  batch.Put(Column::kMeta, kHeadKey, head.SerializeAsString());
  failure_ = database_.Write(std::move(batch));
  RETURN_IF_ERROR(failure_);
  conflicts.Settle();
  head_ = std::move(head);
  return change;
}

StatusOr<ConflictUpdate> Writer::Refile(const std::vector<std::uint64_t>& articles, storage::v1::Head& head,
                                        Batch& batch) {
  const Reader reader(database_);
  std::map<std::uint64_t, RowsByKey> rows;
  std::set<std::string> keys;
  for (const std::uint64_t article : articles) {
    ASSIGN_OR_RETURN(std::optional<storage::v1::Record> record, reader.NewestRecord(article, kLatest));
    if (!record) return database_.Damaged(Concat("the record of article number ", article, " is missing"));
    for (const std::string& key : record->comparison_keys()) {
      keys.insert(key);
      batch.Delete(Column::kComparisons, ComparedClaimsKey(key, article));
    }
    std::optional<ClaimsByKey> filed = FileClaims(*record, catalogue_, identities_);
    if (!filed) return database_.Damaged(Concat("the record of article number ", article, " cannot be read"));
    for (const auto& [key, compared] : *filed) {
      keys.insert(key);
      const std::string& row = rows[article].emplace(key, MakeRow(compared)).first->second;
      batch.Put(Column::kComparisons, ComparedClaimsKey(key, article), row);
    }
    batch.Put(Column::kRecords, RecordKey(article, record->article_revision()), record->SerializeAsString());
    rows.try_emplace(article);
  }
  ChangedClaims changed;
  for (const auto& [article, filed] : rows) changed.emplace(article, &filed);
  ConflictUpdate conflicts(database_, comparisons_, catalogue_, suppressions_, own_outlets_, head, changed);
  RETURN_IF_ERROR(conflicts.Find(keys));
  ASSIGN_OR_RETURN(const std::vector<storage::v1::Event> found, conflicts.Write(batch));
  storage::v1::Events events;
  for (const storage::v1::Event& event : found) *events.add_events() = event;
  batch.Put(Column::kEvents, EventsKey(head.revision()), events.SerializeAsString());
  return conflicts;
}

StatusOr<std::optional<Writer::Former>> Writer::FindFormer(const Draft& draft) const {
  const Reader reader(database_);
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> article, reader.ArticleNumber(draft.record.id()));
  if (!article) return std::optional<Former>();
  ASSIGN_OR_RETURN(std::optional<storage::v1::Record> record, reader.NewestRecord(*article, kLatest));
  if (!record) return database_.Damaged(Concat("the record of article \"", draft.record.id(), "\" is missing"));
  ASSIGN_OR_RETURN(std::string text, reader.TextOf(*article, record->text_revision()));
  const bool same_text = text == draft.text;
  // Its claims are about to be looked up in the indexes, so they must be sound.
  if (!ReadArticle(*record, std::move(text))) {
    return database_.Damaged(Concat("the record of article \"", draft.record.id(), "\" cannot be read"));
  }
  return std::optional(Former{*article, *std::move(record), same_text});
}

void Writer::Number(Draft& draft, const std::optional<Former>& former, storage::v1::Head& head) {
  storage::v1::Record& record = draft.record;
  head.set_revision(head.revision() + 1);
  if (!former) head.set_article_count(head.article_count() + 1);
  record.set_revision(head.revision());
  record.set_article_revision(former ? former->record.article_revision() + 1 : 1);
  record.set_text_revision(former && former->same_text ? former->record.text_revision() : record.article_revision());
  const int former_claims = former ? former->record.claims_size() : 0;
  head.set_claim_count(head.claim_count() + static_cast<std::uint64_t>(record.claims_size()) -
                       static_cast<std::uint64_t>(former_claims));
  for (auto& [key, claims] : draft.claims) {
    for (Evidence& evidence : claims) evidence.ref.revision = record.article_revision();
  }
}

StatusOr<Receipt> Writer::Write(Draft draft, const std::optional<Former>& former) {
  storage::v1::Head head = head_;
  Number(draft, former, head);
  const storage::v1::Record& record = draft.record;
  const std::uint64_t article = former ? former->article : head.article_count();
  Batch batch = database_.NewBatch();
  std::set<std::string> keys(record.comparison_keys().begin(), record.comparison_keys().end());
  if (former) {
    RetireClaims(*former, head.revision(), batch);
    keys.insert(former->record.comparison_keys().begin(), former->record.comparison_keys().end());
  } else {
    batch.Put(Column::kNames, ArticleNameKey(record.id()), KeyWriter().U64(article).Take());
  }
  RETURN_IF_ERROR(FindOrigin(draft, article, former, batch));
  for (auto& [key, claims] : draft.claims) {
    for (Evidence& evidence : claims) evidence.copy_of = draft.record.copy_of();
  }
  const RowsByKey rows = WriteClaims(draft, article, batch);
  RETURN_IF_ERROR(StoreSeen(database_, catalogue_, record, head.revision(), batch));

  storage::v1::Events events;
  const EventKind kind = former ? EventKind::kArticleChanged : EventKind::kArticleAdded;
  *events.add_events() = ArticleEvent(kind, article, record.article_revision());
  ConflictUpdate conflicts(database_, comparisons_, catalogue_, suppressions_, own_outlets_, head, {{article, &rows}});
  RETURN_IF_ERROR(conflicts.Find(keys));
  RETURN_IF_ERROR(FindOwn(draft, article, former, conflicts));
  ASSIGN_OR_RETURN(const std::vector<storage::v1::Event> changes, conflicts.Write(batch));
  for (const storage::v1::Event& event : changes) *events.add_events() = event;
  batch.Put(Column::kEvents, EventsKey(head.revision()), events.SerializeAsString());
  batch.Put(Column::kMeta, kHeadKey, head.SerializeAsString());

  failure_ = database_.Write(std::move(batch));
  RETURN_IF_ERROR(failure_);
  conflicts.Settle();
  head_ = std::move(head);
  return Receipt{.revision = head_.revision(),
                 .article_revision = record.article_revision(),
                 .unchanged = false,
                 .copy_of = record.copy_of()};
}

Status Writer::FindOwn(const Draft& draft, std::uint64_t article, const std::optional<Former>& former,
                       ConflictUpdate& conflicts) const {
  std::vector<Conflict> own = draft.own;
  for (Conflict& conflict : own) {
    for (ConflictSide& side : conflict.sides) {
      for (Evidence& evidence : side.evidence) evidence.ref.revision = draft.record.article_revision();
    }
  }
  if (!own.empty() || former) RETURN_IF_ERROR(conflicts.FindOwn(article, own));
  if (!former || !draft.correction) return OkStatus();
  const std::optional<std::vector<Evidence>> earlier = ClaimsOf(former->record, identities_);
  const std::optional<std::vector<Evidence>> later = ClaimsOf(draft.record, identities_);
  if (!earlier || !later) return database_.Damaged(Concat("the record of article number ", article, " cannot be read"));
  return conflicts.FindRevisions(article, compare::FindRevisions(*earlier, *later, *draft.correction, catalogue_));
}

Status Writer::FindOrigin(Draft& draft, std::uint64_t article, const std::optional<Former>& former,
                          Batch& batch) const {
  storage::v1::Record& record = draft.record;
  const auto published = record.has_published() ? std::optional(record.published()) : std::nullopt;
  const Signature signature = Decoder().Read(record.signature());
  const CopyIndex index(database_);
  bool has_copies = false;
  if (former) {
    CopyIndex::Remove(article, Decoder().Read(former->record.signature()), batch);
    ASSIGN_OR_RETURN(has_copies, index.HasCopies(article));
    if (!former->record.copy_of().empty()) {
      ASSIGN_OR_RETURN(const auto original, Reader(database_).ArticleNumber(former->record.copy_of()));
      if (original) CopyIndex::Unlink(*original, article, batch);
    }
  }
  // What others are copies of is no copy itself: links do not chain.
  std::optional<CopyIndex::Original> original;
  if (!has_copies) {
    ASSIGN_OR_RETURN(original, index.Find(signature, published, article));
  }
  if (original) {
    record.set_copy_of(original->id);
    CopyIndex::Link(original->number, article, batch);
  } else {
    CopyIndex::Add({article, record.id()}, signature, published, batch);
  }
  return OkStatus();
}

RowsByKey Writer::WriteClaims(const Draft& draft, std::uint64_t article, Batch& batch) const {
  const storage::v1::Record& record = draft.record;
  if (record.text_revision() == record.article_revision()) {
    batch.Put(Column::kArticles, TextKey(article, record.text_revision()), draft.text);
  }
  batch.Put(Column::kRecords, RecordKey(article, record.article_revision()), record.SerializeAsString());
  for (const IndexEntry& entry : ClaimEntries(record, article, 0)) {
    batch.Put(Column::kIndexes, entry.key, entry.posting.SerializeAsString());
  }
  RowsByKey rows;
  for (const auto& [key, claims] : draft.claims) {
    const std::string& row = rows.emplace_hint(rows.end(), key, MakeRow(claims))->second;
    batch.Put(Column::kComparisons, ComparedClaimsKey(key, article), row);
  }
  return rows;
}

void Writer::RetireClaims(const Former& former, std::uint64_t revision, Batch& batch) const {
  for (const IndexEntry& entry : ClaimEntries(former.record, former.article, revision)) {
    batch.Put(Column::kIndexes, entry.key, entry.posting.SerializeAsString());
  }
  for (const std::string& key : former.record.comparison_keys()) {
    batch.Delete(Column::kComparisons, ComparedClaimsKey(key, former.article));
  }
}

}  // namespace newsgraph::graph
