// Ids of entities → what people call them.
#pragma once

#include <string>
#include <string_view>

#include "graph/graph.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::rpc {

// Any thread may call. What it is made of must outlive it.
class EntityNames {
 public:
  // Names come from packs, then from what articles call an entity: those of `graph`, then the one that `read` was read
  // out of.
  explicit EntityNames(const Catalogue& catalogue, const graph::Graph* graph = nullptr,
                       const Extraction* read = nullptr)
      : catalogue_(catalogue), graph_(graph), read_(read) {}

  const Catalogue& catalogue() const { return catalogue_; }
  // Of an entity or concept. `id` itself if nobody names it, or what is stored of it cannot be read: a listing is worth
  // more than a name in it.
  std::string Of(std::string_view id) const;

 private:
  const Catalogue& catalogue_;
  const graph::Graph* graph_;
  const Extraction* read_;
};

}  // namespace newsgraph::rpc
