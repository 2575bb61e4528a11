#include "graph/entity_store.h"

#include <algorithm>
#include <map>
#include <tuple>
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

storage::v1::SeenEntity SeenOf(const Entity& entity) {
  storage::v1::SeenEntity seen;
  seen.set_type(static_cast<std::uint32_t>(entity.type));
  seen.set_name(entity.name);
  seen.set_part_of(entity.part_of);
  seen.set_maker(entity.maker);
  return seen;
}

// Whether people would rather read `a`. An order of all ways to write one entity: which article comes first must not
// matter.
bool IsBetter(const storage::v1::SeenEntity& a, const storage::v1::SeenEntity& b) {
  const auto rank = [](const storage::v1::SeenEntity& seen) {
    const std::string_view name = seen.name();
    return std::tuple(name.empty(), CaseOf(name), !seen.has_published(), seen.published(), name, seen.type(),
                      std::string_view(seen.part_of()), std::string_view(seen.maker()));
  };
  return rank(a) < rank(b);
}

void Put(const std::string& id, const storage::v1::SeenEntity& seen, Batch& batch) {
  batch.Put(Column::kIndexes, SeenEntityList(id), seen.SerializeAsString());
  const std::string folded = FoldName(seen.name());
  if (folded.empty()) return;
  std::vector<std::size_t> words = LaterWords(folded);
  words.resize(std::min(words.size(), kMostLaterWords));
  batch.Put(Column::kIndexes, SeenNamesList() + NameRow{folded, false, id}.Key(), "");
  for (const std::size_t at : words) {
    const NameRow row{std::string_view(folded).substr(at), true, id};
    batch.Put(Column::kIndexes, SeenNamesList() + row.Key(), "");
  }
}

// With a type that exists; nothing if there is none.
StatusOr<std::optional<storage::v1::SeenEntity>> ReadSeen(const Database& database, std::string_view id) {
  ASSIGN_OR_RETURN(const std::optional<std::string> bytes, database.Get(Column::kIndexes, SeenEntityList(id)));
  if (!bytes) return std::optional<storage::v1::SeenEntity>();
  storage::v1::SeenEntity seen;
  Decoder decoder;
  decoder.Require(seen.ParseFromString(*bytes));
  decoder.ReadEnum(seen.type(), EntityType::kPlace);
  if (!decoder.ok()) return database.Damaged(Concat("entity \"", id, "\" cannot be read"));
  return std::optional(std::move(seen));
}

}  // namespace

void StoreSeen(const Entity& entity, std::uint64_t revision, Batch& batch) {
  storage::v1::SeenEntity seen = SeenOf(entity);
  seen.set_revision(revision);
  seen.set_by_split(true);
  Put(entity.id, seen, batch);
}

Status StoreSeen(const Database& database, const Catalogue& catalogue, const storage::v1::Record& record,
                 std::uint64_t revision, Batch& batch) {
  std::map<std::string, storage::v1::SeenEntity> mentions;  // by id
  for (const storage::v1::MentionedEntity& mentioned : record.entities()) {
    if (catalogue.FindEntity(mentioned.id()) != nullptr) continue;
    storage::v1::SeenEntity seen = SeenOf(Decoder().Read(mentioned).entity);
    if (record.has_published()) seen.set_published(record.published());
    const auto [best, added] = mentions.try_emplace(mentioned.id(), seen);
    if (!added && IsBetter(seen, best->second)) best->second = std::move(seen);
  }
  for (auto& [id, seen] : mentions) {
    ASSIGN_OR_RETURN(const auto known, ReadSeen(database, id));
    if (known && (known->by_split() || !IsBetter(seen, *known))) continue;
    seen.set_revision(known ? known->revision() : revision);
    Put(id, seen, batch);
  }
  return OkStatus();
}

StatusOr<std::optional<Entity>> FindEntity(const Database& database, const Catalogue& catalogue, std::string_view id,
                                           std::uint64_t as_of) {
  if (const Entity* known = catalogue.FindEntity(id)) return std::optional(*known);
  ASSIGN_OR_RETURN(const std::optional<storage::v1::SeenEntity> seen, ReadSeen(database, id));
  if (!seen || seen->revision() > as_of) return std::optional<Entity>();
  const auto type = static_cast<EntityType>(seen->type());
  return std::optional(Entity{std::string(id), type, seen->name(), seen->part_of(), seen->maker()});
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
