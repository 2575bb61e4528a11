#include "rpc/client/client.h"
#include "rpc/convert_enum.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/conflict_listing.h"
#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"
#include "tools/newsgraph/unknown_names.h"

namespace newsgraph::tools {
namespace {

v1::ListLinksRequest ToRequest(const LinksOptions& options) {
  v1::ListLinksRequest request;
  if (options.kind) request.set_kind(rpc::ToProto<v1::LinkKind>(*options.kind));
  request.set_subject(EntityArgument(options.subject));
  request.set_article(ArticleArgument(options.article));
  request.set_metric(options.metric);
  request.set_page_size(kListingPageSize);
  return request;
}

}  // namespace

ExitCode RunLinks(const LinksOptions& options) {
  rpc::Client client(options.server);
  ConflictListing listing(options.output, options.limit);
  const Status listed = client.ListLinks(ToRequest(options), [&](const v1::Link& link) { return listing.Show(link); });
  if (!listed.ok()) return FailAt(options.server, listed);
  const ExitCode code = listing.End(&ConflictView::LinkSummary);
  if (listing.empty()) TellOfUnknown(client, {{options.subject}, options.article});
  return code;
}

}  // namespace newsgraph::tools
