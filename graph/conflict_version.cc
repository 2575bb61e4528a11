#include "graph/conflict_version.h"

#include <set>

#include "graph/conflict_index.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "model/conflict.h"

namespace newsgraph::graph {
namespace {

bool Is(const storage::v1::Conflict& version, ConflictState state) {
  return version.state() == static_cast<std::uint32_t>(state);
}

std::string CurrentFrom(std::uint64_t from, std::uint64_t to) {
  storage::v1::Posting posting;
  posting.set_from(from);
  posting.set_to(to);
  return posting.SerializeAsString();
}

void WriteIndexes(std::uint64_t conflict, const storage::v1::Conflict* former, const storage::v1::Conflict& version,
                  Batch& batch) {
  if (former) {
    for (const std::string& key : ConflictIndexKeys(*former, conflict)) {
      batch.Put(Column::kIndexes, key, CurrentFrom(former->changed_revision(), version.changed_revision()));
    }
  }
  for (const std::string& key : ConflictIndexKeys(version, conflict)) {
    batch.Put(Column::kIndexes, key, CurrentFrom(version.changed_revision(), 0));
  }
  const std::string found_key = FoundConflictKey(version.comparison_key(), conflict);
  if (IsResolved(version)) {
    batch.Delete(Column::kComparisons, found_key);
  } else {
    batch.Put(Column::kComparisons, found_key, "");
  }
}

Status WriteArticles(const Reader& reader, std::uint64_t conflict, std::uint64_t revision,
                     const ArticleChange& articles, Batch& batch) {
  const auto list = [&](std::uint64_t article) {
    return ArticleConflictsList(article) + KeyWriter().U64(conflict).Take();
  };
  for (const std::uint64_t article : articles.joined) {
    batch.Put(Column::kIndexes, list(article) + KeyWriter().U64(revision).Take(), CurrentFrom(revision, 0));
  }
  for (const std::uint64_t article : articles.left) {
    // The newest entry is the one that was current.
    const auto scan = reader.database().Scan(Column::kIndexes, list(article));
    std::uint64_t from = 0;
    for (; scan->valid(); scan->Next()) from = KeyReader(scan->key()).U64();
    RETURN_IF_ERROR(reader.database().Verify(*scan));
    const std::string key = list(article) + KeyWriter().U64(from).Take();
    batch.Put(Column::kIndexes, key, CurrentFrom(from, revision));
  }
  return OkStatus();
}

}  // namespace

std::set<std::uint64_t> ShownArticles(const storage::v1::Conflict& version) {
  std::set<std::uint64_t> articles;
  for (const auto& side : version.sides()) {
    for (const auto& claim : side.claims()) articles.insert(claim.article());
  }
  return articles;
}

std::string FoundConflictKey(const std::string& comparison_key, std::uint64_t conflict) {
  return ComparisonList(comparison_key) + KeyWriter().U8(kFoundMark).U64(conflict).Take();
}

bool IsResolved(const storage::v1::Conflict& version) { return Is(version, ConflictState::kResolved); }

bool IsUndecided(const storage::v1::Conflict& version) {
  return Is(version, ConflictState::kOpen) || Is(version, ConflictState::kSuppressed);
}

EventKind TransitionOf(const storage::v1::Conflict* former, const storage::v1::Conflict& version) {
  if (IsResolved(version)) return EventKind::kConflictResolved;
  if (former != nullptr && former->state() == version.state()) return EventKind::kConflictChanged;
  if (Is(version, ConflictState::kSuppressed)) return EventKind::kConflictSuppressed;
  const bool was_quiet = former == nullptr || IsResolved(*former) || Is(*former, ConflictState::kSuppressed);
  return Is(version, ConflictState::kOpen) && was_quiet ? EventKind::kConflictOpened : EventKind::kConflictChanged;
}

void CorrectOwnCount(std::uint64_t conflict, std::uint64_t own_article_count, storage::v1::Conflict& version,
                     Batch& batch) {
  for (const std::string& key : ConflictIndexKeys(version, conflict)) batch.Delete(Column::kIndexes, key);
  version.set_own_article_count(own_article_count);
  for (const std::string& key : ConflictIndexKeys(version, conflict)) {
    batch.Put(Column::kIndexes, key, CurrentFrom(version.changed_revision(), 0));
  }
  batch.Put(Column::kConflicts, ConflictKey(conflict, version.changed_revision()), version.SerializeAsString());
}

Status StoreVersion(const Reader& reader, std::uint64_t conflict, const storage::v1::Conflict* former,
                    const storage::v1::Conflict& version, const ArticleChange& articles, storage::v1::Head& head,
                    Batch& batch) {
  const bool was_open = former != nullptr && Is(*former, ConflictState::kOpen);
  const bool is_open = Is(version, ConflictState::kOpen);
  head.set_open_conflict_count(head.open_conflict_count() + (is_open ? 1 : 0) - (was_open ? 1 : 0));
  batch.Put(Column::kConflicts, ConflictKey(conflict, version.changed_revision()), version.SerializeAsString());
  WriteIndexes(conflict, former, version, batch);
  return WriteArticles(reader, conflict, version.changed_revision(), articles, batch);
}

}  // namespace newsgraph::graph
