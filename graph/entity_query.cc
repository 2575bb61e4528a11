#include "graph/entity_query.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "graph/entity_store.h"
#include "graph/folded_name.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/name_search.h"
#include "graph/paging.h"

namespace newsgraph::graph {
namespace {

// How many rows one search looks at, of each kind.
constexpr std::size_t kMostRows = 2000;

// Rows in memory, visited like those of the database.
class RowCursor {
 public:
  explicit RowCursor(const std::vector<std::string>& rows) : rows_(rows), at_(rows.begin()) {}

  bool valid() const { return at_ != rows_.end(); }
  std::string_view key() const { return *at_; }
  void Next() { ++at_; }
  void Seek(std::string_view key) { at_ = std::lower_bound(rows_.begin(), rows_.end(), key); }

 private:
  const std::vector<std::string>& rows_;
  std::vector<std::string>::const_iterator at_;
};

// Names that were found, by how near they are; of equals the shorter one, the packs' first.
class Found {
 public:
  explicit Found(bool provisional) : provisional_(provisional) {}

  void Add(const NameRow& row, Nearness nearness) {
    rows_.emplace_back(nearness, row.folded.size(), provisional_, std::string(row.folded), std::string(row.entity));
  }

  using Row = std::tuple<Nearness, std::size_t, bool, std::string, std::string>;
  const std::vector<Row>& rows() const { return rows_; }

 private:
  bool provisional_;
  std::vector<Row> rows_;
};

// Takes entities in the order of nearness, each once.
class Results {
 public:
  Results(const EntitySources& sources, const EntityQuery& query) : sources_(sources), query_(query) {}

  bool full() const { return entities_.size() >= query_.limit; }

  Status Add(const Found& packs, const Found& seen) {
    std::vector<Found::Row> rows = packs.rows();
    rows.insert(rows.end(), seen.rows().begin(), seen.rows().end());
    std::sort(rows.begin(), rows.end());
    for (const Found::Row& row : rows) {
      if (full()) break;
      const std::string id = sources_.identities.Of(std::get<4>(row), "", sources_.revision);
      if (!ids_.insert(id).second) continue;
      StatusOr<KnownEntity> entity = GetEntity(sources_, id);
      // One that came with a later revision.
      if (entity.status().code() == StatusCode::kNotFound) continue;
      RETURN_IF_ERROR(entity.status());
      if (!query_.type || entity->entity.type == *query_.type) entities_.push_back(*std::move(entity));
    }
    return OkStatus();
  }

  std::vector<KnownEntity> Take() { return std::move(entities_); }

