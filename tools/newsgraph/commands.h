// The commands of `newsgraph`. Each writes its results to standard output and
// everything else to standard error.
#pragma once

#include "tools/exit_code.h"
#include "tools/newsgraph/options.h"

namespace newsgraph::tools {

// Offline: articles in, records out, in input order.
ExitCode Extract(const ExtractOptions& options);
// Offline: articles in, conflicts among them out.
ExitCode Check(const CheckOptions& options);

// At a server.
ExitCode Ingest(const IngestOptions& options);
ExitCode Claims(const ClaimsOptions& options);
ExitCode Conflicts(const ConflictsOptions& options);
ExitCode ShowArticle(const ArticleOptions& options);
ExitCode Watch(const WatchOptions& options);
ExitCode Info(const InfoOptions& options);

}  // namespace newsgraph::tools
