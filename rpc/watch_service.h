// WatchService: what happens in the graph, while it happens.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <thread>

#include "graph/graph.h"
#include "model/catalogue.h"
#include "model/source.h"
#include "newsgraph/v1/watch_service.grpc.pb.h"
#include "rpc/watch_stream.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

struct WatchLimits {
  std::size_t max_streams = 0;
  // How long a stream is silent before it says how far it is.
  std::chrono::milliseconds progress_interval{};
};

class WatchService final : public v1::WatchService::CallbackService {
 public:
  // All must outlive the service; it must outlive its gRPC server. `sources` is null where nothing is followed.
  WatchService(graph::Graph& graph, const Catalogue& catalogue, WorkerPool& pool, const WatchLimits& limits,
               SourceRegistry* sources);
  // Waits until its streams are over.
  ~WatchService() override;

  grpc::ServerWriteReactor<v1::WatchResponse>* Watch(grpc::CallbackServerContext* context,
                                                     const v1::WatchRequest* request) override;

  // Ends every stream after a progress mark, and admits no more.
  void EndStreams() { shared_.streams.Close(); }

 private:
  Status Start(const v1::WatchRequest& request, WatchStream& stream);
  void TickUntil(std::stop_token stop, std::chrono::milliseconds interval);

  graph::Graph& graph_;
  WatchStream::Shared shared_;
  graph::Graph::Subscription subscription_;
  SourceRegistry* const sources_;
  std::uint64_t source_listener_ = 0;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread ticker_;
};

}  // namespace newsgraph::rpc
