#include "rpc/expiry.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace newsgraph::rpc {
namespace {

// A clock that is set, or a disk that was full, is noticed after so long.
constexpr std::chrono::minutes kLongestSleep{1};

}  // namespace

Expiry::Expiry(graph::Graph& graph) : graph_(graph) {
  subscription_ = graph.Subscribe([this](std::uint64_t) { Look(); });
  thread_ = std::jthread([this](const std::stop_token& stop) { Run(stop); });
}

// After every commit: wakes the thread only where it would sleep for too long or too short a time.
void Expiry::Look() {
  const std::optional<std::chrono::sys_seconds> next = graph_.NextExpiry();
  {
    const std::lock_guard lock(mutex_);
    if (next == awaited_) return;
    awaited_ = next;
  }
  changed_.notify_all();
}

void Expiry::Run(const std::stop_token& stop) {
  using std::chrono::seconds;
  using Clock = std::chrono::system_clock;
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    ++look_count_;
    // All in seconds: nanoseconds end in the year 2262.
    const auto now = std::chrono::floor<seconds>(Clock::now());
    const std::optional<std::chrono::sys_seconds> next = awaited_ = graph_.NextExpiry();
    auto until = now + seconds(kLongestSleep);
    if (next && *next <= now) {
      lock.unlock();
      // Where the graph takes no writes any more, whoever submits articles is told so.
      const bool ended = graph_.EndExpired(now).ok();
      lock.lock();
      if (ended) continue;
    } else if (next) {
      until = std::min(*next, until);
    }
    changed_.wait_until(lock, stop, until, [&] { return awaited_ != next; });
  }
}

}  // namespace newsgraph::rpc
