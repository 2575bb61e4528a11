// The daemon's sources: asked, read and stored while it runs.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <random>
#include <thread>

#include "graph/graph.h"
#include "ingest/fetch/clock.h"
#include "ingest/fetch/fetcher.h"
#include "ingest/source/source_follower.h"
#include "model/reading.h"
#include "model/status.h"
#include "rpc/ingestor.h"
#include "rpc/worker_pool.h"
#include "tools/newsgraphd/config.h"

namespace newsgraph::tools {

// Asks on one thread, reads and stores on some more, logs what the operator is to know.
class Following {
 public:
  // Begins with the sources of `config` and those that were added before. All must outlive this.
  static StatusOr<std::unique_ptr<Following>> Start(const DaemonConfig& config, graph::Graph& graph,
                                                    const Reader& reader);
  // Stops without grace.
  ~Following();

  SourceRegistry& sources() { return *follower_; }

  // Asks no more, lets what is being read be stored and writes down how far it is. False if
  // something is still at work after `grace`: it may never end, and only the end of the process ends it. Later calls do
  // nothing.
  bool Stop(std::chrono::milliseconds grace);

 private:
  Following(graph::Graph& graph, const Reader& reader, const DaemonConfig& config);
  ingest::FollowerWorld World();

  const rpc::Ingestor ingestor_;
  const ingest::SystemClock clock_;
  const std::unique_ptr<ingest::Fetcher> fetcher_;
  std::mt19937_64 random_;
  std::atomic<bool> stopping_{false};
  std::atomic<int> at_work_{0};
  std::unique_ptr<ingest::SourceFollower> follower_;
  std::unique_ptr<rpc::WorkerPool> pool_;  // its tasks use the follower
  std::jthread thread_;
};

}  // namespace newsgraph::tools
