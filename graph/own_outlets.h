// Which articles are of the outlets that a newsroom calls its own.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "model/status.h"

namespace newsgraph::graph {

// Any thread may ask.
class OwnOutlets {
 public:
  OwnOutlets() = default;
  // By the sources of articles, whatever their case, width and accents.
  explicit OwnOutlets(const std::vector<std::string>& names);

  bool empty() const { return folded_.empty(); }
  bool Own(std::string_view source) const;
  // Bytes that differ for different outlets.
  std::string Describe() const;

 private:
  std::set<std::string, std::less<>> folded_;
};

// Counts for every conflict how many articles of these outlets take part in it, unless the counts that are stored are
// of the same outlets already. The work follows the articles that stand in conflicts.
Status CountOwnArticles(Database& database, const OwnOutlets& outlets);

}  // namespace newsgraph::graph
