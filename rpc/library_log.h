// What gRPC and protobuf would write to standard error.
#pragma once

#include <functional>
#include <string_view>

namespace newsgraph::rpc {

enum class LogSeverity { kInfo, kWarning, kError };

// Hands every line of gRPC's and protobuf's own logs to `sink`, from any thread,
// instead of standard error. Call once, before any server or client is made.
void SetLibraryLog(std::function<void(LogSeverity severity, std::string_view line)> sink);

}  // namespace newsgraph::rpc
