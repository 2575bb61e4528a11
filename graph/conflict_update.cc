#include "graph/conflict_update.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "compare/saying.h"
#include "graph/compared_row.h"
#include "graph/conflict_version.h"
#include "graph/keys.h"
#include "graph/list_names.h"

namespace newsgraph::graph {
namespace {

// What a version says to who reads it.
std::string ContentOf(storage::v1::Conflict version) {
  version.clear_state();
  version.clear_opened_revision();
  version.clear_changed_revision();
  version.clear_review();
  version.clear_worst_a();
  version.clear_worst_b();
  for (storage::v1::ConflictSide& side : *version.mutable_sides()) side.clear_camp();
  return version.SerializeAsString();
}

void Encode(std::uint64_t article, std::uint32_t revision, std::uint32_t ordinal, storage::v1::ClaimRef& out) {
  out.set_article(article);
  out.set_article_revision(revision);
  out.set_ordinal(ordinal);
}
void Encode(const FiledClaim& claim, storage::v1::ClaimRef& out) {
  Encode(claim.article_number(), claim.revision(), claim.ordinal, out);
}

// All but the sides, of a FoundConflict or of a Conflict.
template <typename Found>
storage::v1::Conflict WithoutSides(const std::string& key, const Found& found) {
  storage::v1::Conflict version;
  version.set_id(found.id);
  version.set_kind(static_cast<std::uint32_t>(found.kind));
  version.set_severity(static_cast<std::uint32_t>(found.severity));
  version.set_subject(found.subject);
  version.set_metric(found.metric);
  version.set_object(found.object);
  version.set_explanation(found.explanation);
  version.set_comparison_key(key);
  return version;
}

storage::v1::Conflict Encoded(const std::string& key, const FoundConflict& found) {
  storage::v1::Conflict version = WithoutSides(key, found);
  Encode(*found.worst_a, *version.mutable_worst_a());
  Encode(*found.worst_b, *version.mutable_worst_b());
  for (const FoundSide& side : found.sides) {
    storage::v1::ConflictSide& stored = *version.add_sides();
    stored.set_camp(side.camp);
    for (const FiledClaim* claim : side.shown) Encode(*claim, *stored.add_claims());
    if (side.claim_count == side.shown.size()) continue;
    stored.set_claim_count(side.claim_count);
    stored.set_origin_count(side.origin_count);
  }
  return version;
}

storage::v1::Conflict Encoded(const std::string& key, std::uint64_t article, const Conflict& found) {
  storage::v1::Conflict version = WithoutSides(key, found);
  for (const ConflictSide& side : found.sides) {
    storage::v1::ConflictSide& stored = *version.add_sides();
    for (const Evidence& evidence : side.evidence) {
      Encode(article, evidence.ref.revision, evidence.ref.ordinal, *stored.add_claims());
    }
  }
  return version;
}

// Keys of one article: no comparison key is without a separator.
std::string OwnKey(std::uint64_t article) { return Concat("own ", article); }
std::string RevisionsKey(std::uint64_t article) { return Concat("revisions ", article); }

// Whether a value that a former revision brought is one that another revision changed.
StatusOr<bool> IsRevisedAgain(const storage::v1::Conflict& former, const std::vector<Conflict>& found, Reader& reader) {
  const auto& later = former.sides(former.sides_size() - 1).claims(0);
  ASSIGN_OR_RETURN(const Evidence brought,
                   reader.ClaimAt(later.article(), later.article_revision(), later.ordinal(), kLatest));
  const std::string saying = compare::SayingOf(brought);
  return std::any_of(found.begin(), found.end(), [&](const Conflict& conflict) {
    return conflict.metric == former.metric() && conflict.subject == former.subject() &&
           compare::SayingOf(conflict.sides.front().evidence.front()) == saying;
  });
}

std::string SourceOf(std::string_view row) {
  const std::optional<ComparedRow> looked_at = LookAtRow(row);
  Check(looked_at.has_value(), "a row that was made can be looked at");
  return std::string(looked_at->head.source);
}

}  // namespace

ConflictUpdate::ConflictUpdate(const Database& database, Comparisons& comparisons, const Catalogue& catalogue,
                               const Suppressions& suppressions, const OwnOutlets& own_outlets, storage::v1::Head& head,
                               const ChangedClaims& changed)
    : reader_(database),
      comparisons_(comparisons),
      catalogue_(catalogue),
      suppressions_(suppressions),
      own_outlets_(own_outlets),
      head_(head) {
  for (const auto& [article, by_key] : changed) {
    changed_.insert(article);
    for (const auto& [key, row] : *by_key) {
      if (!own_outlets_.empty() && !sources_.contains(article)) sources_[article] = SourceOf(row);
      fresh_[key].push_back({article, row});
    }
  }
}

Status ConflictUpdate::Find(const std::set<std::string>& keys) {
  for (const std::string& key : keys) RETURN_IF_ERROR(FindUnder(key));
  return OkStatus();
}

Status ConflictUpdate::FindUnder(const std::string& key) {
  ASSIGN_OR_RETURN(Comparison* const comparison, comparisons_.Get(key));
  ConflictsUnderKey under = ChangeClaims(key, changed_, fresh_[key], *comparison, catalogue_);
  for (SoughtConflict& sought : under.sought) {
    Change& change = changes_[sought.version.id()];
    change.number = sought.number;
    change.stored = std::move(sought.version);
    change.articles.left = std::move(sought.left);
    change.comparison = comparison;
  }
  if (!under.camps.empty()) camps_[key] = std::move(under.camps);
  for (const FoundConflict& found : under.found) RETURN_IF_ERROR(AddFound(key, found, *comparison));
  return OkStatus();
}

Status ConflictUpdate::AddFound(const std::string& key, const FoundConflict& found, Comparison& comparison) {
  Change& change = changes_[found.id];
  change.found = Encoded(key, found);
  change.still_decided = found.same_matter;
  change.articles = {found.joined, found.left};
  change.comparison = &comparison;
  return change.stored ? OkStatus() : FindResolved(found.id, change);
}

// It may have been there before and been resolved.
Status ConflictUpdate::FindResolved(const std::string& id, Change& change) const {
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader_.ConflictNumber(id));
  if (!number) return OkStatus();
  ASSIGN_OR_RETURN(change.stored, reader_.NewestConflict(*number, kLatest));
  if (!change.stored) return reader_.database().Damaged(Concat("conflict \"", id, "\" is missing"));
  change.number = *number;
  for (const std::uint64_t article : ShownArticles(*change.stored)) {
    if (change.articles.joined.erase(article) == 0) change.articles.left.insert(article);
  }
  return OkStatus();
}

