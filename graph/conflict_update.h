// Articles' new claims → what becomes of the conflicts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/comparisons.h"
#include "graph/conflict_search.h"
#include "graph/conflict_version.h"
#include "graph/database.h"
#include "graph/own_outlets.h"
#include "graph/reader.h"
#include "graph/storage/index.pb.h"
#include "graph/suppressions.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/status.h"

namespace newsgraph::graph {

// The claims of an article by comparison key.
using ClaimsByKey = std::map<std::string, std::vector<Evidence>>;

// The same as they are stored.
using RowsByKey = std::map<std::string, std::string>;

// What articles, by number, claim after a change. Must outlive who is given it.
using ChangedClaims = std::map<std::uint64_t, const RowsByKey*>;

// Finds what a change of articles alters in the conflicts of every comparison key that it touches, and of no
// other, and writes what differs from what is stored. Used once. Must not outlive what it is made of.
class ConflictUpdate {
 public:
  // `head` is the graph's state that the change will have: its revision is the
  // change's.
  ConflictUpdate(const Database& database, Comparisons& comparisons, const Catalogue& catalogue,
                 const Suppressions& suppressions, const OwnOutlets& own_outlets, storage::v1::Head& head,
                 const ChangedClaims& changed);

  // Compares what is filed under `keys`: those of the articles' claims before and after the change.
  Status Find(const std::set<std::string>& keys);

  // What the text of one article says against itself now, with claims of the graph; what is stored and not among
  // `found` is gone. And which values its new revision changed: a stored change of a value that is changed again is
  // gone.
  Status FindOwn(std::uint64_t article, const std::vector<Conflict>& found);
  Status FindRevisions(std::uint64_t article, const std::vector<Conflict>& found);

  // Adds to the batch what has changed and counts it in `head`. Returns the
  // events, in order of conflict ids.
  StatusOr<std::vector<storage::v1::Event>> Write(Batch& batch);

  // After the batch was written: completes what the comparisons keep. Where it is not written, they must be
  // cleared. Nothing may be asked of this any more.
  void Settle();

 private:
  struct Change {
    std::uint64_t number = 0;                     // 0 for a conflict never seen before
    std::optional<storage::v1::Conflict> stored;  // its newest version
    std::optional<storage::v1::Conflict> found;   // without state and revisions
    bool still_decided = false;                   // what was decided on `stored` holds for `found`
    ArticleChange articles;
    Comparison* comparison = nullptr;  // under whose key it was found
  };
  Status FindUnder(const std::string& key);
  // The unresolved conflicts filed under a key of one article, as changes that are gone unless they are found.
  Status Seek(const std::string& key);
  Status AddOwn(const std::string& key, std::uint64_t article, const Conflict& found);
  Status AddFound(const std::string& key, const FoundConflict& found, Comparison& comparison);
  Status FindResolved(const std::string& id, Change& change) const;
  StatusOr<bool> IsOwn(std::uint64_t article, bool joined) const;
  StatusOr<std::uint64_t> OwnArticles(const Change& change) const;
  StatusOr<storage::v1::Conflict> NewVersion(const Change& change) const;
  static void KeepVersion(Change& change, storage::v1::Conflict& version, Batch& batch);
  StatusOr<EventKind> Apply(Change& change, const storage::v1::Conflict& version, Batch& batch);

  const Reader reader_;
  Comparisons& comparisons_;
  const Catalogue& catalogue_;
  const Suppressions& suppressions_;
  const OwnOutlets& own_outlets_;
  storage::v1::Head& head_;
  std::set<std::uint64_t> changed_;                                   // the articles' numbers
  std::map<std::uint64_t, std::string> sources_;                      // their sources now, where outlets are own
  std::map<std::string, std::vector<FreshRow>> fresh_;                // the articles' claims, by key
  std::map<std::string, Change> changes_;                             // by conflict id
  std::map<std::string, std::map<ClaimPlace, std::uint32_t>> camps_;  // of claims that stand in others now, by key
};

}  // namespace newsgraph::graph
