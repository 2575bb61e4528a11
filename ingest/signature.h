// Text → its signature.
#pragma once

#include <string_view>

#include "model/signature.h"

namespace newsgraph::ingest {

// Of valid UTF-8, in one pass. Words are runs of letters and digits; in scripts that
// do not part them every character is one.
Signature SignatureOf(std::string_view text);

}  // namespace newsgraph::ingest