Status ConflictUpdate::FindOwn(std::uint64_t article, const std::vector<Conflict>& found) {
  const std::string key = OwnKey(article);
  RETURN_IF_ERROR(Seek(key));
  for (const Conflict& conflict : found) RETURN_IF_ERROR(AddOwn(key, article, conflict));
  return OkStatus();
}

Status ConflictUpdate::FindRevisions(std::uint64_t article, const std::vector<Conflict>& found) {
  if (found.empty()) return OkStatus();
  const std::string key = RevisionsKey(article);
  RETURN_IF_ERROR(Seek(key));
  Reader reader(reader_.database());
  for (auto at = changes_.begin(); at != changes_.end();) {
    const bool sought = at->second.stored && at->second.stored->comparison_key() == key;
    bool gone = true;
    if (sought) {
      ASSIGN_OR_RETURN(gone, IsRevisedAgain(*at->second.stored, found, reader));
    }
    at = gone ? std::next(at) : changes_.erase(at);
  }
  for (const Conflict& conflict : found) RETURN_IF_ERROR(AddOwn(key, article, conflict));
  return OkStatus();
}

Status ConflictUpdate::Seek(const std::string& key) {
  const auto scan = reader_.database().Scan(Column::kComparisons, ComparisonList(key));
  for (; scan->valid(); scan->Next()) {
    KeyReader entry(scan->key());
    const bool found = entry.U8() == kFoundMark;
    const std::uint64_t number = entry.U64();
    if (!found || !entry.done()) return reader_.database().Damaged("a key filed for comparison cannot be read");
    ASSIGN_OR_RETURN(std::optional<storage::v1::Conflict> stored, reader_.NewestConflict(number, kLatest));
    if (!stored) return reader_.database().Damaged("a conflict filed under a comparison key is missing");
    Change& change = changes_[stored->id()];
    change.number = number;
    change.stored = std::move(stored);
  }
  return reader_.database().Verify(*scan);
}

Status ConflictUpdate::AddOwn(const std::string& key, std::uint64_t article, const Conflict& found) {
  sources_[article] = found.sides.front().evidence.front().source;
  Change& change = changes_[found.id];
  change.found = Encoded(key, article, found);
  if (change.stored) {
    change.still_decided =
        change.stored->severity() == change.found->severity() && change.stored->explanation() == found.explanation;
    return OkStatus();
  }
  change.articles.joined = {article};
  return FindResolved(found.id, change);
}

