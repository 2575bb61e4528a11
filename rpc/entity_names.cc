#include "rpc/entity_names.h"

#include <algorithm>

namespace newsgraph::rpc {

std::string EntityNames::Of(std::string_view id) const {
  if (id.empty() || catalogue_.FindConcept(id) != nullptr) return std::string(id);
  if (const Entity* const known = catalogue_.FindEntity(id); known != nullptr && !known->name.empty()) {
    return known->name;
  }
  if (graph_ != nullptr) {
    StatusOr<std::string> name = graph_->NameOf(id);
    if (name.ok() && *name != id) return *std::move(name);
  }
  if (read_ != nullptr) {
    const auto mentioned = std::find_if(read_->entities.begin(), read_->entities.end(),
                                        [&](const MentionedEntity& one) { return one.entity.id == id; });
    if (mentioned != read_->entities.end() && !mentioned->entity.name.empty()) return mentioned->entity.name;
  }
  return std::string(id);
}

}  // namespace newsgraph::rpc
