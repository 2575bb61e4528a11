// Entities and their changes as they are stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/storage/entity.pb.h"
#include "graph/storage/record.pb.h"
#include "model/catalogue.h"
#include "model/status.h"

namespace newsgraph::graph {

// Adds to the batch what a split makes, an entity that no pack names and no article named so far, with its name for
// searches; that name stays, however articles write it.
void StoreSeen(const Entity& entity, std::uint64_t revision, Batch& batch);
// Adds all entities that a record mentions and no pack names. One that is there already stays as it is, unless this
// article writes it better: not in capitals or small letters alone, or else earlier. So an entity is called the same in
// whatever order the articles come.
Status StoreSeen(const Database& database, const Catalogue& catalogue, const storage::v1::Record& record,
                 std::uint64_t revision, Batch& batch);

// The entity that packs name, or articles did by revision `as_of`, under this very id; nothing if
// there is none.
StatusOr<std::optional<Entity>> FindEntity(const Database& database, const Catalogue& catalogue, std::string_view id,
                                           std::uint64_t as_of);

void StoreChange(const EntityChange& change, Batch& batch);
// Nothing where bytes or key are damaged.
std::optional<EntityChange> ReadChange(std::string_view position, std::string_view bytes);
// All of them, the oldest first.
StatusOr<std::vector<EntityChange>> ReadChanges(const Database& database);

}  // namespace newsgraph::graph
