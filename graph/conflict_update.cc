#include "graph/conflict_update.h"

#include <algorithm>
#include <utility>

#include "compare/compare.h"
#include "graph/conflict_version.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/record.h"

namespace newsgraph::graph {
namespace {

// Whether two versions say the same.
bool SameContent(storage::v1::Conflict a, storage::v1::Conflict b) {
  for (storage::v1::Conflict* version : {&a, &b}) {
    version->clear_state();
    version->clear_opened_revision();
    version->clear_changed_revision();
    version->clear_review();
  }
  return a.SerializeAsString() == b.SerializeAsString();
}

// Whether a decision on `stored` is no decision on `found`: other values, facets or kinds, not other
// articles that say the same.
bool IsOtherMatter(const storage::v1::Conflict& stored, const storage::v1::Conflict& found) {
  return stored.kind() != found.kind() || stored.severity() != found.severity() ||
         stored.sides_size() != found.sides_size() || stored.explanation() != found.explanation();
}

}  // namespace

std::string ComparedClaimsKey(const std::string& comparison_key, std::uint64_t article) {
  return ComparisonList(comparison_key) + KeyWriter().U8(kClaimsMark).U64(article).Take();
}

ConflictUpdate::ConflictUpdate(const Database& database, const Catalogue& catalogue, storage::v1::Head& head,
                               ChangedClaims changed)
    : reader_(database), catalogue_(catalogue), head_(head), changed_(std::move(changed)) {}

Status ConflictUpdate::Find(const std::set<std::string>& keys) {
  for (const std::string& key : keys) {
    ASSIGN_OR_RETURN(const std::vector<Evidence> claims, Look(key));
    for (const Conflict& found : compare::FindConflicts(key, claims, catalogue_)) {
      RETURN_IF_ERROR(AddFound(key, found));
    }
  }
  return OkStatus();
}

StatusOr<std::vector<Evidence>> ConflictUpdate::Look(const std::string& key) {
  std::vector<Evidence> claims;
  for (const auto& [number, by_key] : changed_) {
    const auto own = by_key->find(key);
    if (own == by_key->end()) continue;
    claims.insert(claims.end(), own->second.begin(), own->second.end());
    articles_[own->second.front().ref.article] = number;
  }
  const Database& database = reader_.database();
  const auto scan = database.Scan(Column::kComparisons, ComparisonList(key));
  for (; scan->valid(); scan->Next()) {
    KeyReader entry(scan->key());
    const std::uint8_t mark = entry.U8();
    const std::uint64_t number = entry.U64();
    if (!entry.done()) return database.Damaged("a key filed for comparison cannot be read");
    if (mark == kFoundMark) {
      RETURN_IF_ERROR(AddStored(number));
    } else if (!changed_.contains(number)) {
      ASSIGN_OR_RETURN(const std::vector<Evidence> others, ReadClaims(number, scan->value()));
      claims.insert(claims.end(), others.begin(), others.end());
    }
  }
  RETURN_IF_ERROR(database.Verify(*scan));
  return claims;
}

StatusOr<std::vector<Evidence>> ConflictUpdate::ReadClaims(std::uint64_t article, std::string_view value) {
  std::optional<std::vector<Evidence>> claims = ReadCompared(value);
  if (!claims || claims->empty()) return reader_.database().Damaged("claims filed for comparison cannot be read");
  articles_[claims->front().ref.article] = article;
  return *std::move(claims);
}

Status ConflictUpdate::AddStored(std::uint64_t number) {
  ASSIGN_OR_RETURN(std::optional<storage::v1::Conflict> stored, reader_.NewestConflict(number, kLatest));
  if (!stored) return reader_.database().Damaged("a conflict filed under a comparison key is missing");
  Change& change = changes_[stored->id()];
  change.number = number;
  change.stored = std::move(stored);
  return OkStatus();
}

Status ConflictUpdate::AddFound(const std::string& key, const Conflict& found) {
  const auto [entry, is_new] = changes_.try_emplace(found.id);
  Change& change = entry->second;
  change.found = Encoded(key, found);
  if (!is_new) return OkStatus();
  // It may have been there before and been resolved.
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader_.ConflictNumber(found.id));
  if (!number) return OkStatus();
  ASSIGN_OR_RETURN(change.stored, reader_.NewestConflict(*number, kLatest));
  if (!change.stored) return reader_.database().Damaged(Concat("conflict \"", found.id, "\" is missing"));
  change.number = *number;
  return OkStatus();
}

