// What was read out of a stored article → the wire.
#pragma once

#include "graph/graph.h"
#include "model/catalogue.h"
#include "newsgraph/v1/extraction.pb.h"

namespace newsgraph::rpc {

// Quotes are cut out of the article's text. Names of claims' entities come from
// `catalogue`.
v1::Extraction ExtractionToProto(const graph::StoredArticle& stored, const Catalogue& catalogue);

}  // namespace newsgraph::rpc
