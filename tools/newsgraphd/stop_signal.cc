#include "tools/newsgraphd/stop_signal.h"

#include <pthread.h>

#include <cstdlib>
#include <thread>

namespace newsgraph::tools {

StopSignal::StopSignal() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGTERM);
  sigaddset(&signals_, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

int StopSignal::Wait() {
  int signal = 0;
  sigwait(&signals_, &signal);
  std::thread([signals = signals_] {
    int second = 0;
    sigwait(&signals, &second);
    std::_Exit(128 + second);
  }).detach();
  return signal;
}

}  // namespace newsgraph::tools