StatusOr<std::vector<storage::v1::Event>> ConflictUpdate::Write(Batch& batch) {
  for (const auto& [key, camps] : camps_) {
    for (const auto& [place, camp] : camps) {
      const std::string row = CampKey(key, place.article, place.ordinal);
      if (camp == kNoCamp) {
        batch.Delete(Column::kComparisons, row);
      } else {
        batch.Put(Column::kComparisons, row, KeyWriter().U32(camp).Take());
      }
    }
  }
  std::vector<storage::v1::Event> events;
  for (auto& [id, change] : changes_) {
    if (!change.found && (!change.stored || IsResolved(*change.stored))) continue;
    ASSIGN_OR_RETURN(storage::v1::Conflict version, NewVersion(change));
    if (change.stored && change.stored->state() == version.state() && ContentOf(*change.stored) == ContentOf(version)) {
      KeepVersion(change, version, batch);
      continue;
    }
    ASSIGN_OR_RETURN(const EventKind kind, Apply(change, version, batch));
    storage::v1::Event& event = events.emplace_back();
    event.set_kind(static_cast<std::uint32_t>(kind));
    event.set_conflict(change.number);
    change.stored = std::move(version);
  }
  return events;
}

// A reader is shown what the version showed; only where its claims are filed may be told otherwise.
void ConflictUpdate::KeepVersion(Change& change, storage::v1::Conflict& version, Batch& batch) {
  version.set_changed_revision(change.stored->changed_revision());
  version.set_opened_revision(change.stored->opened_revision());
  const std::string bytes = version.SerializeAsString();
  if (bytes == change.stored->SerializeAsString()) return;
  batch.Put(Column::kConflicts, ConflictKey(change.number, version.changed_revision()), bytes);
  change.stored = std::move(version);
}

// As who joins comes in, and as who leaves is stored.
StatusOr<bool> ConflictUpdate::IsOwn(std::uint64_t article, bool joined) const {
  const auto fresh = sources_.find(article);
  if (joined && fresh != sources_.end()) return own_outlets_.Own(fresh->second);
  ASSIGN_OR_RETURN(const std::optional<storage::v1::Record> record, reader_.NewestRecord(article, kLatest));
  if (!record) return reader_.database().Damaged(Concat("the record of article number ", article, " is missing"));
  return own_outlets_.Own(record->source());
}

StatusOr<std::uint64_t> ConflictUpdate::OwnArticles(const Change& change) const {
  if (own_outlets_.empty()) return std::uint64_t{0};
  std::uint64_t count = change.stored ? change.stored->own_article_count() : 0;
  for (const std::uint64_t article : change.articles.joined) {
    ASSIGN_OR_RETURN(const bool own, IsOwn(article, true));
    count += own ? 1 : 0;
  }
  for (const std::uint64_t article : change.articles.left) {
    ASSIGN_OR_RETURN(const bool own, IsOwn(article, false));
    count -= own ? 1 : 0;
  }
  return count;
}

StatusOr<storage::v1::Conflict> ConflictUpdate::NewVersion(const Change& change) const {
  // A resolved conflict goes on to show what it was about.
  storage::v1::Conflict version = change.found ? *change.found : *change.stored;
  ASSIGN_OR_RETURN(const std::uint64_t own_articles, OwnArticles(change));
  version.set_own_article_count(own_articles);
  const bool goes_on = change.stored && !IsResolved(*change.stored);
  const bool still_decided = goes_on && change.still_decided;
  if (!change.found) {
    version.set_state(static_cast<std::uint32_t>(ConflictState::kResolved));
  } else {
    const bool by_review = still_decided && !IsUndecided(*change.stored);
    version.set_state(by_review ? change.stored->state()
                                : static_cast<std::uint32_t>(suppressions_.Undecided(version)));
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
  RETURN_IF_ERROR(StoreVersion(reader_, change.number, change.stored ? &*change.stored : nullptr, version,
                               change.articles, head_, batch));
  return TransitionOf(change.stored ? &*change.stored : nullptr, version);
}

void ConflictUpdate::Settle() {
  for (auto& [id, change] : changes_) {
    if (!change.found || change.comparison == nullptr) continue;
    change.comparison->Add(change.number, *std::move(change.stored)).judged = true;
  }
  comparisons_.Settle();
}

}  // namespace newsgraph::graph