 private:
  const EntitySources& sources_;
  const EntityQuery& query_;
  std::set<std::string> ids_;
  std::vector<KnownEntity> entities_;
};

// Whether a change names one of `ids`.
bool Names(const EntityChange& change, const std::vector<std::string>& ids) {
  const auto is_one = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
  return is_one(change.entity) || std::any_of(change.others.begin(), change.others.end(), is_one);
}

}  // namespace

void PackNames::Prepare() const {
  std::call_once(once_, [this] {
    const auto add = [this](const std::string& folded, std::string_view id) {
      if (folded.empty()) return;
      rows_.push_back(NameRow{folded, false, id}.Key());
      for (const std::size_t at : LaterWords(folded))
        rows_.push_back(NameRow{std::string_view(folded).substr(at), true, id}.Key());
    };
    for (const SpokenName& name : catalogue_.names()) {
      add(FoldName(name.text), name.entity);
      by_entity_.emplace(name.entity, &name);
    }
    // The canonical name need not be one that counts in texts.
    for (const auto& [id, entity] : catalogue_.entities()) add(FoldName(entity.name), id);
    std::sort(rows_.begin(), rows_.end());
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
  });
}

const std::vector<std::string>& PackNames::rows() const {
  Prepare();
  return rows_;
}

std::vector<SpokenName> PackNames::Of(std::string_view id) const {
  Prepare();
  std::vector<SpokenName> names;
  const auto [begin, end] = by_entity_.equal_range(id);
  for (auto name = begin; name != end; ++name) names.push_back(*name->second);
  return names;
}

StatusOr<KnownEntity> GetEntity(const EntitySources& sources, std::string_view id) {
  const Catalogue& catalogue = sources.names.catalogue();
  const std::string now = sources.identities.Of(id, "", sources.revision);
  ASSIGN_OR_RETURN(std::optional<Entity> entity, FindEntity(sources.database, catalogue, now, sources.revision));
  if (!entity) return Error(StatusCode::kNotFound, "there is no entity \"", id, "\"");
  KnownEntity known;
  known.entity = *std::move(entity);
  known.provisional = catalogue.FindEntity(now) == nullptr;
  for (std::string* related : {&known.entity.part_of, &known.entity.maker})
    *related = sources.identities.Of(*related, "", sources.revision);
  for (const std::string& member : sources.identities.Members(now, sources.revision)) {
    // What a split took out of an entity is not that entity.
    if (sources.identities.Of(member, "", sources.revision) != now) continue;
    if (member != now) known.merged.push_back(member);
    std::vector<SpokenName> names = sources.names.Of(member);
    ASSIGN_OR_RETURN(const auto named, FindEntity(sources.database, catalogue, member, sources.revision));
    const auto same = [&](const SpokenName& name) { return named && name.text == named->name; };
    if (named && std::none_of(names.begin(), names.end(), same)) names.push_back({member, named->name, ""});
    known.names.insert(known.names.end(), names.begin(), names.end());
  }
  return known;
}

StatusOr<std::vector<KnownEntity>> SearchEntities(const EntitySources& sources, const EntityQuery& query) {
  const std::string typed = FoldName(query.text);
  if (typed.empty()) return Error(StatusCode::kInvalidArgument, "a search needs a name to look for");
  Results results(sources, query);
  const auto scan = sources.database.Scan(Column::kIndexes, SeenNamesList());
  for (const bool one_edit : {false, true}) {
    RowCursor known(sources.names.rows());
    Found packs(false);
    Found seen(true);
    const auto add_pack = [&](const NameRow& row, Nearness nearness) { packs.Add(row, nearness); };
    const auto add_seen = [&](const NameRow& row, Nearness nearness) { seen.Add(row, nearness); };
    if (one_edit) {
      VisitOneEdit(known, typed, kMostRows, add_pack);
      VisitOneEdit(*scan, typed, kMostRows, add_seen);
    } else {
      VisitBeginnings(known, typed, kMostRows, add_pack);
      VisitBeginnings(*scan, typed, kMostRows, add_seen);
    }
    RETURN_IF_ERROR(sources.database.Verify(*scan));
    RETURN_IF_ERROR(results.Add(packs, seen));
    if (results.full()) break;
  }
  return results.Take();
}

StatusOr<Page<EntityChange>> ListEntityChanges(const EntitySources& sources, std::string_view entity,
                                               std::size_t page_size, const PageToken& token) {
  const std::string listing = KeyWriter().Raw("changes").Term(entity).Take();
  ASSIGN_OR_RETURN(const Position start, StartOfPage(listing, sources.revision, token));
  std::vector<std::string> ids;
  if (!entity.empty()) {
    ids = sources.identities.Members(entity, start.revision);
    ids.push_back(sources.identities.Of(entity, "", start.revision));
  }
  PageFiller<EntityChange> filler(start, page_size);
  const auto scan = sources.database.Scan(Column::kIndexes, EntityChangesList());
  if (!start.after.empty()) scan->Seek(start.after);
  for (; scan->valid(); scan->Next()) {
    std::optional<EntityChange> change = ReadChange(scan->key(), scan->value());
    if (!change) return sources.database.Damaged("a change of entities cannot be read");
    std::string position(scan->key());
    if (position <= start.after || change->revision > start.revision) continue;
    if (!ids.empty() && !Names(*change, ids)) continue;
    if (!filler.Add(*std::move(change), std::move(position))) break;
  }
  RETURN_IF_ERROR(sources.database.Verify(*scan));
  return filler.Take();
}

}  // namespace newsgraph::graph
