// A word or name of the packs in a text.
#pragma once

#include <cstdint>

#include "extract/sense.h"
#include "model/text_span.h"

namespace newsgraph::extract {

// A word or name of the packs at a place of the text.
struct Hit {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // one past the last
  // The matched bytes, with the ending that the word carries.
  TextSpan span;
  Meaning sense;
  // How many bytes of `span` are such an ending.
  std::uint8_t ending_bytes = 0;
  // Only the last part of the compound word at `first_token` matches; `span` is
  // that part. What a noun before such a part means is a hit of SenseKind::kFront.
  bool compound_head = false;
};

}  // namespace newsgraph::extract
