// The encoding that an HTML page says it is in.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::ingest {

// What <meta charset>, <meta http-equiv=content-type> or an XML declaration near
// the beginning of `bytes` names; empty if none does.
std::string DeclaredCharset(std::string_view bytes);

}  // namespace newsgraph::ingest
