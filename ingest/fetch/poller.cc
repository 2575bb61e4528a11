#include "ingest/fetch/poller.h"

#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/fetch/address_filter.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;

// Requests for robots.txt have this bit in their ids.
constexpr std::uint64_t kRobotsBit = std::uint64_t{1} << 32;

// "https://host:port", in small letters.
std::string SiteOf(std::string_view url) {
  const UrlParts parts = SplitUrl(url);
  return AsciiLower(parts.scheme) + "://" + AsciiLower(parts.authority);
}

std::string PathOf(std::string_view url) {
  UrlParts parts = SplitUrl(url);
  parts.scheme = {};
  parts.has_authority = parts.has_fragment = false;
  std::string path = JoinUrl(parts);
  return path.empty() ? "/" : path;
}

std::string HostOf(std::string_view url) { return AsciiLower(SplitUrl(url).host()); }

ScheduleOptions OptionsOf(const PolledSource& source, ScheduleOptions options) {
  if (source.interval)
    options.first_interval = options.min_interval = options.max_interval = std::max(*source.interval, seconds(1));
  return options;
}

}  // namespace

Poller::Poller(Fetcher& fetcher, const Clock& clock, PollerOptions options, Observer observe,
               std::function<double()> random)
    : fetcher_(fetcher),
      clock_(clock),
      options_(std::move(options)),
      observe_(std::move(observe)),
      random_(std::move(random)),
      gate_(options_.hosts) {}

void Poller::Add(PolledSource source) {
  Remove(source.id);
  Slot slot = static_cast<Slot>(entries_.size());
  if (free_.empty()) {
    entries_.emplace_back();
  } else {
    slot = free_.back();
    free_.pop_back();
  }
  by_id_[source.id] = slot;
  if (source.state.url.empty()) source.state.url = source.url;
  const bool gone = source.state.gone;
  const Time due = source.state.next_poll;
  entries_[slot] = {std::move(source), {}, false, false, false, {}};
  if (!gone) Schedule(slot, due);
}

void Poller::Remove(const std::string& id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return;
  const Slot slot = found->second;
  by_id_.erase(found);
  queue_.erase({entries_[slot].due, slot});
  if (entries_[slot].running) {
    entries_[slot].removed = true;
  } else {
    for (auto& [name, site] : sites_) std::erase(site.waiting, slot);
    free_.push_back(slot);
  }
}

void Poller::Forget(const std::string& id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return;
  SourceState& state = entries_[found->second].source.state;
  state.etag.clear();
  state.last_modified.clear();
  state.body_hash = 0;
}

void Poller::Move(const std::string& id, std::string url) {
  Forget(id);
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return;
  Entry& entry = entries_[found->second];
  entry.source.state.url = std::move(url);
  if (!entry.running) Schedule(found->second, clock_.Now());
}

std::vector<PolledSource> Poller::Sources() const {
  std::vector<PolledSource> out;
  out.reserve(by_id_.size());
  for (const auto& [id, slot] : by_id_) out.push_back(entries_[slot].source);
  return out;
}

void Poller::Schedule(Slot slot, Time due) {
  queue_.erase({entries_[slot].due, slot});
  entries_[slot].due = due;
  queue_.emplace(due, slot);
}

Clock::Time Poller::Run(milliseconds most) {
  StartDue(clock_.Now());
  milliseconds wait = most;
  if (!queue_.empty() && fetcher_.pending_count() < options_.max_concurrent)
    wait = std::clamp(queue_.begin()->first - clock_.Now(), milliseconds(0), most);
  for (Fetcher::Answer& answer : fetcher_.Wait(wait)) {
    const auto slot = static_cast<Slot>(answer.id);
    if ((answer.id & kRobotsBit) != 0) {
      TakeRobots(slot, answer.response, clock_.Now());
    } else {
      TakeAnswer(slot, std::move(answer.response), clock_.Now());
    }
  }
  StartDue(clock_.Now());
  for (const Told& told : std::exchange(told_, {}))
    observe_({told.kind, told.source, told.response ? &*told.response : nullptr, told.outcome});
  return queue_.empty() ? Time::max() : queue_.begin()->first;
}

void Poller::StartDue(Time now) {
  while (!queue_.empty() && queue_.begin()->first <= now && fetcher_.pending_count() < options_.max_concurrent) {
    const Slot slot = queue_.begin()->second;
    queue_.erase(queue_.begin());
    Begin(slot, now);
  }
}

