#include "graph/own_outlets.h"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "graph/conflict_version.h"
#include "graph/folded_name.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/reader.h"
#include "graph/storage/index.pb.h"

namespace newsgraph::graph {
namespace {

constexpr std::string_view kOwnOutletsKey = "own_outlets";

// Which conflicts, by number, have how many own articles.
StatusOr<std::map<std::uint64_t, std::uint64_t>> CountByConflict(const Database& database, const OwnOutlets& outlets) {
  std::map<std::uint64_t, std::uint64_t> counts;
  if (outlets.empty()) return counts;
  const Reader reader(database);
  const auto scan = database.Scan(Column::kIndexes, "");
  std::uint64_t article = 0;
  bool own = false;
  for (scan->Seek(ArticleConflictsTag()); scan->valid() && scan->key().starts_with(ArticleConflictsTag());
       scan->Next()) {
    KeyReader key(scan->key());
    key.U8();
    const std::string term = key.Term();
    const std::uint64_t of = KeyReader(term).U64();
    const std::uint64_t conflict = key.U64();
    storage::v1::Posting posting;
    const std::string_view value = scan->value();
    if (!key.ok() || !posting.ParseFromArray(value.data(), static_cast<int>(value.size()))) {
      return database.Damaged("which conflicts an article takes part in cannot be read");
    }
    if (posting.to() != 0) continue;
    if (of != article) {
      ASSIGN_OR_RETURN(const auto record, reader.NewestRecord(of, kLatest));
      own = record && outlets.Own(record->source());
      article = of;
    }
    if (own) ++counts[conflict];
  }
  RETURN_IF_ERROR(database.Verify(*scan));
  return counts;
}

}  // namespace

OwnOutlets::OwnOutlets(const std::vector<std::string>& names) {
  for (const std::string& name : names) folded_.insert(FoldName(name));
  folded_.erase("");
}

bool OwnOutlets::Own(std::string_view source) const { return !empty() && folded_.contains(FoldName(source)); }

std::string OwnOutlets::Describe() const {
  KeyWriter writer;
  for (const std::string& name : folded_) writer.Term(name);
  return writer.Take();
}

Status CountOwnArticles(Database& database, const OwnOutlets& outlets) {
  ASSIGN_OR_RETURN(const std::optional<std::string> counted, database.Get(Column::kMeta, kOwnOutletsKey));
  if (counted.value_or("") == outlets.Describe()) return OkStatus();
  ASSIGN_OR_RETURN(auto counts, CountByConflict(database, outlets));
  Batch batch = database.NewBatch();
  const Reader reader(database);
  const auto scan = database.Scan(Column::kConflicts, "");
  for (std::uint64_t former = 0; scan->valid(); scan->Next()) {
    const std::uint64_t conflict = KeyReader(scan->key()).U64();
    if (std::exchange(former, conflict) == conflict) continue;  // the newest version comes first
    ASSIGN_OR_RETURN(std::optional<storage::v1::Conflict> version, reader.NewestConflict(conflict, kLatest));
    if (!version) return database.Damaged("a conflict is missing");
    if (version->own_article_count() != counts[conflict]) CorrectOwnCount(conflict, counts[conflict], *version, batch);
  }
  RETURN_IF_ERROR(database.Verify(*scan));
  batch.Put(Column::kMeta, kOwnOutletsKey, outlets.Describe());
  return database.Write(std::move(batch));
}

}  // namespace newsgraph::graph
