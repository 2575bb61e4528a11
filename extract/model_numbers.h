// Names with numbers that no pack lists: "MI450", "Ascend 950PR", "Qwen4-Max".
#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <vector>

#include "extract/article_names.h"
#include "extract/pack.h"
#include "model/entity.h"

namespace newsgraph::extract {

// Immutable; any thread may call.
class ModelNumbers {
 public:
  // Reads the rules with `numbers` of the `entities` sections of `packs`.
  ModelNumbers(const PackSet& packs, const EntityNames& names, PackErrors& errors);

  Mentions Find(ArticleNames& article) const;

 private:
  struct Rule {
    std::string id;
    std::unique_ptr<const RE2> pattern;
    EntityType type = EntityType::kChip;
    std::string maker;
    bool certain = false;  // else a noun of its type or its maker must be in the article
  };

  const Entity* Read(std::string_view written, ArticleNames& article) const;
  std::optional<Mention> Member(const ArticleNames::KnownName& series, ArticleNames& article) const;
  std::optional<Mention> Chain(std::uint32_t token, ArticleNames& article) const;

  std::vector<Rule> rules_;
  std::unique_ptr<const RE2> any_;  // of all rules: most chains fit none; null if there are none
};

}  // namespace newsgraph::extract
