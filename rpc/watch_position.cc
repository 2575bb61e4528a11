#include "rpc/watch_position.h"

#include <charconv>

#include "model/status.h"

namespace newsgraph::rpc {
namespace {

template <typename Number>
std::optional<Number> ParseNumber(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::string ResumeToken(const WatchPosition& position) { return Concat(position.revision, ".", position.event_count); }

std::optional<WatchPosition> ParseResumeToken(std::string_view token) {
  const std::size_t point = token.find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const auto revision = ParseNumber<std::uint64_t>(token.substr(0, point));
  const auto event_count = ParseNumber<std::uint32_t>(token.substr(point + 1));
  if (!revision || !event_count) return std::nullopt;
  return WatchPosition{*revision, *event_count};
}

}  // namespace newsgraph::rpc
