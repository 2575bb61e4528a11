// The streams of one service that are open now.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <unordered_set>

#include "model/status.h"
#include "rpc/call.h"

namespace newsgraph::rpc {

// Any thread may call. `Stream` has End(), which asks it to end soon; what a
// stream does in End() or in ForEach() must not remove it in the same thread.
template <typename Stream>
class StreamRegistry {
 public:
  explicit StreamRegistry(std::size_t max_streams) : max_streams_(max_streams) {}

  // RESOURCE_EXHAUSTED if `max_streams` are open, UNAVAILABLE after Close().
  Status Add(Stream* stream) {
    const std::lock_guard lock(mutex_);
    if (closed_) return ShuttingDown();
    if (streams_.size() >= max_streams_) {
      return Error(StatusCode::kResourceExhausted, "all ", max_streams_, " streams are in use; try again later");
    }
    streams_.insert(stream);
    return OkStatus();
  }

  // To be called before the stream goes away; waits for ForEach() and Close().
  void Remove(Stream* stream) {
    const std::lock_guard lock(mutex_);
    streams_.erase(stream);
    if (streams_.empty()) empty_.notify_all();
  }

  template <typename Function>
  void ForEach(const Function& function) {
    const std::lock_guard lock(mutex_);
    for (Stream* const stream : streams_) function(*stream);
  }

  // Ends all streams and admits no more.
  void Close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    for (Stream* const stream : streams_) stream->End();
  }

  void WaitUntilEmpty() {
    std::unique_lock lock(mutex_);
    empty_.wait(lock, [this] { return streams_.empty(); });
  }

 private:
  const std::size_t max_streams_;
  std::mutex mutex_;
  std::condition_variable empty_;
  std::unordered_set<Stream*> streams_;
  bool closed_ = false;
};

}  // namespace newsgraph::rpc
