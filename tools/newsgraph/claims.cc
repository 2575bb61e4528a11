#include <cstddef>
#include <string>

#include "rpc/client/client.h"
#include "tools/newsgraph/claim_table.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"
#include "tools/newsgraph/unknown_names.h"

namespace newsgraph::tools {
namespace {

v1::ListClaimsRequest ToRequest(const ClaimsOptions& options) {
  v1::ListClaimsRequest request;
  request.set_article(ArticleArgument(options.article));
  request.set_subject(EntityArgument(options.subject));
  request.set_entity(EntityArgument(options.entity));
  request.set_metric(options.metric);
  request.set_time_from(options.from);
  request.set_time_to(options.to);
  request.set_page_size(kListingPageSize);
  return request;
}

}  // namespace

ExitCode RunClaims(const ClaimsOptions& options) {
  rpc::Client client(options.server);
  ClaimTable table;
  JsonWriter json(options.output);
  std::size_t count = 0;
  Status written = OkStatus();
  const Status listed = client.ListClaims(ToRequest(options), [&](const v1::Claim& claim) {
    written =
        options.output == OutputFormat::kTable ? WriteOutput(table.Add(claim)) : WriteOutput(json.Item(ToJson(claim)));
    return written.ok() && ++count != options.limit;
  });
  if (!listed.ok()) return FailAt(options.server, listed);
  if (written.ok()) written = WriteOutput(options.output == OutputFormat::kTable ? table.End() : json.End());
  if (count == 0) TellOfUnknown(client, {{options.subject, options.entity}, options.article});
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace newsgraph::tools
