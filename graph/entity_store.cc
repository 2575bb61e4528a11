#include "graph/entity_store.h"

#include <algorithm>
#include <utility>

#include "graph/codec.h"
#include "graph/folded_name.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/name_search.h"

namespace newsgraph::graph {
namespace {

// Rows beyond these would be words in the middle of a sentence.
constexpr std::size_t kMostLaterWords = 4;

storage::v1::EntityChange Encoded(const EntityChange& change) {
  storage::v1::EntityChange stored;
  stored.set_kind(static_cast<std::uint32_t>(change.kind));
  stored.set_entity(change.entity);
  for (const std::string& other : change.others) stored.add_others(other);
  for (const std::string& article : change.articles) stored.add_articles(article);
  stored.set_undoes(change.undoes);
  stored.set_reason(change.reason);
  if (change.time) stored.set_time(change.time->time_since_epoch().count());
  return stored;
}

}  // namespace

Status StoreSeen(const Database& database, const Entity& entity, std::uint64_t revision, Batch& batch) {
  const std::string key = SeenEntityList(entity.id);
  ASSIGN_OR_RETURN(const std::optional<std::string> known, database.Get(Column::kIndexes, key));
  if (known) return OkStatus();
  storage::v1::SeenEntity seen;
  seen.set_type(static_cast<std::uint32_t>(entity.type));
  seen.set_name(entity.name);
  seen.set_part_of(entity.part_of);
  seen.set_maker(entity.maker);
  seen.set_revision(revision);
  batch.Put(Column::kIndexes, key, seen.SerializeAsString());
  const std::string folded = FoldName(entity.name);
  if (folded.empty()) return OkStatus();
  std::vector<std::size_t> words = LaterWords(folded);
  words.resize(std::min(words.size(), kMostLaterWords));
  batch.Put(Column::kIndexes, SeenNamesList() + NameRow{folded, false, entity.id}.Key(), "");
  for (const std::size_t at : words) {
    const NameRow row{std::string_view(folded).substr(at), true, entity.id};
    batch.Put(Column::kIndexes, SeenNamesList() + row.Key(), "");
  }
  return OkStatus();
}

Status StoreSeen(const Database& database, const Catalogue& catalogue, const storage::v1::Record& record,
                 std::uint64_t revision, Batch& batch) {
  for (const storage::v1::MentionedEntity& mentioned : record.entities()) {
    if (catalogue.FindEntity(mentioned.id()) != nullptr) continue;
    RETURN_IF_ERROR(StoreSeen(database, Decoder().Read(mentioned).entity, revision, batch));
  }
  return OkStatus();
}

StatusOr<std::optional<Entity>> FindEntity(const Database& database, const Catalogue& catalogue, std::string_view id,
                                           std::uint64_t as_of) {
  if (const Entity* known = catalogue.FindEntity(id)) return std::optional(*known);
  ASSIGN_OR_RETURN(const std::optional<std::string> bytes, database.Get(Column::kIndexes, SeenEntityList(id)));
  if (!bytes) return std::optional<Entity>();
  storage::v1::SeenEntity seen;
  Decoder decoder;
  decoder.Require(seen.ParseFromString(*bytes));
  const EntityType type = decoder.ReadEnum(seen.type(), EntityType::kPlace);
  if (!decoder.ok()) return database.Damaged(Concat("entity \"", id, "\" cannot be read"));
  if (seen.revision() > as_of) return std::optional<Entity>();
  return std::optional(Entity{std::string(id), type, seen.name(), seen.part_of(), seen.maker()});
}

void StoreChange(const EntityChange& change, Batch& batch) {
  batch.Put(Column::kIndexes, EntityChangesList() + KeyWriter().Descending(change.revision).Take(),
            Encoded(change).SerializeAsString());
}

std::optional<EntityChange> ReadChange(std::string_view position, std::string_view bytes) {
  KeyReader key(position);
  EntityChange change;
  change.revision = key.Descending();
  storage::v1::EntityChange stored;
  if (!key.done() || !stored.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
  Decoder decoder;
  change.kind = decoder.ReadEnum(stored.kind(), EntityChangeKind::kUndone);
  change.entity = stored.entity();
  change.others.assign(stored.others().begin(), stored.others().end());
  change.articles.assign(stored.articles().begin(), stored.articles().end());
  change.undoes = stored.undoes();
  change.reason = stored.reason();
  if (stored.has_time()) change.time = decoder.ReadTime(stored.time());
  decoder.Require(change.kind != EntityChangeKind::kSplit || change.others.size() == 1);
  return decoder.ok() ? std::optional(std::move(change)) : std::nullopt;
}

StatusOr<std::vector<EntityChange>> ReadChanges(const Database& database) {
  std::vector<EntityChange> changes;
  const auto scan = database.Scan(Column::kIndexes, EntityChangesList());
  for (; scan->valid(); scan->Next()) {
    std::optional<EntityChange> change = ReadChange(scan->key(), scan->value());
    if (!change) return database.Damaged("a change of entities cannot be read");
    changes.push_back(*std::move(change));
  }
  RETURN_IF_ERROR(database.Verify(*scan));
  std::reverse(changes.begin(), changes.end());
  return changes;
}

}  // namespace newsgraph::graph
