// The same, said otherwise.
#pragma once

#include <vector>

#include "model/article.h"
#include "model/reading.h"
#include "tests/planting/planted_change.h"

namespace newsgraph {

// Harmless rewrites: rounded, with another scale, another hedge, in another unit.
std::vector<PlantedChange> RewriteHarmlessly(const Article& article, const ArticleReading& reading);

}  // namespace newsgraph
