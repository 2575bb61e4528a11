// Texts with one slip that a reader could see.
#pragma once

#include <vector>

#include "model/article.h"
#include "model/reading.h"
#include "tests/planting/planted_change.h"

namespace newsgraph {

// Slips that can be seen within the text: what was changed stands against
// another place of it, or against the day of its publication. Made from what was
// read out of the unchanged text, and from nothing that the checks use besides.
std::vector<PlantedChange> PlantSlips(const Article& article, const ArticleReading& reading);

}  // namespace newsgraph
