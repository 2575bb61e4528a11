// A text with one change.
#pragma once

#include <string>

#include "model/text_span.h"

namespace newsgraph {

struct PlantedChange {
  std::string kind;  // "scale word", "headline figure", ...
  std::string text;  // the article's, changed
  std::string what;  // "50 Milliarden Yuan -> 50 Millionen Yuan"
  TextSpan place;    // of what was put in, in `text`
};

}  // namespace newsgraph
