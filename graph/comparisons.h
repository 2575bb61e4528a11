// What meets under comparison keys, kept in memory from commit to commit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/find_conflicts.h"
#include "graph/database.h"
#include "graph/storage/index.pb.h"
#include "model/catalogue.h"
#include "model/status.h"

namespace newsgraph::graph {

// Where a comparison key's claims are listed.
std::string ComparedClaimsKey(const std::string& comparison_key, std::uint64_t article);

// A claim filed under a comparison key, without its trace.
struct FiledClaim {
  std::uint64_t article = 0;  // number
  compare::PreparedClaim claim;
};

FiledClaim File(std::uint64_t article, Evidence evidence, const Catalogue& catalogue);

// All that is filed under one comparison key.
struct Comparison {
  std::vector<FiledClaim> claims;                            // by articles, then by ordinals
  std::map<std::uint64_t, storage::v1::Conflict> conflicts;  // unresolved, newest versions by number

  // Null if there is none.
  const FiledClaim* Find(std::uint64_t article, std::uint32_t ordinal) const;
};

// Reads comparisons and keeps those that were used last, so that a key with many claims is not read and made
// ready for every commit. What is kept must be told of every change that is written. One thread at a time; must
// not outlive what it is made of.
class Comparisons {
 public:
  Comparisons(const Database& database, const Catalogue& catalogue) : database_(database), catalogue_(catalogue) {}

  // DATA_LOSS where what is filed cannot be read. Lives until the next call.
  StatusOr<const Comparison*> Get(const std::string& key);

  // After a write: the claims of these articles under a key are these now, and a conflict is this.
  void Replace(const std::string& key, const std::set<std::uint64_t>& articles, std::vector<FiledClaim> claims);
  void Replace(std::uint64_t conflict, const storage::v1::Conflict& version);

 private:
  struct Kept {
    std::string key;
    Comparison comparison;
  };
  using KeptList = std::list<Kept>;

  StatusOr<Comparison> Read(const std::string& key) const;
  Comparison* FindKept(const std::string& key);
  // Lets go of what was not used for longest until no more than the limit is kept.
  void Shrink();

  const Database& database_;
  const Catalogue& catalogue_;
  KeptList kept_;  // what was used last comes first
  std::unordered_map<std::string_view, KeptList::iterator> by_key_;
  std::size_t size_ = 0;  // claims and comparisons kept
};

}  // namespace newsgraph::graph
