// Threads for work that would block gRPC's own.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace newsgraph::rpc {

// Runs tasks in the order they were added, as many at a time as it has threads.
// Any thread may add, a task too.
class WorkerPool {
 public:
  WorkerPool(std::size_t thread_count, std::size_t max_queued);
  // Runs all tasks that were added, then returns.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False, and the task is dropped, if `max_queued` tasks wait already.
  [[nodiscard]] bool TryAdd(std::function<void()> task);

  // Adds even beyond `max_queued`: for callers that bound themselves.
  void Add(std::function<void()> task);

 private:
  void Work();

  const std::size_t max_queued_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> queue_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace newsgraph::rpc
