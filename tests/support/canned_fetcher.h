// The canned Fetcher and Clock: answers from a function, time that a test moves.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/fetch/clock.h"
#include "ingest/fetch/fetcher.h"

namespace newsgraph::ingest {

class CannedClock : public Clock {
 public:
  Time Now() const override { return now; }

  Time now = std::chrono::sys_days(std::chrono::year(2026) / 1 / 19);
};

// Answers everything that was started at the next Wait(), in order.
class CannedFetcher : public Fetcher {
 public:
  using Handler = std::function<FetchResponse(const FetchRequest&)>;

  explicit CannedFetcher(Handler handler) : handler_(std::move(handler)) {}

  void Start(std::uint64_t id, FetchRequest request) override { pending_.emplace_back(id, std::move(request)); }

  std::vector<Answer> Wait(std::chrono::milliseconds /*timeout*/) override {
    std::vector<Answer> out;
    for (const auto& [id, request] : std::exchange(pending_, {})) out.push_back({id, handler_(request)});
    return out;
  }

  void Wake() override {}
  std::size_t pending_count() const override { return pending_.size(); }

 private:
  Handler handler_;
  std::vector<std::pair<std::uint64_t, FetchRequest>> pending_;
};

inline FetchResponse CannedResponse(int status, std::string body = "") {
  FetchResponse out;
  out.status = status;
  out.body = std::move(body);
  return out;
}

}  // namespace newsgraph::ingest
