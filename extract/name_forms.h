// Cases of names that no pack knows → one entity for all of them.
#pragma once

#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

#include "extract/article_names.h"
#include "model/entity.h"

namespace newsgraph::extract {

// The entities of one article that no pack names and whose names differ by endings only
// ("Образец", "Образца"), as the language's `name_endings` have them. Must not outlive the article.
class NameForms {
 public:
  NameForms(const ArticleNames& article, std::span<const Mention* const> mentions);

  // The entity whose form `entity` is: the one with the shortest name, of equals the first in the text.
  const Entity& Of(const Entity& entity) const {
    const auto found = group_of_.find(&entity);
    return found == group_of_.end() ? entity : *groups_[found->second];
  }

 private:
  std::unordered_map<const Entity*, std::size_t> group_of_;  // of those that no pack names
  std::vector<const Entity*> groups_;                        // whose forms they are
};

}  // namespace newsgraph::extract
