// Arguments → the command to run.
#pragma once

#include <functional>
#include <variant>

#include "tools/exit_code.h"

namespace newsgraph::tools {

// What is to be run; or the exit code where there is nothing to run: help was
// asked for and shown, or the arguments are wrong and standard error says how.
std::variant<std::function<ExitCode()>, ExitCode> ParseCommandLine(int argc, const char* const* argv);

}  // namespace newsgraph::tools
