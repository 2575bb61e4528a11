// A file as a string, if it is no longer than a bound.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "model/status.h"

namespace newsgraph::ingest {

// The bytes of a file. RESOURCE_EXHAUSTED beyond `max_bytes`; NOT_FOUND and
// UNAVAILABLE say why it cannot be read.
StatusOr<std::string> ReadWhole(const std::filesystem::path& path, std::size_t max_bytes);

// The same, unpacked where they are gzip; `max_bytes` holds for both.
StatusOr<std::string> ReadUnpacked(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace newsgraph::ingest
