// Work of many threads, done in groups by one of them at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace newsgraph::graph {

// Group commit: while one group is at work, the requests that come meanwhile
// make up the next, which one of their threads takes on. Any thread may call.
template <typename Request>
class CommitQueue {
 public:
  using Work = std::function<void(std::vector<Request*>& group)>;

  // `work` is called by one thread at a time, with at least one request, in the
  // order in which they came.
  explicit CommitQueue(Work work) : work_(std::move(work)) {}

  // Returns when `work` has returned for a group that holds `requests`, which stand there one after the other.
  void Submit(std::span<Request> requests) {
    Ticket ticket{requests};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&ticket);
    changed_.wait(lock, [&] { return ticket.done || !busy_; });
    if (ticket.done) return;
    busy_ = true;
    const std::vector<Ticket*> group = std::exchange(waiting_, {});
    lock.unlock();
    std::vector<Request*> all;
    for (const Ticket* member : group) {
      for (Request& request : member->requests) all.push_back(&request);
    }
    work_(all);
    lock.lock();
    for (Ticket* member : group) member->done = true;
    busy_ = false;
    changed_.notify_all();
  }

 private:
  struct Ticket {
    std::span<Request> requests;
    bool done = false;
  };

  const Work work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Ticket*> waiting_;
  bool busy_ = false;
};

}  // namespace newsgraph::graph
