// Articles of the wire ↔ articles of the model.
#pragma once

#include <cstddef>

#include "graph/graph.h"
#include "model/article.h"
#include "model/status.h"
#include "newsgraph/v1/article.pb.h"
#include "rpc/entity_names.h"

namespace newsgraph::rpc {

// What a client submits, title and text composed. A missing or oversized field
// is a FieldError() under "article".
StatusOr<Article> FromProto(const v1::Article& article, std::size_t max_text_bytes);

// The article as it was published, without extraction and revisions.
v1::Article ToProto(const Article& article);

// The article as it is stored, in the view asked for.
v1::Article ToProto(const graph::StoredArticle& stored, v1::ArticleView view, const EntityNames& names);

}  // namespace newsgraph::rpc
