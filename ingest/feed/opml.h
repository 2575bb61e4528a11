// OPML: lists of feeds, as readers exchange them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/status.h"

namespace newsgraph::ingest {

// A feed that somebody follows.
struct Subscription {
  std::string url;  // of the feed
  std::string title;
  std::string page_url;              // of the site; empty if unknown
  std::vector<std::string> folders;  // in which it lies, the outermost first

  friend bool operator==(const Subscription&, const Subscription&) = default;
};

// Reads OPML of any version, however sloppy: any encoding and nesting, attributes in any
// case, files that are cut. The same feed in several places is listed once, where it
// stands first. INVALID_ARGUMENT for what is no OPML.
StatusOr<std::vector<Subscription>> ParseOpml(std::string bytes);

// OPML 2.0 that any reader imports, in the given order; feeds of one folder that
// follow each other share its element.
std::string WriteOpml(std::string_view title, const std::vector<Subscription>& subscriptions);

}  // namespace newsgraph::ingest
