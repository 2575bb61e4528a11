// The sources that a configuration names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "model/status.h"

namespace YAML {
class Node;
}

namespace newsgraph::tools {

struct ConfiguredSource {
  // Of a list of feeds: its path as location, and what holds for all feeds in it.
  Source source;
  bool is_list = false;

  friend bool operator==(const ConfiguredSource&, const ConfiguredSource&) = default;
};

// Reads a list of mappings, each with one of "feed", "page", "folder" and "opml", and how it is to be
// followed; docs/configuration.md describes them. INVALID_ARGUMENT says in which one what is wrong.
StatusOr<std::vector<ConfiguredSource>> ReadSources(const YAML::Node& node);

// The sources themselves: feeds in the place of lists of feeds. An error of a list names it.
StatusOr<std::vector<Source>> ResolveSources(const std::vector<ConfiguredSource>& configured);

}  // namespace newsgraph::tools
