// Texts with one change: a slip that a reader could see, or a harmless rewrite.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/reading.h"

namespace newsgraph {

struct PlantedChange {
  std::string kind;  // "scale word", "headline figure", ...
  std::string text;  // the article's, changed
  std::string what;  // "50 Milliarden Yuan -> 50 Millionen Yuan"
};

// Slips that can be seen within the text: what was changed stands against
// another place of it, or against the day of its publication. Made from what was
// read out of the unchanged text, and from nothing that the checks use besides.
std::vector<PlantedChange> PlantSlips(const Article& article, const ArticleReading& reading);

// The same said otherwise: rounded, with another scale, another hedge.
std::vector<PlantedChange> RewriteHarmlessly(const Article& article, const ArticleReading& reading);

}  // namespace newsgraph
