#include "rpc/library_log.h"

#include <google/protobuf/stubs/logging.h>
#include <grpc/support/log.h>

#include <string>
#include <utility>

namespace newsgraph::rpc {
namespace {

using Sink = std::function<void(LogSeverity, std::string_view)>;

// The libraries take plain functions, which can only look here; and they may
// log until the very end of the program, so it is never destroyed.
Sink& TheSink() {
  static Sink* const sink = new Sink;
  return *sink;
}

void FromGrpcLog(gpr_log_func_args* line) {
  const LogSeverity severity = line->severity == GPR_LOG_SEVERITY_ERROR ? LogSeverity::kError : LogSeverity::kInfo;
  TheSink()(severity, line->message);
}

void FromProtobufLog(google::protobuf::LogLevel level, const char*, int, const std::string& message) {
  const LogSeverity severity = level == google::protobuf::LOGLEVEL_INFO      ? LogSeverity::kInfo
                               : level == google::protobuf::LOGLEVEL_WARNING ? LogSeverity::kWarning
                                                                             : LogSeverity::kError;
  TheSink()(severity, message);
}

}  // namespace

void SetLibraryLog(std::function<void(LogSeverity severity, std::string_view line)> sink) {
  TheSink() = std::move(sink);
  gpr_set_log_function(FromGrpcLog);
  gpr_log_verbosity_init();
  google::protobuf::SetLogHandler(FromProtobufLog);
}

}  // namespace newsgraph::rpc
