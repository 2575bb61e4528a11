#include <functional>

#include "rpc/client/client.h"
#include "rpc/convert_enum.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/conflict_listing.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"
#include "tools/newsgraph/unknown_names.h"

namespace newsgraph::tools {
namespace {

v1::ListConflictsRequest ToRequest(const ConflictsOptions& options) {
  v1::ListConflictsRequest request;
  if (options.kind) request.set_kind(rpc::ToProto<v1::ConflictKind>(*options.kind));
  if (options.state) request.set_state(rpc::ToProto<v1::ConflictState>(*options.state));
  request.set_least_severity(rpc::ToProto<v1::Severity>(options.least_severity));
  request.set_subject(EntityArgument(options.subject));
  request.set_metric(options.metric);
  request.set_page_size(kListingPageSize);
  return request;
}

// Calls `visit` for the conflict asked for, or for all that were.
Status ForEachConflict(rpc::Client& client, const ConflictsOptions& options,
                       const std::function<bool(const v1::Conflict&)>& visit) {
  if (options.id.empty()) return client.ListConflicts(ToRequest(options), visit);
  if (options.history) {
    v1::ListConflictVersionsRequest history;
    history.set_name(ConflictArgument(options.id));
    history.set_page_size(kListingPageSize);
    return client.ListConflictVersions(history, visit);
  }
  v1::GetConflictRequest request;
  request.set_name(ConflictArgument(options.id));
  ASSIGN_OR_RETURN(const v1::Conflict conflict, client.GetConflict(request));
  visit(conflict);
  return OkStatus();
}

}  // namespace

ExitCode RunConflicts(const ConflictsOptions& options) {
  rpc::Client client(options.server);
  ConflictListing listing(options.output, options.limit);
  const Status listed = ForEachConflict(client, options, [&](const v1::Conflict& conflict) {
    // What was corrected is history: shown when asked for by state or by id.
    const bool asked = options.state.has_value() || !options.id.empty();
    if (!asked && conflict.state() == v1::CONFLICT_STATE_RESOLVED) return true;
    return listing.Show(conflict);
  });
  if (!listed.ok()) return FailAt(options.server, listed);
  const ExitCode code = listing.End(&ConflictView::Summary);
  if (listing.empty()) TellOfUnknown(client, {{options.subject}});
  return code;
}

ExitCode RunReview(const ReviewOptions& options) {
  rpc::Client client(options.server);
  v1::ReviewConflictRequest request;
  request.set_name(ConflictArgument(options.id));
  request.set_state(rpc::ToProto<v1::ConflictState>(options.state));
  if (options.reason) request.set_reason(rpc::ToProto<v1::DismissalReason>(*options.reason));
  request.set_comment(options.comment);
  request.set_reviewer(options.reviewer);
  const StatusOr<v1::Conflict> conflict = client.ReviewConflict(request);
  if (!conflict.ok()) return FailAt(options.server, conflict.status());
  const bool as_table = options.output == OutputFormat::kTable;
  const Status written = WriteOutput(as_table ? ConflictView().Show(*conflict) : ToJson(*conflict) + "\n");
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace newsgraph::tools
