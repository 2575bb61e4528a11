// Which newsgraph this is.
#pragma once

namespace newsgraph::tools {

// The project's version, as in CMakeLists.txt: "0.1.0".
inline constexpr const char* kVersion = NEWSGRAPH_VERSION;

}  // namespace newsgraph::tools
