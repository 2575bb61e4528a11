// A text file of the project, as the house rules look at it.
#pragma once

#include <string>
#include <vector>

namespace newsgraph::house {

struct SourceFile {
  std::string path;  // from the root: "model/decimal.h"
  std::vector<std::string> lines;
};

// One sentence each, beginning with path and line; empty where all is well.
using Complaints = std::vector<std::string>;

}  // namespace newsgraph::house
