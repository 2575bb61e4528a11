// The gRPC server: all services over one graph.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "model/reading.h"
#include "model/source.h"
#include "model/status.h"

namespace newsgraph::rpc {

struct ServerOptions {
  // Where to listen: "host:port", port 0 for any free one, or "unix:path".
  std::vector<std::string> addresses = {"127.0.0.1:0"};
  // What GetServerInfo says: the version of the program.
  std::string version;
  // The longest text that an article may have.
  std::size_t max_article_bytes = std::size_t{1} << 20;
  // Threads that read and store articles. More than there are cores, since each
  // waits for the disk.
  std::size_t submit_thread_count = 8;
  // Threads that answer listings and feed watches.
  std::size_t read_thread_count = 4;
  // Requests of either sort that may wait for a thread; more are refused with
  // RESOURCE_EXHAUSTED.
  std::size_t max_waiting_requests = 256;
  std::size_t max_submit_streams = 64;
  std::size_t max_watch_streams = 1000;
  // Requests of one submit stream that are under way; then it reads no further.
  std::size_t max_unanswered_submissions = 32;
  // What is followed for news; must outlive the server. Without it there is no SourceService.
  SourceRegistry* sources = nullptr;
  // How long a watch is silent before it says how far it is.
  std::chrono::milliseconds progress_interval = std::chrono::seconds(10);
};

// Answers from when it is made until Shutdown(). Health ("" and each service)
// and reflection are served too. A program with a server should call
// absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore) first
// thing in main: gRPC's own locks are slow without it.
class Server {
 public:
  // `graph` and `reader` must outlive the server. INVALID_ARGUMENT if there
  // is no address, UNAVAILABLE if one cannot be listened on.
  static StatusOr<std::unique_ptr<Server>> Start(graph::Graph& graph, const Reader& reader, ServerOptions options);
  // Shuts down without grace.
  ~Server();

  // Where it listens, in the order of the options, with the ports it got.
  const std::vector<std::string>& addresses() const { return addresses_; }

  // Takes no new calls, finishes the submissions it accepted, ends watches with
  // a resume token and streams with UNAVAILABLE; what is not over after `grace`
  // is cancelled. Returns when all is over. Calling it again does nothing; one
  // thread at a time may call.
  void Shutdown(std::chrono::milliseconds grace);

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);

  std::vector<std::string> addresses_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace newsgraph::rpc
