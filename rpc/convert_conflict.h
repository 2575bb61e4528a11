// Conflicts, links and events of the graph → of the wire.
#pragma once

#include "graph/graph.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/link.h"
#include "newsgraph/v1/conflict.pb.h"
#include "newsgraph/v1/link.pb.h"
#include "newsgraph/v1/watch_service.pb.h"

namespace newsgraph::rpc {

// Names of entities come from `catalogue`.
v1::Conflict ToProto(const Conflict& conflict, const Catalogue& catalogue);
v1::Link ToProto(const Link& link, const Catalogue& catalogue);
v1::Event ToProto(const graph::Event& event, const Catalogue& catalogue);

}  // namespace newsgraph::rpc
