// Entities and their changes → the wire.
#pragma once

#include "graph/graph.h"
#include "newsgraph/v1/entity_service.pb.h"
#include "rpc/entity_names.h"

namespace newsgraph::rpc {

v1::Entity ToProto(const graph::KnownEntity& known, const EntityNames& names);
v1::EntityChange ToProto(const graph::EntityChange& change);

}  // namespace newsgraph::rpc
