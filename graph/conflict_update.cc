#include "graph/conflict_update.h"

#include <algorithm>
#include <utility>

#include "graph/conflict_version.h"
#include "graph/keys.h"

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

storage::v1::Conflict Encoded(const std::string& key, const Conflict& found,
                              const std::map<std::string, std::uint64_t>& articles) {
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
      storage::v1::ClaimRef& claim = *stored.add_claims();
      claim.set_article(articles.at(evidence.ref.article));
      claim.set_article_revision(evidence.ref.revision);
      claim.set_ordinal(evidence.ref.ordinal);
    }
  }
  return version;
}

}  // namespace

ConflictUpdate::ConflictUpdate(const Database& database, Comparisons& comparisons, const Catalogue& catalogue,
                               storage::v1::Head& head, const ChangedClaims& changed)
    : reader_(database), comparisons_(comparisons), catalogue_(catalogue), head_(head) {
  for (const auto& [article, by_key] : changed) {
    changed_.insert(article);
    for (const auto& [key, claims] : *by_key) {
      for (const Evidence& evidence : claims) fresh_[key].push_back(File(article, evidence, catalogue));
    }
  }
}

Status ConflictUpdate::Find(const std::set<std::string>& keys) {
  for (const std::string& key : keys) RETURN_IF_ERROR(FindUnder(key));
  return OkStatus();
}

Status ConflictUpdate::FindUnder(const std::string& key) {
  ASSIGN_OR_RETURN(const Comparison* const known, comparisons_.Get(key));
  const ConflictsUnderKey under = FindConflictsUnder(key, *known, changed_, fresh_[key], catalogue_);
  for (const std::uint64_t number : under.sought) {
    const storage::v1::Conflict& stored = known->conflicts.at(number);
    changes_[stored.id()] = {.number = number, .stored = stored, .found = {}, .written = {}};
  }
  for (const FoundConflict& found : under.found) RETURN_IF_ERROR(AddFound(key, found, under.articles));
  return OkStatus();
}

Status ConflictUpdate::AddFound(const std::string& key, const FoundConflict& found,
                                const std::map<std::string, std::uint64_t>& articles) {
  Change& change = changes_[found.conflict.id];
  change.found = Encoded(key, found.conflict, articles);
  change.still_decided = found.same_matter;
  if (change.stored) return OkStatus();
  // It may have been there before and been resolved.
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader_.ConflictNumber(found.conflict.id));
  if (!number) return OkStatus();
  ASSIGN_OR_RETURN(change.stored, reader_.NewestConflict(*number, kLatest));
  if (!change.stored) {
    return reader_.database().Damaged(Concat("conflict \"", found.conflict.id, "\" is missing"));
  }
  change.number = *number;
  return OkStatus();
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
    change.written = version;
  }
  return events;
}

storage::v1::Conflict ConflictUpdate::NewVersion(const Change& change) const {
  // A resolved conflict goes on to show what it was about.
  storage::v1::Conflict version = change.found ? *change.found : *change.stored;
  const bool goes_on = change.stored && !IsResolved(*change.stored);
  const bool still_decided = goes_on && change.still_decided;
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

void ConflictUpdate::Settle() {
  for (auto& [key, claims] : fresh_) comparisons_.Replace(key, changed_, std::move(claims));
  for (const auto& [id, change] : changes_) {
    if (change.written) comparisons_.Replace(change.number, *change.written);
  }
}

}  // namespace newsgraph::graph
