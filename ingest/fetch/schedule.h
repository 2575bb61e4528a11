// What a server answered → when to ask again. Pure: no clock, no network.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/status.h"

namespace newsgraph::ingest {

// All that is known of a source from asking for it; it survives restarts.
struct SourceState {
  std::string url;            // where it is now, after permanent redirects
  std::string etag;           // as the server wrote it, byte for byte
  std::string last_modified;  // the same
  std::uint64_t body_hash = 0;
  std::chrono::seconds interval{0};  // between polls while all goes well; 0 before the first
  std::chrono::sys_seconds next_poll{};
  std::optional<std::chrono::sys_seconds> last_success;
  std::optional<std::chrono::sys_seconds> last_change;
  std::uint32_t failure_count = 0;  // since the last success
  std::string last_error;           // empty after a success
  bool gone = false;                // the server said that it is no more: never asked again

  friend bool operator==(const SourceState&, const SourceState&) = default;
};

// What came of one request, redirects followed.
struct PollOutcome {
  Status error;    // of the network; OK where the server answered
  int status = 0;  // of HTTP
  std::string etag;
  std::string last_modified;
  std::string retry_after;
  std::string cache_control;
  // Where all redirects from the front led that were permanent; empty without one.
  std::string permanent_url;
  std::uint64_t body_hash = 0;  // of a body that came
};

struct ScheduleOptions {
  std::chrono::seconds first_interval{std::chrono::minutes(15)};
  std::chrono::seconds min_interval{std::chrono::minutes(1)};
  std::chrono::seconds max_interval{std::chrono::hours(6)};
  std::chrono::seconds max_backoff{std::chrono::hours(24)};
  // How long without a success makes a source stale.
  std::chrono::seconds stale_after{std::chrono::hours(24)};
  double jitter = 0.1;  // the share by which a wait may be shorter or longer
};

// The state after an answer at `now`. Polls come closer while the source changes, and
// go apart while it does not; never before the server says that it may have changed.
// Failures double the wait up to max_backoff; 429 and 503 wait as they ask. `random`, from 0 to 1, spreads
// what would come at once.
SourceState Advance(SourceState state, const PollOutcome& outcome, std::chrono::sys_seconds now,
                    const ScheduleOptions& options, double random);

// Whether the content came, changed since the last time.
bool HasNewBody(const SourceState& before, const PollOutcome& outcome);

// Whether a source that is not gone has had no success for too long, since `added` if never.
bool IsStale(const SourceState& state, std::chrono::sys_seconds added, std::chrono::sys_seconds now,
             const ScheduleOptions& options);

// The wait that a Retry-After header asks for, in seconds or as a date; nothing if it says nothing sensible.
std::optional<std::chrono::seconds> ParseRetryAfter(std::string_view header, std::chrono::sys_seconds now);

}  // namespace newsgraph::ingest