void Poller::Begin(Slot slot, Time now) {
  CheckStale(slot, now);
  Entry& entry = entries_[slot];
  if (entry.source.is_page && !MayAsk(slot, now)) return;
  entry.host = HostOf(entry.source.state.url);
  // Where a permanent redirect led nobody has vouched for.
  const bool trusted = entry.source.trust_host && entry.host == HostOf(entry.source.url);
  if (trusted && NamesPrivateHost(entry.host)) entry.host.clear();
  const std::optional<Time> later = entry.host.empty() ? std::nullopt : gate_.TryStart(entry.host, now);
  // Behind a request that runs, a look now and then is enough.
  if (later) return Schedule(slot, *later == Time::max() ? now + milliseconds(200) : *later);
  entry.running = true;
  const SourceState& state = entry.source.state;
  fetcher_.Start(slot, {state.url, state.etag, state.last_modified, trusted});
}

bool Poller::MayAsk(Slot slot, Time now) {
  Entry& entry = entries_[slot];
  const std::string name = SiteOf(entry.source.state.url);
  Site& site = sites_[name];
  if (now >= site.until) {
    site.waiting.push_back(slot);
    if (!std::exchange(site.running, true)) {
      robots_requests_[next_robots_request_] = name;
      fetcher_.Start(kRobotsBit | next_robots_request_++, {name + "/robots.txt", "", "", entry.source.trust_host});
    }
    return false;
  }
  if (site.rules.Allows(PathOf(entry.source.state.url))) return true;
  PollOutcome refused;
  refused.error = Error(StatusCode::kPermissionDenied, "robots.txt does not allow it");
  Apply(slot, refused, std::nullopt, now);
  return false;
}

void Poller::TakeRobots(Slot request, const FetchResponse& response, Time now) {
  const auto node = robots_requests_.extract(request);
  if (node.empty()) return;
  const std::string& name = node.mapped();
  Site& site = sites_[name];
  site.running = false;
  site.until = now + options_.robots_lifetime;
  const bool answered = response.error.ok() || response.error.code() == StatusCode::kDataLoss;
  if (answered && response.status >= 200 && response.status < 300) {
    site.rules = RobotsRules::Parse(response.body, options_.agent);
  } else if (answered && response.status >= 400 && response.status < 500) {
    site.rules = RobotsRules();
  } else {
    // Broken for now: nothing may be asked for, and the file again in an hour.
    site.rules = RobotsRules::DisallowAll();
    site.until = now + std::min<seconds>(options_.robots_lifetime, std::chrono::hours(1));
  }
  if (site.rules.crawl_delay()) gate_.SetDistance(HostOf(name), *site.rules.crawl_delay());
  for (const Slot slot : std::exchange(site.waiting, {})) Schedule(slot, now);
}

void Poller::TakeAnswer(Slot slot, FetchResponse response, Time now) {
  Entry& entry = entries_[slot];
  entry.running = false;
  if (!entry.host.empty()) gate_.End(entry.host);
  if (entry.removed) {
    free_.push_back(slot);
    return;
  }
  const PollOutcome outcome = OutcomeOf(response);
  Apply(slot, outcome, std::move(response), now);
}

void Poller::Apply(Slot slot, const PollOutcome& outcome, std::optional<FetchResponse> response, Time now) {
  PolledSource& source = entries_[slot].source;
  const bool content = HasNewBody(source.state, outcome);
  source.state =
      Advance(std::move(source.state), outcome, floor<seconds>(now), OptionsOf(source, options_.schedule), random_());
  if (!source.state.gone) Schedule(slot, source.state.next_poll);
  const bool failed = source.state.failure_count > 0;
  if (!failed) entries_[slot].stale_told = false;
  const PollEventKind kind = content             ? PollEventKind::kContent
                             : source.state.gone ? PollEventKind::kGone
                             : failed            ? PollEventKind::kFailed
                                                 : PollEventKind::kUnchanged;
  if (!content) response.reset();
  told_.push_back({kind, source, std::move(response), outcome});
}

void Poller::CheckStale(Slot slot, Time now) {
  Entry& entry = entries_[slot];
  if (entry.stale_told || !IsStale(entry.source.state, entry.source.added, floor<seconds>(now), options_.schedule))
    return;
  entry.stale_told = true;
  told_.push_back({PollEventKind::kStale, entry.source, std::nullopt, {}});
}

}  // namespace newsgraph::ingest
