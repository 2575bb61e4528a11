// The commands of `newsgraph`. Each writes its results to standard output and
// everything else to standard error.
#pragma once

#include "tools/exit_code.h"
#include "tools/newsgraph/options.h"

namespace newsgraph::tools {

// Offline: articles in, records out, in input order.
ExitCode RunExtract(const ExtractOptions& options);
// Offline: articles in, their text with its figures, claims and reasons out.
ExitCode RunExplain(const ExplainOptions& options);
// Offline: articles in, conflicts among them out.
ExitCode RunCheck(const CheckOptions& options);
// Files and addresses in, what would be ingested of them out.
ExitCode RunFetch(const FetchOptions& options);
// Offline: one text after the other, each against itself.
ExitCode RunLint(const LintOptions& options);
// Offline: a proof in, whether it holds out.
ExitCode RunVerify(const VerifyOptions& options);

// At a server.
ExitCode RunIngest(const IngestOptions& options);
ExitCode RunClaims(const ClaimsOptions& options);
ExitCode RunConflicts(const ConflictsOptions& options);
ExitCode RunLinks(const LinksOptions& options);
ExitCode RunReview(const ReviewOptions& options);
ExitCode RunSuppressions(const SuppressionsOptions& options);
ExitCode RunProof(const ProofOptions& options);
ExitCode RunArticle(const ArticleOptions& options);
ExitCode RunWatch(const WatchOptions& options);
ExitCode RunSources(const SourcesOptions& options);
ExitCode RunEntities(const EntitiesOptions& options);
ExitCode RunInfo(const InfoOptions& options);

}  // namespace newsgraph::tools
