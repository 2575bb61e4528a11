// What may be stored.
#pragma once

#include "model/article.h"
#include "model/extraction.h"
#include "model/status.h"

namespace newsgraph::graph {

// INVALID_ARGUMENT naming the first field that cannot be stored: an empty or
// overlong id, a span outside the text, a reference to a figure or date that is
// not there, a time that ends before it begins.
Status Validate(const Article& article, const Extraction& extraction);

}  // namespace newsgraph::graph
