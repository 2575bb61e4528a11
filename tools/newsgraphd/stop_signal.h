// SIGTERM and SIGINT, waited for instead of handled.
#pragma once

#include <csignal>

namespace newsgraph::tools {

// To be made before any thread is started: all threads inherit that the signals
// wait for Wait(). Lives as long as the process.
class StopSignal {
 public:
  StopSignal();

  // Returns the first signal that comes. From then on the next one ends the
  // process at once, with the exit code 128 + signal.
  int Wait();

 private:
  sigset_t signals_;
};

}  // namespace newsgraph::tools
