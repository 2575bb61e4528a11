// What the programs tell the shell.
#pragma once

namespace newsgraph::tools {

// The same for every command; docs/cli.md lists them for users.
enum class ExitCode : int {
  kDone = 0,
  kConflicts = 1,    // `check --exit-code` found some, `lint` findings; `verify`: the proof does not hold
  kUsage = 2,        // the command line is wrong: nothing was done
  kUnreachable = 3,  // no server answers
  kRejected = 4,     // done, but some articles could not be read or were refused
  kFailed = 5,       // anything else: a disk, a pack, an error of the server
};

}  // namespace newsgraph::tools
