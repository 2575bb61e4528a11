// Articles' new claims → what becomes of the conflicts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/reader.h"
#include "graph/storage/index.pb.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/status.h"

namespace newsgraph::graph {

// Where a comparison key's claims are listed.
std::string ComparedClaimsKey(const std::string& comparison_key, std::uint64_t article);

// The claims of an article by comparison key.
using ClaimsByKey = std::map<std::string, std::vector<Evidence>>;

// What articles, by number, claim after a change. Must outlive who is given it.
using ChangedClaims = std::map<std::uint64_t, const ClaimsByKey*>;

// Recomputes the conflicts of every comparison key that a change of articles
// touches, and of no other, and writes what differs from what is stored. Used
// once. Must not outlive what it is made of.
class ConflictUpdate {
 public:
  // `head` is the graph's state that the change will have: its revision is the
  // change's.
  ConflictUpdate(const Database& database, const Catalogue& catalogue, storage::v1::Head& head, ChangedClaims changed);

  // Reads and compares what is filed under `keys`: those of the articles' claims
  // before and after the change.
  Status Find(const std::set<std::string>& keys);

  // Adds to the batch what has changed and counts it in `head`. Returns the
  // events, in order of conflict ids.
  StatusOr<std::vector<storage::v1::Event>> Write(Batch& batch);

 private:
  struct Change {
    std::uint64_t number = 0;                     // 0 for a conflict never seen before
    std::optional<storage::v1::Conflict> stored;  // its newest version
    std::optional<storage::v1::Conflict> found;   // without state and revisions
  };

  // The claims filed under a key, with those of changed articles as they will be; takes
  // up the conflicts filed there.
  StatusOr<std::vector<Evidence>> Look(const std::string& key);
  StatusOr<std::vector<Evidence>> ReadClaims(std::uint64_t article, std::string_view value);
  Status AddStored(std::uint64_t number);
  Status AddFound(const std::string& key, const Conflict& found);
  storage::v1::Conflict Encoded(const std::string& key, const Conflict& found) const;
  storage::v1::Conflict NewVersion(const Change& change) const;
  StatusOr<EventKind> Apply(Change& change, const storage::v1::Conflict& version, Batch& batch);

  Reader reader_;
  const Catalogue& catalogue_;
  storage::v1::Head& head_;
  ChangedClaims changed_;
  std::map<std::string, std::uint64_t> articles_;  // numbers of the claims' articles
  std::map<std::string, Change> changes_;          // by conflict id
};

}  // namespace newsgraph::graph
