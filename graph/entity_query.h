// Reads of entities: one, those with a name like another, and what was changed.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "model/catalogue.h"
#include "model/status.h"

namespace newsgraph::graph {

// The names that packs know, in the order of searches; put in order at the first search. Any
// thread may call. `catalogue` must outlive it.
class PackNames {
 public:
  explicit PackNames(const Catalogue& catalogue) : catalogue_(catalogue) {}

  const Catalogue& catalogue() const { return catalogue_; }
  // Keys of NameRow, in order.
  const std::vector<std::string>& rows() const;
  // Of one entity, as the packs write them.
  std::vector<SpokenName> Of(std::string_view id) const;

 private:
  void Prepare() const;

  const Catalogue& catalogue_;
  mutable std::once_flag once_;
  mutable std::vector<std::string> rows_;
  mutable std::multimap<std::string_view, const SpokenName*, std::less<>> by_entity_;
};

// Where entities are found, as of one graph revision.
struct EntitySources {
  const Database& database;
  const PackNames& names;
  const Identities& identities;
  std::uint64_t revision = 0;
};

StatusOr<KnownEntity> GetEntity(const EntitySources& sources, std::string_view id);
StatusOr<std::vector<KnownEntity>> SearchEntities(const EntitySources& sources, const EntityQuery& query);
StatusOr<Page<EntityChange>> ListEntityChanges(const EntitySources& sources, std::string_view entity,
                                               std::size_t page_size, const PageToken& token);

}  // namespace newsgraph::graph
