#include "rpc/convert_entity.h"

#include <string>

#include "rpc/convert_claim.h"
#include "rpc/convert_enum.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {

v1::Entity ToProto(const graph::KnownEntity& known, const EntityNames& names) {
  const Entity& entity = known.entity;
  v1::Entity out;
  out.set_name(EntityName(entity.id));
  out.set_type(ToProto<v1::EntityType>(entity.type));
  out.set_display_name(entity.name);
  for (const SpokenName& name : known.names) {
    v1::SpokenName& added = *out.add_spoken_names();
    added.set_text(name.text);
    added.set_lang(name.language);
  }
  if (!entity.part_of.empty()) {
    out.set_part_of(EntityName(entity.part_of));
    out.set_part_of_display_name(names.Of(entity.part_of));
  }
  if (!entity.maker.empty()) {
    out.set_maker(EntityName(entity.maker));
    out.set_maker_display_name(names.Of(entity.maker));
  }
  out.set_provisional(known.provisional);
  for (const std::string& id : known.merged) out.add_merged_entities(EntityName(id));
  return out;
}

v1::EntityChange ToProto(const graph::EntityChange& change) {
  v1::EntityChange out;
  out.set_name(EntityChangeName(change.revision));
  out.set_kind(ToProto<v1::EntityChangeKind>(change.kind));
  out.set_entity(EntityName(change.entity));
  for (const std::string& id : change.others) out.add_other_entities(EntityName(id));
  for (const std::string& id : change.articles) out.add_articles(ArticleName(id));
  if (change.undoes != 0) out.set_undone_change(EntityChangeName(change.undoes));
  out.set_reason(change.reason);
  if (change.time) *out.mutable_change_time() = ToProto(*change.time);
  out.set_revision(static_cast<std::int64_t>(change.revision));
  return out;
}

}  // namespace newsgraph::rpc
