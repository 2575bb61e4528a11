// JSON as pages have it → JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace newsgraph::ingest {

// Reads JSON that may be wrapped in comments, escaped once too often, cut, or
// hold control characters, comments, trailing commas and bare quotes. What cannot
// be read is discarded() (see nlohmann). `text` is valid UTF-8.
nlohmann::json ParseLooseJson(std::string_view text);

}  // namespace newsgraph::ingest
