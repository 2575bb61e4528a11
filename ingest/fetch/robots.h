// robots.txt → what may be asked for, as RFC 9309 says.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::ingest {

class RobotsRules {
 public:
  // Allows all, as a site without the file does.
  RobotsRules() = default;

  // The rules for `agent`, a product's name without version: of the groups that name
  // it, or else of those for all. Of long files the first half megabyte counts.
  static RobotsRules Parse(std::string_view text, std::string_view agent);

  // For a site whose file cannot be had because it is broken (5xx).
  static RobotsRules DisallowAll();

  // Whether the page may be asked for; `path` with its query. The longest rule decides.
  bool Allows(std::string_view path) const;

  // How long to wait between requests, if the site asks for it; never more than a minute.
  std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    std::string pattern;
    bool allow;
  };

  std::vector<Rule> rules_;
  std::optional<std::chrono::milliseconds> crawl_delay_;
};

}  // namespace newsgraph::ingest
