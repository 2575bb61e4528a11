// Arguments → how a daemon is to run.
#pragma once

#include <variant>

#include "tools/exit_code.h"
#include "tools/newsgraphd/config.h"

namespace newsgraph::tools {

// The configuration: the file that --config names, changed by the other flags. Or
// the exit code where there is nothing to run: help was asked for and shown, or
// arguments or file are wrong and standard error says how.
std::variant<DaemonConfig, ExitCode> ParseDaemonCommandLine(int argc, const char* const* argv);

}  // namespace newsgraph::tools
