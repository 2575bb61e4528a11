#include <cstddef>
#include <filesystem>
#include <functional>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "ingest/url.h"
#include "ingest/whole_file.h"
#include "model/names.h"
#include "rpc/client/client.h"
#include "rpc/convert_enum.h"
#include "rpc/wire/resource_name.h"
#include "tools/newsgraph/claim_text.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/table.h"

namespace newsgraph::tools {
namespace {

constexpr std::size_t kMaxListBytes = std::size_t{64} << 20;

// The location as the server knows it: folders by their absolute paths.
std::string LocationOf(const std::string& name) {
  if (ingest::IsWebUrl(name)) return name;
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(name, error).lexically_normal();
  if (error) return name;
  return path.has_filename() || path == path.root_path() ? path.string() : path.parent_path().string();
}

std::string HealthText(const v1::Source& source) {
  const std::optional<SourceHealth> health = rpc::FromProto<SourceHealth>(source.health());
  return health ? std::string(Name(*health)) : "?";
}

ExitCode List(rpc::Client& client, const SourcesOptions& options) {
  const bool as_table = options.output == OutputFormat::kTable;
  Table table({"STATE", "SOURCE", "ARTICLES", "CHANGED", "NEXT", "ERROR"}, TableWidth(), Painter(stdout));
  JsonWriter json(options.output);
  v1::ListSourcesRequest request;
  request.set_page_size(kListingPageSize);
  Status written = OkStatus();
  const Status listed = client.ListSources(request, [&](const v1::Source& source) {
    if (!as_table) {
      written = WriteOutput(json.Item(ToJson(source)));
      return written.ok();
    }
    table.Add({HealthText(source), source.location(), std::to_string(source.article_count()),
               source.has_change_time() ? TimeText(source.change_time()) : "",
               source.has_next_poll_time() ? TimeText(source.next_poll_time()) : "", source.last_error()});
    return true;
  });
  if (!listed.ok()) return FailAt(options.server, listed);
  const std::string rows = as_table ? table.TakeLines() : json.End();
  if (written.ok()) written = WriteOutput(rows.empty() && as_table ? "no sources\n" : rows);
  return written.ok() ? ExitCode::kDone : Fail(written);
}

// Does it for every location that was named; says which ones failed.
ExitCode ForEach(const SourcesOptions& options, const std::function<Status(const std::string&)>& what) {
  ExitCode code = ExitCode::kDone;
  for (const std::string& name : options.locations) {
    const Status done = what(LocationOf(name));
    if (done.code() == StatusCode::kUnavailable) return FailAt(options.server, done);
    if (!done.ok()) code = FailAt(options.server, done);
  }
  return code;
}

v1::Source SourceOf(const std::string& location, const SourcesOptions& options) {
  v1::Source source;
  source.set_location(location);
  source.set_kind(v1::SOURCE_KIND_FEED);
  if (options.page) source.set_kind(v1::SOURCE_KIND_PAGE);
  if (!ingest::IsWebUrl(location)) source.set_kind(v1::SOURCE_KIND_FOLDER);
  source.set_title(options.title);
  source.set_interval_seconds(options.interval_seconds);
  source.set_allow_private(options.allow_private);
  source.set_page_reading(rpc::ToProto<v1::PageReading>(options.pages));
  return source;
}

ExitCode Import(rpc::Client& client, const SourcesOptions& options) {
  std::int64_t count = 0;
  for (const std::string& path : options.locations) {
    const bool from_input = path == "-";
    const StatusOr<std::string> opml = from_input ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                                                  : ingest::ReadUnpacked(path, kMaxListBytes);
    if (!opml.ok())
      return FailToOpen(Error(opml.status().code(), "\"", path, "\" ", std::string(opml.status().message())));
    const StatusOr<std::int64_t> added = client.ImportSources(*opml);
    if (!added.ok()) return FailAt(options.server, added.status());
    count += *added;
  }
  const Status written = WriteOutput(Concat(count, count == 1 ? " feed" : " feeds", " added\n"));
  return written.ok() ? ExitCode::kDone : Fail(written);
}

ExitCode Export(rpc::Client& client, const SourcesOptions& options) {
  const StatusOr<std::string> opml = client.ExportSources();
  if (!opml.ok()) return FailAt(options.server, opml.status());
  const Status written = WriteOutput(*opml);
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace

ExitCode RunSources(const SourcesOptions& options) {
  rpc::Client client(options.server);
  switch (options.action) {
    case SourcesAction::kAdd:
      return ForEach(options, [&](const std::string& at) { return client.AddSource(SourceOf(at, options)).status(); });
    case SourcesAction::kRemove:
      return ForEach(options, [&](const std::string& at) { return client.RemoveSource(rpc::SourceName(at)); });
    case SourcesAction::kImport:
      return Import(client, options);
    case SourcesAction::kExport:
      return Export(client, options);
    case SourcesAction::kList:
      break;
  }
  return List(client, options);
}

}  // namespace newsgraph::tools
