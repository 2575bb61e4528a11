// How a command ends.
#pragma once

#include <string>
#include <string_view>

#include "model/status.h"
#include "tools/article_input.h"
#include "tools/exit_code.h"

namespace newsgraph::tools {

// Says on standard error what went wrong, and what to do about it where that is
// known; the exit code that goes with the error.
ExitCode Fail(const Status& status);

// The same for an error of the server that `server` names.
ExitCode FailAt(const std::string& server, const Status& status);

// The same for inputs that the arguments name and that are not there.
ExitCode FailToOpen(const Status& status);

// Writes one line or block to standard output at once. DATA_LOSS if it does
// not take it.
Status WriteOutput(std::string_view text);

// How many items of a listing a server is asked for at a time.
inline constexpr int kListingPageSize = 500;

// The end of a command that read articles: reports what was rejected. `status`
// is how the rest went.
ExitCode FinishInput(const Status& status, ArticleInput& input);

}  // namespace newsgraph::tools
