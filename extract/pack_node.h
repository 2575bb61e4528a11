// YAML text → the root of a pack: the only file that knows the YAML library.
#pragma once

#include <string_view>

#include "extract/pack.h"

namespace newsgraph::extract {

// A missing node, and an error with the line, where `content` is not YAML.
PackNode ParseYaml(std::string_view name, std::string_view content, PackErrors& errors);

}  // namespace newsgraph::extract
