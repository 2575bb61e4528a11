// Who and what an article is about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/text_span.h"

namespace newsgraph {

enum class EntityType : std::uint8_t { kCompany, kOrganization, kMedia, kChip, kProduct, kModel, kPerson, kPlace };

// What is made and has a maker; not who acts, and no place.
inline bool IsThing(EntityType type) {
  return type == EntityType::kChip || type == EntityType::kProduct || type == EntityType::kModel;
}

// One thing in the world, the same in every language.
struct Entity {
  // Stable, opaque, one segment: "huawei", "ascend-910c". A provisional entity,
  // one that no pack names, has an id made from its folded name.
  std::string id;
  EntityType type = EntityType::kCompany;
  // Canonical English name, short form in common use: "Huawei", "Ascend 910C".
  std::string name;
  // The id of what it is a part, kind, member or place of ("ascend" for
  // "ascend-910c", "china" for "xinjiang"); empty if none is known.
  std::string part_of;
  // The id of who makes it, for chips, products and models; empty if unknown.
  std::string maker;

  friend bool operator==(const Entity&, const Entity&) = default;
};

// A name by which the press calls an entity.
struct SpokenName {
  std::string entity;    // id
  std::string text;      // "华为"
  std::string language;  // BCP 47, for a name of one language alone; empty: known in all

  friend bool operator==(const SpokenName&, const SpokenName&) = default;
};

// An entity with the places of one article that name it, in text order.
struct MentionedEntity {
  Entity entity;
  std::vector<TextSpan> mentions;

  friend bool operator==(const MentionedEntity&, const MentionedEntity&) = default;
};

}  // namespace newsgraph
