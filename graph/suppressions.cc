#include "graph/suppressions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "graph/codec.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/paging.h"
#include "graph/reader.h"

namespace newsgraph::graph {
namespace {

storage::v1::Suppression Encoded(const Suppression& suppression) {
  storage::v1::Suppression stored;
  if (suppression.kind) stored.set_kind(static_cast<std::uint32_t>(*suppression.kind));
  stored.set_subject(suppression.subject);
  stored.set_metric(suppression.metric);
  stored.set_reason(suppression.reason);
  stored.set_reviewer(suppression.reviewer);
  if (suppression.time) stored.set_time(suppression.time->time_since_epoch().count());
  if (suppression.expires) stored.set_expires(suppression.expires->time_since_epoch().count());
  if (!suppression.end) return stored;
  storage::v1::SuppressionEnd& end = *stored.mutable_end();
  end.set_revision(suppression.end->revision);
  end.set_expired(suppression.end->expired);
  end.set_reason(suppression.end->reason);
  end.set_reviewer(suppression.end->reviewer);
  if (suppression.end->time) end.set_time(suppression.end->time->time_since_epoch().count());
  return stored;
}

SuppressionEnd ReadEnd(const storage::v1::SuppressionEnd& stored, Decoder& decoder) {
  SuppressionEnd end{stored.revision(), stored.expired(), stored.reason(), stored.reviewer(), std::nullopt};
  if (stored.has_time()) end.time = decoder.ReadTime(stored.time());
  return end;
}

// As it was at a revision; nothing where key or bytes are damaged.
std::optional<Suppression> Read(std::string_view position, std::string_view bytes, std::uint64_t as_of) {
  KeyReader key(position);
  Suppression suppression;
  suppression.revision = key.Descending();
  storage::v1::Suppression stored;
  if (!key.done() || !stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
  Decoder decoder;
  if (stored.has_kind()) suppression.kind = decoder.ReadEnum(stored.kind(), ConflictKind::kRevision);
  suppression.subject = stored.subject();
  suppression.metric = stored.metric();
  suppression.reason = stored.reason();
  suppression.reviewer = stored.reviewer();
  if (stored.has_time()) suppression.time = decoder.ReadTime(stored.time());
  if (stored.has_expires()) suppression.expires = decoder.ReadTime(stored.expires());
  if (stored.has_end() && stored.end().revision() <= as_of) suppression.end = ReadEnd(stored.end(), decoder);
  return decoder.ok() ? std::optional(std::move(suppression)) : std::nullopt;
}

Status Damaged(const Database& database) { return database.Damaged("a suppression cannot be read"); }

std::string PositionOf(std::uint64_t revision) { return KeyWriter().Descending(revision).Take(); }

}  // namespace

void Suppressions::Add(const Suppression& suppression) {
  const std::lock_guard lock(mutex_);
  standing_.emplace(suppression.revision, suppression);
  count_ = standing_.size();
}

void Suppressions::Remove(std::uint64_t revision) {
  const std::lock_guard lock(mutex_);
  standing_.erase(revision);
  count_ = standing_.size();
}

ConflictState Suppressions::Undecided(ConflictKind kind, std::string_view subject, std::string_view metric) const {
  if (count_ == 0) return ConflictState::kOpen;
  const std::string meant = identities_.Of(subject, "", kLatest);
  const std::lock_guard lock(mutex_);
  const bool suppressed = std::any_of(standing_.begin(), standing_.end(), [&](const auto& entry) {
    const Suppression& one = entry.second;
    return one.kind.value_or(kind) == kind && (one.metric.empty() || one.metric == metric) &&
           (one.subject.empty() || identities_.Of(one.subject, "", kLatest) == meant);
  });
  return suppressed ? ConflictState::kSuppressed : ConflictState::kOpen;
}

ConflictState Suppressions::Undecided(const storage::v1::Conflict& version) const {
  return Undecided(static_cast<ConflictKind>(version.kind()), version.subject(), version.metric());
}

std::optional<Suppression> Suppressions::Find(std::uint64_t revision) const {
  const std::lock_guard lock(mutex_);
  const auto at = standing_.find(revision);
  return at == standing_.end() ? std::nullopt : std::optional(at->second);
}

std::vector<Suppression> Suppressions::ExpiredBy(std::chrono::sys_seconds now) const {
  const std::lock_guard lock(mutex_);
  std::vector<Suppression> expired;
  for (const auto& [revision, one] : standing_) {
    if (one.expires && *one.expires <= now) expired.push_back(one);
  }
  return expired;
}

std::optional<std::chrono::sys_seconds> Suppressions::NextExpiry() const {
  const std::lock_guard lock(mutex_);
  std::optional<std::chrono::sys_seconds> next;
  for (const auto& [revision, one] : standing_) {
    if (one.expires && (!next || *one.expires < *next)) next = one.expires;
  }
  return next;
}

void StoreSuppression(const Suppression& suppression, Batch& batch) {
  batch.Put(Column::kIndexes, SuppressionsList() + PositionOf(suppression.revision),
            Encoded(suppression).SerializeAsString());
}

StatusOr<std::vector<Suppression>> ReadStanding(const Database& database) {
  std::vector<Suppression> standing;
  const auto scan = database.Scan(Column::kIndexes, SuppressionsList());
  for (; scan->valid(); scan->Next()) {
    std::optional<Suppression> suppression = Read(scan->key(), scan->value(), kLatest);
    if (!suppression) return Damaged(database);
    if (!suppression->end) standing.push_back(*std::move(suppression));
  }
  RETURN_IF_ERROR(database.Verify(*scan));
  return standing;
}

StatusOr<Page<Suppression>> ListSuppressions(const Database& database, std::uint64_t acknowledged, bool standing,
                                             std::size_t page_size, const PageToken& token) {
  const std::string listing = KeyWriter().Raw("suppressions").U8(standing ? 1 : 0).Take();
  ASSIGN_OR_RETURN(const Position start, StartOfPage(listing, acknowledged, token));
  PageFiller<Suppression> filler(start, page_size);
  const auto scan = database.Scan(Column::kIndexes, SuppressionsList());
  if (!start.after.empty()) scan->Seek(start.after);
  for (; scan->valid(); scan->Next()) {
    std::string position(scan->key());
    std::optional<Suppression> suppression = Read(position, scan->value(), start.revision);
    if (!suppression) return Damaged(database);
    if (position <= start.after || suppression->revision > start.revision) continue;
    if (standing && suppression->end) continue;
    if (!filler.Add(*std::move(suppression), std::move(position))) break;
  }
  RETURN_IF_ERROR(database.Verify(*scan));
  return filler.Take();
}

StatusOr<Suppression> GetSuppression(const Database& database, std::uint64_t acknowledged, std::uint64_t revision) {
  const std::string position = PositionOf(revision);
  std::optional<std::string> bytes;
  if (revision <= acknowledged) {
    ASSIGN_OR_RETURN(bytes, database.Get(Column::kIndexes, SuppressionsList() + position));
  }
  if (!bytes) return Error(StatusCode::kNotFound, "there is no suppression ", revision);
  std::optional<Suppression> suppression = Read(position, *bytes, acknowledged);
  if (!suppression) return Damaged(database);
  return *std::move(suppression);
}

}  // namespace newsgraph::graph
