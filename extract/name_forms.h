// Cases and short forms of names that no pack knows → one entity for all of them.
#pragma once

#include <memory_resource>
#include <span>
#include <vector>

#include "extract/article_names.h"
#include "model/entity.h"

namespace newsgraph::extract {

// The entities of one article that no pack names and whose names differ by endings only
// ("Образец", "Образца"), as the language's `name_endings` have them, and firms called by the first word of another's
// name ("Samplix", "Samplix Holdings"). Must not outlive the article.
class NameForms {
 public:
  NameForms(const ArticleNames& article, std::span<const Mention* const> mentions);

  // The entity whose form that of `mention` is: the one with the shortest name, of equals the first in the text.
  const Entity& Of(const Mention& mention) const {
    const Entity* const form = form_of_[mention.subject];
    return form == nullptr ? *mention.entity : *form;
  }

 private:
  void JoinCases(const ArticleNames& article, std::span<const Mention* const> mentions);
  void JoinShort(const ArticleNames& article, std::span<const Mention* const> mentions);

  std::pmr::vector<const Entity*> form_of_;  // by subject; null where it is itself
};

}  // namespace newsgraph::extract
