#include "ingest/fetch/robots.h"

#include <algorithm>
#include <cstdlib>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{500} << 10;
constexpr std::size_t kMaxRules = 10'000;
constexpr std::size_t kMaxPattern = 2048;
constexpr std::chrono::milliseconds kMaxDelay = std::chrono::minutes(1);

// Whether `path` begins as `pattern` says; "*" is any text, "$" the end. Linear in
// practice: every part is looked for once, as far to the front as it can be.
bool Matches(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  bool first = true;
  while (true) {
    const std::size_t star = pattern.find('*');
    const std::string_view part = pattern.substr(0, star);
    const bool last = star == std::string_view::npos;
    if (last && to_end && !first) return path.ends_with(part);
    const std::size_t at = first ? (path.starts_with(part) ? 0 : std::string_view::npos) : path.find(part);
    if (at == std::string_view::npos) return false;
    path.remove_prefix(at + part.size());
    if (last) return !to_end || path.empty();
    pattern.remove_prefix(star + 1);
    first = false;
  }
}

struct Line {
  std::string key;
  std::string_view value;
};

Line TakeLine(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  line = line.substr(0, line.find('#'));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {AsciiLower(Trimmed(line.substr(0, colon))), Trimmed(line.substr(colon + 1))};
}

}  // namespace

RobotsRules RobotsRules::Parse(std::string_view text, std::string_view agent) {
  RobotsRules own;
  RobotsRules for_all;
  bool named = false;   // the file names us
  bool in_own = false;  // the group that is read does
  bool in_all = false;
  bool in_agents = false;  // the line before named an agent too
  for (text = text.substr(0, kMaxBytes); !text.empty();) {
    const auto [key, value] = TakeLine(text);
    if (key == "user-agent") {
      if (!in_agents) in_own = in_all = false;
      in_agents = true;
      const std::string_view product = value.substr(0, value.find_first_of("/ "));
      in_own = in_own || EqualsIgnoringCase(product, agent);
      in_all = in_all || value == "*";
      named = named || in_own;
    } else if (key == "allow" || key == "disallow" || key == "crawl-delay") {
      in_agents = false;
      for (RobotsRules* rules : {in_own ? &own : nullptr, in_all ? &for_all : nullptr}) {
        if (rules == nullptr) continue;
        if (key == "crawl-delay") {
          const double delay = std::strtod(std::string(value).c_str(), nullptr) * 1000;
          if (delay > 0)
            rules->crawl_delay_ = delay < 60'000 ? std::chrono::milliseconds(static_cast<int>(delay)) : kMaxDelay;
        } else if (!value.empty() && value.size() <= kMaxPattern && rules->rules_.size() < kMaxRules) {
          rules->rules_.push_back({std::string(value), key == "allow"});
        }
      }
    }
  }
  return named ? own : for_all;
}

RobotsRules RobotsRules::DisallowAll() {
  RobotsRules out;
  out.rules_.push_back({"/", false});
  return out;
}

bool RobotsRules::Allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  std::size_t longest = 0;
  bool allowed = true;
  for (const Rule& rule : rules_) {
    if (rule.pattern.size() < longest || !Matches(rule.pattern, path)) continue;
    allowed = rule.pattern.size() == longest ? allowed || rule.allow : rule.allow;
    longest = rule.pattern.size();
  }
  return allowed;
}

}  // namespace newsgraph::ingest
