#include <optional>
#include <string>

#include "model/names.h"
#include "rpc/client/client.h"
#include "rpc/convert_enum.h"
#include "tools/newsgraph/claim_text.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"
#include "tools/table.h"

namespace newsgraph::tools {
namespace {

constexpr std::string_view kAny = "any";

Table NewTable() {
  return Table({"ID", "KIND", "SUBJECT", "METRIC", "UNTIL", "BY", "WHY", "ENDED"}, TableWidth(), Painter(stdout));
}

// "2026-12-31 00:00: expired", "2026-03-01 12:00 by desk: new quarter"; empty while it stands.
std::string EndText(const v1::Suppression& suppression) {
  if (!suppression.has_end()) return {};
  const v1::SuppressionEnd& end = suppression.end();
  std::string text = end.has_end_time() ? TimeText(end.end_time()) : "ended";
  if (!end.reviewer().empty()) text += " by " + end.reviewer();
  if (end.expired()) return text + ": expired";
  return end.reason().empty() ? text : Concat(text, ": ", end.reason());
}

void AddRow(const v1::Suppression& suppression, Table& table) {
  const std::optional<ConflictKind> kind = rpc::FromProto<ConflictKind>(suppression.kind());
  table.Add({std::to_string(suppression.revision()), std::string(kind ? Name(*kind) : kAny),
             suppression.subject().empty() ? std::string(kAny) : suppression.subject_name(),
             suppression.metric().empty() ? std::string(kAny) : suppression.metric(),
             suppression.has_expire_time() ? TimeText(suppression.expire_time()) : "ended by hand",
             suppression.reviewer(), suppression.reason(), EndText(suppression)});
}

StatusOr<v1::Suppression> Change(rpc::Client& client, const SuppressionsOptions& options) {
  if (options.action == SuppressionsAction::kEnd) {
    v1::EndSuppressionRequest request;
    request.set_name(SuppressionArgument(options.id));
    request.set_reason(options.reason);
    request.set_reviewer(options.reviewer);
    return client.EndSuppression(request);
  }
  v1::CreateSuppressionRequest request;
  if (options.kind) request.set_kind(rpc::ToProto<v1::ConflictKind>(*options.kind));
  request.set_subject(EntityArgument(options.subject));
  request.set_metric(options.metric);
  if (options.expires) request.mutable_expire_time()->set_seconds(options.expires->time_since_epoch().count());
  request.set_reason(options.reason);
  request.set_reviewer(options.reviewer);
  return client.CreateSuppression(request);
}

ExitCode Done(const Status& written) { return written.ok() ? ExitCode::kDone : Fail(written); }

ExitCode RunChange(rpc::Client& client, const SuppressionsOptions& options) {
  const StatusOr<v1::Suppression> changed = Change(client, options);
  if (!changed.ok()) return FailAt(options.server, changed.status());
  if (options.output != OutputFormat::kTable) return Done(WriteOutput(ToJson(*changed) + "\n"));
  Table table = NewTable();
  AddRow(*changed, table);
  return Done(WriteOutput(table.TakeLines()));
}

ExitCode List(rpc::Client& client, const SuppressionsOptions& options) {
  v1::ListSuppressionsRequest request;
  request.set_standing(!options.ended);
  request.set_page_size(kListingPageSize);
  const bool as_table = options.output == OutputFormat::kTable;
  Table table = NewTable();
  JsonWriter json(options.output);
  std::string out;
  std::size_t count = 0;
  const Status listed = client.ListSuppressions(request, [&](const v1::Suppression& suppression) {
    ++count;
    if (as_table) {
      AddRow(suppression, table);
    } else {
      out += json.Item(ToJson(suppression));
    }
    return true;
  });
  if (!listed.ok()) return FailAt(options.server, listed);
  if (!as_table) return Done(WriteOutput(out + json.End()));
  return Done(WriteOutput(count == 0 ? "no suppressions\n" : table.TakeLines()));
}

}  // namespace

ExitCode RunSuppressions(const SuppressionsOptions& options) {
  rpc::Client client(options.server);
  return options.action == SuppressionsAction::kList ? List(client, options) : RunChange(client, options);
}

}  // namespace newsgraph::tools
