// Which index lists an article's claims stand in, and where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/identities.h"
#include "graph/posting_lists.h"
#include "graph/storage/index.pb.h"
#include "graph/storage/record.pb.h"
#include "model/conflict.h"

namespace newsgraph::graph {

struct IndexEntry {
  std::string key;
  storage::v1::Posting posting;
};

// An article revision's place in every list: newest publication first, then by
// article number.
struct ClaimPosition {
  std::uint64_t newest_first = 0;
  std::uint64_t article = 0;
  std::uint32_t article_revision = 0;

  std::string Key() const;
  // Nothing for other bytes.
  static std::optional<ClaimPosition> Parse(std::string_view key);
};

// All entries of one article revision, current from its graph revision until
// before `to`; 0 for one that is current. The record must be undamaged.
std::vector<IndexEntry> ClaimEntries(const storage::v1::Record& record, std::uint64_t article, std::uint64_t to);

// The lists in all of which a claim stands if `filter` takes it; at least one.
// The article is not looked at, times only by the year, and of an entity that others became all
// that may be meant: Takes() decides.
std::vector<AnyOf> ClaimLists(const ClaimFilter& filter, const Identities& identities, std::uint64_t as_of);

bool Takes(const ClaimFilter& filter, const Evidence& evidence);

}  // namespace newsgraph::graph
