// Compressed bytes → what they were, never more than allowed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/status.h"

namespace newsgraph::ingest {

// Whether `bytes` begin as gzip does.
bool IsGzip(std::string_view bytes);

struct Inflated {
  std::string bytes;
  bool cut = false;  // the input stops or breaks before its end; `bytes` is what came before
};

// Reads gzip, all members one after another, zlib's format, or deflate without a head,
// as servers send for one another. RESOURCE_EXHAUSTED beyond `max_bytes`;
// INVALID_ARGUMENT where not a byte comes out.
StatusOr<Inflated> Inflate(std::string_view compressed, std::size_t max_bytes);

}  // namespace newsgraph::ingest