storage::v1::Conflict ConflictUpdate::Encoded(const std::string& key, const Conflict& found) const {
  storage::v1::Conflict version;
  version.set_id(found.id);
  version.set_kind(static_cast<std::uint32_t>(found.kind));
  version.set_severity(static_cast<std::uint32_t>(found.severity));
  version.set_subject(found.subject);
  version.set_metric(found.metric);
  version.set_object(found.object);
  version.set_explanation(found.explanation);
  version.set_comparison_key(key);
  for (const ConflictSide& side : found.sides) {
    storage::v1::ConflictSide& stored = *version.add_sides();
    for (const Evidence& evidence : side.evidence) {
      const auto article = articles_.find(evidence.ref.article);
      Check(article != articles_.end(), "a conflict names only claims that were compared");
      storage::v1::ClaimRef& claim = *stored.add_claims();
      claim.set_article(article->second);
      claim.set_article_revision(evidence.ref.revision);
      claim.set_ordinal(evidence.ref.ordinal);
    }
  }
  return version;
}

StatusOr<std::vector<storage::v1::Event>> ConflictUpdate::Write(Batch& batch) {
  std::vector<storage::v1::Event> events;
  for (auto& [id, change] : changes_) {
    if (!change.found && (!change.stored || IsResolved(*change.stored))) continue;
    const storage::v1::Conflict version = NewVersion(change);
    if (change.stored && change.stored->state() == version.state() && SameContent(*change.stored, version)) continue;
    ASSIGN_OR_RETURN(const EventKind kind, Apply(change, version, batch));
    storage::v1::Event& event = events.emplace_back();
    event.set_kind(static_cast<std::uint32_t>(kind));
    event.set_conflict(change.number);
  }
  return events;
}

storage::v1::Conflict ConflictUpdate::NewVersion(const Change& change) const {
  // A resolved conflict goes on to show what it was about.
  storage::v1::Conflict version = change.found ? *change.found : *change.stored;
  const bool goes_on = change.stored && !IsResolved(*change.stored);
  const bool still_decided = goes_on && change.found && !IsOtherMatter(*change.stored, *change.found);
  if (!change.found) {
    version.set_state(static_cast<std::uint32_t>(ConflictState::kResolved));
  } else {
    version.set_state(still_decided ? change.stored->state() : static_cast<std::uint32_t>(ConflictState::kOpen));
    if (still_decided && change.stored->has_review()) *version.mutable_review() = change.stored->review();
    version.set_opened_revision(goes_on ? change.stored->opened_revision() : head_.revision());
  }
  version.set_changed_revision(head_.revision());
  return version;
}

StatusOr<EventKind> ConflictUpdate::Apply(Change& change, const storage::v1::Conflict& version, Batch& batch) {
  if (change.number == 0) {
    change.number = head_.known_conflict_count() + 1;
    head_.set_known_conflict_count(change.number);
    batch.Put(Column::kNames, ConflictNameKey(version.id()), KeyWriter().U64(change.number).Take());
  }
  RETURN_IF_ERROR(
      StoreVersion(reader_, change.number, change.stored ? &*change.stored : nullptr, version, head_, batch));
  if (!change.found) return EventKind::kConflictResolved;
  return change.stored && !IsResolved(*change.stored) ? EventKind::kConflictChanged : EventKind::kConflictOpened;
}

}  // namespace newsgraph::graph
