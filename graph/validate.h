// What may be stored.
#pragma once

#include "model/article.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/extraction.h"
#include "model/status.h"
#include "model/suppression.h"

namespace newsgraph::graph {

// INVALID_ARGUMENT naming the first field that cannot be stored: an empty or
// overlong id, a span outside the text, a reference to a figure or date that is
// not there, a time that ends before it begins.
Status Validate(const Article& article, const Extraction& extraction);

// INVALID_ARGUMENT for what nobody can decide.
Status Validate(const Review& review);

// INVALID_ARGUMENT for one that says nothing of what it suppresses, or names a metric that no pack declares.
Status Validate(const Suppression& suppression, const Catalogue& catalogue);

}  // namespace newsgraph::graph
