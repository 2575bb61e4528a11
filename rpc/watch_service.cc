#include "rpc/watch_service.h"

#include <cstdint>
#include <optional>
#include <utility>

#include "rpc/call.h"
#include "rpc/field_error.h"

namespace newsgraph::rpc {
namespace {

// Nothing for a watch that begins with a snapshot.
StatusOr<std::optional<WatchPosition>> StartOf(const v1::WatchRequest& request, std::uint64_t latest) {
  WatchPosition position{latest, 0};
  if (request.start_case() == v1::WatchRequest::kSnapshot && request.snapshot()) return std::nullopt;
  if (request.start_case() == v1::WatchRequest::kAfterRevision) {
    if (request.after_revision() < 0) return FieldError("after_revision", "is negative");
    position.revision = static_cast<std::uint64_t>(request.after_revision());
  } else if (request.start_case() == v1::WatchRequest::kResumeToken) {
    const std::optional<WatchPosition> resumed = ParseResumeToken(request.resume_token());
    if (!resumed) return FieldError("resume_token", Concat("\"", request.resume_token(), "\" is no resume token"));
    position = *resumed;
  }
  if (position.revision > latest) {
    return Error(StatusCode::kOutOfRange, "the watch would begin after revision ", position.revision,
                 ", but the graph is at ", latest, "; was it restored or replaced? begin with a snapshot");
  }
  return position;
}

}  // namespace

WatchService::WatchService(graph::Graph& graph, const Catalogue& catalogue, WorkerPool& pool, const WatchLimits& limits,
                           SourceRegistry* sources)
    : graph_(graph),
      shared_{graph, EntityNames(catalogue, &graph), pool, StreamRegistry<WatchStream>(limits.max_streams)},
      sources_(sources) {
  subscription_ = graph.Subscribe([this](std::uint64_t revision) {
    shared_.streams.ForEach([revision](WatchStream& stream) { stream.Reach(revision); });
  });
  if (sources_ != nullptr) {
    source_listener_ = sources_->listeners().Add([this](const SourceReport& source) {
      shared_.streams.ForEach([&source](WatchStream& stream) { stream.TellOf(source); });
    });
  }
  ticker_ = std::jthread(
      [this, interval = limits.progress_interval](std::stop_token stop) { TickUntil(std::move(stop), interval); });
}

WatchService::~WatchService() {
  if (sources_ != nullptr) sources_->listeners().Remove(source_listener_);
  shared_.streams.Close();
  shared_.streams.WaitUntilEmpty();
}

grpc::ServerWriteReactor<v1::WatchResponse>* WatchService::Watch(grpc::CallbackServerContext*,
                                                                 const v1::WatchRequest* request) {
  auto* const stream = new WatchStream(shared_);
  const Status started = Start(*request, *stream);
  if (!started.ok()) stream->Finish(ToGrpc(started));
  return stream;
}

Status WatchService::Start(const v1::WatchRequest& request, WatchStream& stream) {
  ASSIGN_OR_RETURN(const std::optional<WatchPosition> position, StartOf(request, graph_.statistics().revision));
  RETURN_IF_ERROR(shared_.streams.Add(&stream));
  if (position) {
    stream.Start(*position);
  } else {
    stream.StartWithSnapshot();
  }
  return OkStatus();
}

void WatchService::TickUntil(std::stop_token stop, std::chrono::milliseconds interval) {
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, stop, interval, [&stop] { return stop.stop_requested(); })) {
    shared_.streams.ForEach([](WatchStream& stream) { stream.Tick(); });
  }
}

}  // namespace newsgraph::rpc
