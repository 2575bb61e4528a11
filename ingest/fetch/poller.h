// Sources → what is new in them, as it appears. Thousands on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/fetch/clock.h"
#include "ingest/fetch/fetcher.h"
#include "ingest/fetch/host_gate.h"
#include "ingest/fetch/robots.h"
#include "ingest/fetch/schedule.h"

namespace newsgraph::ingest {

// Something to be asked again and again.
struct PolledSource {
  std::string id;  // what its owner calls it
  std::string url;
  // A page, for which robots.txt counts; feeds are there to be fetched.
  bool is_page = false;
  bool trust_host = false;  // see FetchRequest
  // Between two polls while all goes well; without it as often as it changes.
  std::optional<std::chrono::seconds> interval;
  std::chrono::sys_seconds added{};
  // As it was kept before a restart; empty for a new source, which is asked at once.
  SourceState state;
};

enum class PollEventKind : std::uint8_t {
  kContent,    // a body that is not the one of before
  kUnchanged,  // all is well, and nothing is new
  kFailed,     // state.last_error says why
  kGone,       // failed for ever: it will not be asked again
  kStale,      // no success for too long; said once until the next success
};

struct PollEvent {
  PollEventKind kind;
  const PolledSource& source;     // after the answer
  const FetchResponse* response;  // of kContent; else null
  const PollOutcome& outcome;     // what the schedule was told; empty of kStale
};

struct PollerOptions {
  ScheduleOptions schedule;
  HostLimits hosts;
  std::size_t max_concurrent = 64;
  std::string agent = "newsgraph";  // what robots.txt may call us
  std::chrono::seconds robots_lifetime{std::chrono::hours(24)};
};

// Asks each source when its schedule says so, no host too often, no page that robots.txt
// keeps to itself. Hosts that are named by an address in a private network, and may be asked,
// belong to who asks: for them there is no limit. One thread at a time.
class Poller {
 public:
  using Observer = std::function<void(const PollEvent&)>;

  // `fetcher` and `clock` must outlive this. `observe` is called before Run() returns; it may add
  // and remove sources. `random` gives numbers from 0 to 1.
  Poller(Fetcher& fetcher, const Clock& clock, PollerOptions options, Observer observe, std::function<double()> random);

  // A source with the id of another takes its place.
  void Add(PolledSource source);
  void Remove(const std::string& id);

  // What the source answers next is content, whatever it is: the last was not used.
  void Forget(const std::string& id);

  // The source is at another address from now on, and is asked there at once.
  void Move(const std::string& id, std::string url);

  // All sources with their states, to be kept, in the order of their ids.
  std::vector<PolledSource> Sources() const;

  // Starts what is due, waits for answers at most so long, and tells of them. Returns when the next
  // source is due.
  Clock::Time Run(std::chrono::milliseconds most);

 private:
  using Time = Clock::Time;
  using Slot = std::uint32_t;

  struct Entry {
    PolledSource source;
    Time due{};
    bool running = false;
    bool removed = false;  // while its request runs
    bool stale_told = false;
    std::string host;  // that its request counts for; empty where there is no limit
  };
  struct Told {
    PollEventKind kind;
    PolledSource source;
    std::optional<FetchResponse> response;
    PollOutcome outcome;
  };
  struct Site {
    RobotsRules rules;
    Time until{};
    bool running = false;
    std::vector<Slot> waiting;
  };

  void Schedule(Slot slot, Time due);
  void StartDue(Time now);
  void Begin(Slot slot, Time now);
  // Whether robots.txt lets the page be asked for; if that is not known, it is looked up first.
  bool MayAsk(Slot slot, Time now);
  void TakeRobots(Slot request, const FetchResponse& response, Time now);
  void TakeAnswer(Slot slot, FetchResponse response, Time now);
  // `response` where there was one.
  void Apply(Slot slot, const PollOutcome& outcome, std::optional<FetchResponse> response, Time now);
  void CheckStale(Slot slot, Time now);

  Fetcher& fetcher_;
  const Clock& clock_;
  PollerOptions options_;
  Observer observe_;
  std::function<double()> random_;
  HostGate gate_;
  std::vector<Entry> entries_;
  std::vector<Slot> free_;
  std::map<std::string, Slot> by_id_;
  std::set<std::pair<Time, Slot>> queue_;
  std::unordered_map<std::string, Site> sites_;
  std::unordered_map<Slot, std::string> robots_requests_;  // their sites
  Slot next_robots_request_ = 0;
  std::vector<Told> told_;  // in this Run()
};

}  // namespace newsgraph::ingest
