#include "tools/newsgraph/report.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "tools/display_text.h"
#include "tools/terminal.h"

namespace newsgraph::tools {

ExitCode Fail(const Status& status) {
  const std::string message = Printable(std::string(status.message()));
  std::fprintf(stderr, "%s %s\n", Painter(stderr)(Color::kRed, "newsgraph:").c_str(), message.c_str());
  return ExitCode::kFailed;
}

ExitCode FailAt(const std::string& server, const Status& status) {
  if (status.code() != StatusCode::kUnavailable) {
    Fail(status);
    return status.code() == StatusCode::kInvalidArgument ? ExitCode::kUsage : ExitCode::kFailed;
  }
  Fail(Error(
      status.code(), "no server answers at \"", server,
      "\"; start newsgraphd, or say where it is with --server or NEWSGRAPH_SERVER: ", std::string(status.message())));
  return ExitCode::kUnreachable;
}

ExitCode FailToOpen(const Status& status) {
  Fail(status);
  return ExitCode::kUsage;
}

Status WriteOutput(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return OkStatus();
  return Error(StatusCode::kDataLoss, "writing to standard output: ", std::strerror(errno));
}

ExitCode FinishInput(const Status& status, ArticleInput& input) {
  const Status kept = input.Finish();
  if (!status.ok()) return Fail(status);
  if (!kept.ok()) return Fail(kept);
  return input.rejected_count() > 0 ? ExitCode::kRejected : ExitCode::kDone;
}

}  // namespace newsgraph::tools
