// The commands of `newsgraph`. Each writes its results to standard output and
// everything else to standard error.
#pragma once

#include "tools/exit_code.h"
#include "tools/newsgraph/options.h"

namespace newsgraph::tools {

// Offline: articles in, records out, in input order.
ExitCode Extract(const ExtractOptions& options);

}  // namespace newsgraph::tools
