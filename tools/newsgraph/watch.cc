#include <optional>
#include <string>

#include "model/names.h"
#include "rpc/client/client.h"
#include "rpc/convert_enum.h"
#include "tools/display_text.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/conflict_view.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"

namespace newsgraph::tools {
namespace {

v1::WatchRequest ToRequest(const WatchOptions& options) {
  v1::WatchRequest request;
  if (!options.resume_token.empty()) {
    request.set_resume_token(options.resume_token);
  } else if (options.after_revision) {
    request.set_after_revision(*options.after_revision);
  } else if (options.snapshot) {
    request.set_snapshot(true);
  }
  return request;
}

std::string_view KindText(v1::EventKind kind) {
  switch (kind) {
    case v1::EVENT_KIND_ARTICLE_ADDED:
      return "article added";
    case v1::EVENT_KIND_ARTICLE_CHANGED:
      return "article changed";
    case v1::EVENT_KIND_CONFLICT_OPENED:
      return "conflict opened";
    case v1::EVENT_KIND_CONFLICT_CHANGED:
      return "conflict changed";
    case v1::EVENT_KIND_CONFLICT_RESOLVED:
      return "conflict resolved";
    case v1::EVENT_KIND_CONFLICT_SUPPRESSED:
      return "conflict suppressed";
    default:
      return "something else happened";
  }
}

std::string Text(const v1::Source& source) {
  const std::optional<SourceHealth> health = rpc::FromProto<SourceHealth>(source.health());
  const std::string error = source.last_error().empty() ? "" : Concat("  ", Printable(source.last_error()));
  return Concat("source ", health ? Name(*health) : "?", "  ", Printable(source.location()), error, "\n");
}

// Empty for what people need not see.
std::string Text(const v1::WatchResponse& response, ConflictView& view) {
  if (response.has_snapshot()) return view.Show(response.snapshot());
  if (response.has_source()) return Text(response.source());
  if (!response.has_event()) return {};
  const v1::Event& event = response.event();
  const std::string text = Concat(event.revision(), "  ", KindText(event.kind()));
  if (event.has_conflict()) return Concat(text, "\n", view.Show(event.conflict()));
  return Concat(text, "  ", Printable(event.article_id()), "\n");
}

}  // namespace

ExitCode RunWatch(const WatchOptions& options) {
  rpc::Client client(options.server);
  ConflictView view;
  std::size_t count = 0;
  Status written = OkStatus();
  const Status watched = client.Watch(ToRequest(options), [&](const v1::WatchResponse& response) {
    written = WriteOutput(options.output == OutputFormat::kTable ? Text(response, view) : ToJson(response) + "\n");
    if (!response.has_progress()) ++count;
    return written.ok() && (options.limit == 0 || count < options.limit);
  });
  if (!watched.ok()) return FailAt(options.server, watched);
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace newsgraph::tools
