// What was read out of a stored article → the wire.
#pragma once

#include "graph/graph.h"
#include "newsgraph/v1/extraction.pb.h"
#include "rpc/entity_names.h"

namespace newsgraph::rpc {

// Quotes are cut out of the article's text.
v1::Extraction ExtractionToProto(const graph::StoredArticle& stored, const EntityNames& names);

}  // namespace newsgraph::rpc
