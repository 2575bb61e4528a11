// One Watch call: the events of the graph as they happen.
#pragma once

#include <grpcpp/support/server_callback.h>

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "graph/graph.h"
#include "model/source.h"
#include "model/status.h"
#include "newsgraph/v1/watch_service.pb.h"
#include "rpc/entity_names.h"
#include "rpc/stream_registry.h"
#include "rpc/watch_position.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

// Reads from the graph only what it is about to send, so a slow reader costs a
// few events of memory and holds up nobody. Deletes itself when the call is
// over.
class WatchStream final : public grpc::ServerWriteReactor<v1::WatchResponse> {
 public:
  // What all streams of a service share; outlives them.
  struct Shared {
    const graph::Graph& graph;
    const EntityNames names;
    WorkerPool& pool;
    StreamRegistry<WatchStream> streams;
  };

  // Call Start() next, or Finish() to refuse.
  explicit WatchStream(Shared& shared) : shared_(shared) {}

  // Sends the events after `position`.
  void Start(const WatchPosition& position);
  // Sends the open conflicts first, then the events after them.
  void StartWithSnapshot();

  // The graph has reached `revision`.
  void Reach(std::uint64_t revision);
  // A source has gone stale or is gone, or answers again.
  void TellOf(const SourceReport& source);
  // Time to say how far the stream is, if it has nothing else to say.
  void Tick();
  // Sends a last progress mark, then ends the call with UNAVAILABLE.
  void End();

  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

 private:
  // What has happened since the last step.
  struct News {
    std::uint64_t revision = 0;
    bool tick = false;
    bool ending = false;
    bool cancelled = false;
    std::map<std::string, SourceReport> sources;  // by location: the newest of each
  };

  template <typename Change>
  void Wake(const Change& change);
  // One turn of work in a thread of the pool: reads, then writes, rests or ends.
  void Step();
  // Writes the first of the outbox; OnWriteDone() has the turn next.
  void Send();
  // gRPC orders a write before its OnWriteDone(). The thread sanitizer cannot see
  // that, but it sees that both ends of the write pass through the mutex.
  void PassTurn();
  void SayGoodbye();
  News TakeNews();
  // False if there is news, and then there is to be another step.
  bool Rest();
  // Each fills `outbox_` with what is due.
  Status ReadSnapshot();
  Status ReadEvents(std::uint64_t revision);
  void AddSources(const News& news);
  void AddProgress();

  Shared& shared_;

  // Of whoever has the turn: one step or one write at a time.
  std::deque<v1::WatchResponse> outbox_;
  WatchPosition position_;
  graph::PageToken snapshot_page_;
  bool snapshot_due_ = false;

  std::mutex mutex_;
  News news_;
  bool busy_ = true;
};

}  // namespace newsgraph::rpc
