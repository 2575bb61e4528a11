#include <cstdio>
#include <string>

#include "rpc/client/client.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/table.h"

namespace newsgraph::tools {
namespace {

std::string InfoTable(const v1::ServerInfo& info) {
  Table table({"FIELD", "VALUE"}, TableWidth(), Painter(stdout));
  table.Add({"version", info.version()});
  table.Add({"storage version", std::to_string(info.storage_version())});
  table.Add({"rules version", info.rules_version()});
  table.Add({"revision", std::to_string(info.revision())});
  table.Add({"articles", std::to_string(info.article_count())});
  table.Add({"claims", std::to_string(info.claim_count())});
  table.Add({"open conflicts", std::to_string(info.conflict_count())});
  return table.TakeLines();
}

}  // namespace

ExitCode RunInfo(const InfoOptions& options) {
  rpc::Client client(options.server);
  const StatusOr<v1::ServerInfo> info = client.GetServerInfo();
  if (!info.ok()) return FailAt(options.server, info.status());
  const Status written = WriteOutput(options.output == OutputFormat::kTable ? InfoTable(*info) : ToJson(*info) + "\n");
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace newsgraph::tools
