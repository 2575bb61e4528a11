// Readers that stay until the program ends.
#pragma once

#include <memory>

#include "model/reading.h"

namespace newsgraph::tools {

// Keeps `reader` until the program ends, and never takes it apart: that would take longer than
// reading a short text. Any thread may call.
const Reader& KeepReader(std::unique_ptr<Reader> reader);

}  // namespace newsgraph::tools
