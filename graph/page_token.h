// Where a listing goes on, as an opaque printable text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/status.h"

namespace newsgraph::graph {

struct Position {
  std::uint64_t revision = 0;  // the graph revision at which the listing began
  std::uint64_t filter = 0;    // fingerprint of the listing and its filter
  std::string after;           // key of the last row shown

  friend bool operator==(const Position&, const Position&) = default;
};

// The same for the same bytes on every machine and in every version.
std::uint64_t Fingerprint(std::string_view bytes);

// Letters, digits, "-" and "_" only.
std::string EncodePageToken(const Position& position);

// INVALID_ARGUMENT for anything that EncodePageToken did not make.
StatusOr<Position> DecodePageToken(std::string_view token);

}  // namespace newsgraph::graph
