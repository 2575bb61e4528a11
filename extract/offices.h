// Governments, ministries and agencies that are named by what they do and whose
// they are: "US-Regierung", "chinesischer Zoll", "商务部".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/article_names.h"
#include "extract/entity_names.h"
#include "extract/pack.h"

namespace newsgraph::extract {

// Immutable; any thread may call.
class Offices {
 public:
  // Reads the `offices` tables of `packs`.
  Offices(const PackSet& packs, const EntityNames& names, PackErrors& errors);

  // The offices of `article` with the place that they are of.
  Mentions Find(ArticleNames& article) const;
  // Offices without one, where the article says whose: another mention of the
  // same office, or else the place that was named last before.
  Mentions FindAlone(ArticleNames& article) const;

 private:
  struct Office {
    std::string label;  // English, as it stands after a place: "customs"
    bool alone = false;
    std::map<std::uint32_t, std::uint32_t> of;  // place → the entity that packs know
  };

  const Entity& Of(const Office& office, std::uint32_t place, ArticleNames& article) const;
  const Entity* Known(const Office& office, std::uint32_t place) const;
  const Entity* Nearest(const Office& office, const ArticleNames& article, std::uint32_t token) const;

  const EntityNames& names_;
  LanguageSet places_follow_ = 0;  // languages that join them by case alone
  std::map<std::string, Office, std::less<>> offices_;
};

}  // namespace newsgraph::extract
