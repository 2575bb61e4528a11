// Who wants to hear of what happens.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <utility>

namespace newsgraph {

// Any thread may call. No listener may call back.
template <typename News>
class Listeners {
 public:
  using Listener = std::function<void(const News& news)>;

  // Returns the listener's id, never 0.
  std::uint64_t Add(Listener listener) {
    const std::lock_guard lock(mutex_);
    listeners_.emplace(++last_id_, std::move(listener));
    return last_id_;
  }

  // Once this has returned, the listener is not running and never called again.
  void Remove(std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    listeners_.erase(id);
  }

  void Tell(const News& news) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, listener] : listeners_) listener(news);
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::uint64_t, Listener> listeners_;
  std::uint64_t last_id_ = 0;
};

}  // namespace newsgraph
