// Ends what expires in a graph, at its time.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "graph/graph.h"

namespace newsgraph::rpc {

// As long as it lives, in a thread of its own that sleeps until something expires or the graph changes.
class Expiry {
 public:
  // The graph must outlive it.
  explicit Expiry(graph::Graph& graph);

  // How often its thread has looked for what expires.
  std::size_t look_count() const { return look_count_; }

 private:
  void Look();
  void Run(const std::stop_token& stop);

  graph::Graph& graph_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<std::chrono::sys_seconds> awaited_;  // what the thread sleeps for
  graph::Graph::Subscription subscription_;
  std::atomic<std::size_t> look_count_ = 0;
  std::jthread thread_;  // the first to go
};

}  // namespace newsgraph::rpc
