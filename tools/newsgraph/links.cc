#include <cstddef>

#include "rpc/client/client.h"
#include "rpc/convert_enum.h"
#include "rpc/wire/resource_name.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/conflict_view.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"

namespace newsgraph::tools {
namespace {

v1::ListLinksRequest ToRequest(const LinksOptions& options) {
  v1::ListLinksRequest request;
  if (options.kind) request.set_kind(rpc::ToProto<v1::LinkKind>(*options.kind));
  if (!options.subject.empty()) request.set_subject(rpc::EntityName(options.subject));
  if (!options.article.empty()) request.set_article(rpc::ArticleName(options.article));
  request.set_metric(options.metric);
  request.set_page_size(kListingPageSize);
  return request;
}

}  // namespace

ExitCode RunLinks(const LinksOptions& options) {
  rpc::Client client(options.server);
  const bool as_table = options.output == OutputFormat::kTable;
  ConflictView view;
  JsonWriter json(options.output);
  std::size_t count = 0;
  Status written = OkStatus();
  const Status listed = client.ListLinks(ToRequest(options), [&](const v1::Link& link) {
    written = WriteOutput(as_table ? view.Show(link) : json.Item(ToJson(link)));
    return written.ok() && ++count != options.limit;
  });
  if (!listed.ok()) return FailAt(options.server, listed);
  if (written.ok()) written = WriteOutput(as_table ? view.LinkSummary() : json.End());
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace newsgraph::tools
