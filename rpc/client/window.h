// How many requests of a stream are under way.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace newsgraph::rpc {

// One thread enters, another leaves.
class Window {
 public:
  // `size` is at least 1.
  explicit Window(std::size_t size) : size_(size) {}

  // Waits for room and takes it. False if the window was closed, or if nothing
  // left it for `timeout`.
  bool Enter(std::chrono::milliseconds timeout);

  void Leave();

  // Waits until it is empty or closed; false if nothing left it for `timeout`.
  bool WaitUntilEmpty(std::chrono::milliseconds timeout);

  // Lets nobody wait or enter any more.
  void Close();
  bool closed();

 private:
  bool WaitUntilAtMost(std::size_t count, std::chrono::milliseconds timeout, std::unique_lock<std::mutex>& lock);

  const std::size_t size_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t count_ = 0;
  bool closed_ = false;
};

}  // namespace newsgraph::rpc
