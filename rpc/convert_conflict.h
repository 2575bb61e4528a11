// Conflicts, links and events of the graph → of the wire.
#pragma once

#include "graph/graph.h"
#include "model/conflict.h"
#include "model/link.h"
#include "newsgraph/v1/conflict.pb.h"
#include "newsgraph/v1/link.pb.h"
#include "newsgraph/v1/watch_service.pb.h"
#include "rpc/entity_names.h"

namespace newsgraph::rpc {

v1::Conflict ToProto(const Conflict& conflict, const EntityNames& names);
v1::Link ToProto(const Link& link, const EntityNames& names);
v1::Event ToProto(const graph::Event& event, const EntityNames& names);

}  // namespace newsgraph::rpc
