// Which merges and splits make sense, and which articles they touch.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "model/catalogue.h"
#include "model/status.h"

namespace newsgraph::graph {

// Reads the newest state. Must not outlive what it is made of.
class EntityChanges {
 public:
  EntityChanges(const Database& database, const Catalogue& catalogue, const Identities& identities)
      : database_(database), catalogue_(catalogue), identities_(identities) {}

  // Checks a change as Graph::Change() says and fills in what the graph adds to it: the id that a
  // split makes, and of an undoing what was changed.
  Status Complete(EntityChange& change) const;

  // The articles whose current claims a complete change may give to another entity; to be asked
  // before the change is taken up.
  StatusOr<std::vector<std::uint64_t>> Articles(const EntityChange& change) const;

 private:
  // NOT_FOUND if nothing has this id, FAILED_PRECONDITION if it became another.
  Status CheckStands(std::string_view id) const;
  Status CompleteMerge(EntityChange& change) const;
  Status CompleteSplit(EntityChange& change) const;
  Status CompleteUndoing(EntityChange& change) const;
  Status CheckMentioned(const std::string& article, const std::string& entity) const;
  StatusOr<std::string> NewId(const std::string& id) const;

  const Database& database_;
  const Catalogue& catalogue_;
  const Identities& identities_;
};

}  // namespace newsgraph::graph
