// YAML → the bytes of a pack's tree.
#pragma once

#include <string>
#include <string_view>

#include "extract/pack.h"

namespace newsgraph::extract {

// The tree of the map that `yaml` is, as pack_tree.h says it. Its root is missing, and an error
// with the line in `errors`, where it is not YAML, not a map, or has a key twice.
std::string TreeOfYaml(std::string_view name, std::string_view yaml, PackErrors& errors);

}  // namespace newsgraph::extract
