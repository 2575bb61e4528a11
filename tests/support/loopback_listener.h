// A port of this machine on which a test's server listens.
#pragma once

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace newsgraph {

// Listens on a free port of 127.0.0.1 until it is destroyed, and gives each
// connection, which it must close, to `serve` on a thread of its own.
class LoopbackListener {
 public:
  explicit LoopbackListener(std::function<void(int connection)> serve);
  LoopbackListener(const LoopbackListener&) = delete;
  LoopbackListener& operator=(const LoopbackListener&) = delete;
  ~LoopbackListener();

  int port() const { return port_; }
  // Whether it is about to be destroyed: who serves gives up.
  const std::atomic<bool>& stopping() const { return stopping_; }

 private:
  void Accept();

  std::function<void(int)> serve_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> connections_;  // only Accept() adds
  std::thread accepting_;
};

}  // namespace newsgraph
