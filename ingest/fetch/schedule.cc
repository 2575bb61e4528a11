#include "ingest/fetch/schedule.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/stated_time.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::seconds;

bool IsSuccess(const PollOutcome& outcome) {
  return outcome.error.ok() && ((200 <= outcome.status && outcome.status < 300) || outcome.status == 304);
}

std::optional<seconds> Number(std::string_view text) {
  std::int64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || value < 0) return std::nullopt;
  return seconds(value);
}

// "max-age=300" among others; 0 without it.
seconds MaxAge(std::string_view cache_control) {
  constexpr std::string_view kKey = "max-age=";
  const std::string lower = AsciiLower(cache_control);
  const std::size_t at = lower.find(kKey);
  if (at == std::string::npos) return seconds(0);
  const std::string_view rest = std::string_view(lower).substr(at + kKey.size());
  return Number(rest.substr(0, rest.find_first_not_of("0123456789"))).value_or(seconds(0));
}

seconds Jittered(seconds wait, double jitter, double random) {
  const double factor = 1 + jitter * (2 * random - 1);
  return seconds(static_cast<std::int64_t>(static_cast<double>(wait.count()) * factor));
}

std::string ErrorText(const PollOutcome& outcome) {
  return outcome.error.ok() ? Concat("the server answers ", outcome.status) : std::string(outcome.error.message());
}

seconds Backoff(const SourceState& state, const ScheduleOptions& options) {
  seconds wait = std::max(options.min_interval, seconds(1));
  for (std::uint32_t i = 1; i < state.failure_count && wait < options.max_backoff; ++i) wait *= 2;
  // Nobody who fails is asked more often than one who does not.
  return std::min(std::max(wait, state.interval), options.max_backoff);
}

void Succeed(SourceState& state, const PollOutcome& outcome, std::chrono::sys_seconds now,
             const ScheduleOptions& options) {
  const bool changed = HasNewBody(state, outcome);
  if (state.interval == seconds(0)) {
    state.interval = options.first_interval;
  } else {
    state.interval = changed ? state.interval / 2 : state.interval * 3 / 2;
  }
  state.interval = std::clamp(state.interval, options.min_interval, options.max_interval);
  state.failure_count = 0;
  state.last_error.clear();
  state.last_success = now;
  if (changed) state.last_change = now;
  if (outcome.status == 304) return;
  state.etag = outcome.etag;
  state.last_modified = outcome.last_modified;
  state.body_hash = outcome.body_hash;
}

}  // namespace

bool HasNewBody(const SourceState& before, const PollOutcome& outcome) {
  return IsSuccess(outcome) && outcome.status != 304 && outcome.body_hash != before.body_hash;
}

SourceState Advance(SourceState state, const PollOutcome& outcome, std::chrono::sys_seconds now,
                    const ScheduleOptions& options, double random) {
  seconds wait{};
  if (IsSuccess(outcome)) {
    if (!outcome.permanent_url.empty()) state.url = outcome.permanent_url;
    Succeed(state, outcome, now, options);
    wait = std::max(Jittered(state.interval, options.jitter, random),
                    std::min(MaxAge(outcome.cache_control), options.max_interval));
  } else {
    ++state.failure_count;
    state.last_error = ErrorText(outcome);
    state.gone = outcome.error.ok() && outcome.status == 410;
    wait = Jittered(Backoff(state, options), options.jitter, random);
    const bool busy = outcome.error.ok() && (outcome.status == 429 || outcome.status == 503);
    if (const auto asked = busy ? ParseRetryAfter(outcome.retry_after, now) : std::nullopt)
      wait = std::max(*asked, options.min_interval);
    wait = std::min(wait, options.max_backoff);
  }
  state.next_poll = now + wait;
  return state;
}

bool IsStale(const SourceState& state, std::chrono::sys_seconds added, std::chrono::sys_seconds now,
             const ScheduleOptions& options) {
  return !state.gone && now - state.last_success.value_or(added) > options.stale_after;
}

std::optional<seconds> ParseRetryAfter(std::string_view header, std::chrono::sys_seconds now) {
  header = Trimmed(header);
  if (header.empty()) return std::nullopt;
  if (const std::optional<seconds> number = Number(header)) return number;
  const std::optional<StatedTime> until = ParseStatedTime(header);
  if (!until) return std::nullopt;
  return std::max(until->time - now, seconds(0));
}

}  // namespace newsgraph::ingest
