// How many requests a host gets at a time, and how often.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

namespace newsgraph::ingest {

struct HostLimits {
  std::size_t max_concurrent = 2;
  std::chrono::milliseconds min_distance{500};  // between the starts of two requests
};

// Pure bookkeeping: the caller brings the time. One thread at a time.
class HostGate {
 public:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;

  explicit HostGate(HostLimits limits) : limits_(limits) {}

  // Nothing: the request may start, and counts as running. Else when to ask again; the
  // far future where another request must end first.
  std::optional<Time> TryStart(const std::string& host, Time now);

  // A request that was started has ended.
  void End(const std::string& host);

  // The host asks for this distance (robots.txt), if it is longer than the usual.
  void SetDistance(const std::string& host, std::chrono::milliseconds distance);

 private:
  struct Host {
    std::size_t running = 0;
    Time next{};
    std::chrono::milliseconds distance{0};
  };

  HostLimits limits_;
  std::unordered_map<std::string, Host> hosts_;
};

}  // namespace newsgraph::ingest
