// Work on strangers' bytes → done, or set aside because it takes too long.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "model/status.h"

namespace newsgraph::ingest {

struct TimeBudget {
  // What works longer is set aside: it may end, but is not tried again.
  std::chrono::milliseconds budget{10'000};
  // At so many ends of the program the same bytes may have been at work; then they are to blame.
  std::uint32_t max_crashes = 2;
  // Who works: another version tries everything anew.
  std::string version;
};

// Remembers on disk what is at work before it begins, so that what kills the
// program or hangs it is found out afterwards. Any thread may call.
class TimeGuard {
 public:
  // With an empty path nothing is remembered from one run to the next.
  static StatusOr<std::unique_ptr<TimeGuard>> Open(const std::filesystem::path& path, TimeBudget budget);
  ~TimeGuard();
  TimeGuard(const TimeGuard&) = delete;
  TimeGuard& operator=(const TimeGuard&) = delete;

  // What `work` returns. ABORTED without working if the bytes with the hash `key` have
  // been set aside. `name` is what people know them by.
  Status Run(std::uint64_t key, std::string_view name, const std::function<Status()>& work);

  // Sets aside what is at work for longer than its budget, now: it may never end. Returns the names of
  // what was not known to be slow before. To be called now and then.
  std::vector<std::string> CheckRunning();

  std::size_t running_count() const;
  std::size_t set_aside_count() const;

 private:
  struct Work {
    std::string name;
    std::chrono::steady_clock::time_point begin;
    bool reported = false;
  };

  TimeGuard(int file, TimeBudget budget) : file_(file), budget_(std::move(budget)) {}
  void Read(std::string_view text);
  Status StartFile(const std::filesystem::path& path);
  void Note(std::string_view what, std::uint64_t key, std::string_view name);
  void SetAside(std::uint64_t key, const std::string& name);

  mutable std::mutex mutex_;
  int file_ = -1;
  const TimeBudget budget_;
  std::size_t noted_ = 0;
  std::uint64_t next_work_ = 0;
  std::map<std::uint64_t, std::pair<std::uint64_t, Work>> running_;  // by number: key and work
  std::map<std::uint64_t, std::string> set_aside_;
  std::map<std::uint64_t, std::pair<std::uint32_t, std::string>> crashes_;  // of keys not set aside
};

}  // namespace newsgraph::ingest
