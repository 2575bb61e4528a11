#include "ingest/fetch/host_gate.h"

#include <algorithm>

namespace newsgraph::ingest {

std::optional<HostGate::Time> HostGate::TryStart(const std::string& host, Time now) {
  Host& state = hosts_[host];
  if (state.running >= limits_.max_concurrent) return Time::max();
  if (now < state.next) return state.next;
  ++state.running;
  state.next = now + std::max(limits_.min_distance, state.distance);
  return std::nullopt;
}

void HostGate::End(const std::string& host) {
  const auto found = hosts_.find(host);
  if (found != hosts_.end() && found->second.running > 0) --found->second.running;
}

void HostGate::SetDistance(const std::string& host, std::chrono::milliseconds distance) {
  hosts_[host].distance = distance;
}

}  // namespace newsgraph::ingest
