// How a daemon is to run.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "model/status.h"
#include "tools/newsgraphd/source_config.h"

namespace newsgraph::tools {

// docs/configuration.md describes each for users; newsgraphd.yaml shows them all.
struct DaemonConfig {
  std::string data_dir;  // required
  std::vector<std::string> addresses = {"127.0.0.1:7878"};
  std::string packs_dir;  // empty: the compiled-in packs alone
  graph::Durability durability = graph::Durability::kDisk;
  std::string log_level = "info";
  // How long calls may take to finish when the daemon is told to stop.
  std::chrono::seconds shutdown_grace{30};
  std::size_t max_article_bytes = std::size_t{1} << 20;
  std::size_t submit_threads = 8;
  std::size_t read_threads = 4;
  std::vector<ConfiguredSource> sources;
  // Sources, as articles name them, whose conflicts are listed first.
  std::vector<std::string> own_outlets;
  // How long reading one page or text may take before it is set aside.
  std::chrono::seconds time_budget{10};

  friend bool operator==(const DaemonConfig&, const DaemonConfig&) = default;
};

// Reads a configuration in YAML; what it leaves out has its default, and
// `data_dir` may stay empty. `name` is what errors call it. INVALID_ARGUMENT with
// line, key and what is wrong with it; a key that does not exist is an error too.
StatusOr<DaemonConfig> ParseConfig(const std::string& yaml, std::string_view name);

// The same for a file; NOT_FOUND if it cannot be opened.
StatusOr<DaemonConfig> LoadConfig(const std::string& path);

// "disk" or "process"; INVALID_ARGUMENT for anything else.
StatusOr<graph::Durability> ParseDurability(std::string_view text);

// OK for "debug", "info", "warn" and "error".
Status CheckLogLevel(std::string_view text);

}  // namespace newsgraph::tools
