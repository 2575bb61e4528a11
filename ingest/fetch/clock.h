// What time it is: the world's clock, or a test's.
#pragma once

#include <chrono>

namespace newsgraph::ingest {

class Clock {
 public:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;

  virtual ~Clock() = default;
  virtual Time Now() const = 0;
};

class SystemClock : public Clock {
 public:
  Time Now() const override { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }
};

}  // namespace newsgraph::ingest
