// How far a watch has come, and how its resume tokens spell that.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph::rpc {

// Between two events: after all events of the revisions up to `revision` and
// the first `event_count` ones of the revision that follows.
struct WatchPosition {
  std::uint64_t revision = 0;
  std::uint32_t event_count = 0;

  friend auto operator<=>(const WatchPosition&, const WatchPosition&) = default;
};

std::string ResumeToken(const WatchPosition& position);

// Nothing for text that ResumeToken() does not make.
std::optional<WatchPosition> ParseResumeToken(std::string_view token);

}  // namespace newsgraph::rpc
