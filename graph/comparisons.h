// What meets under comparison keys, kept in memory from commit to commit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/claim_forms.h"
#include "compare/origins.h"
#include "graph/database.h"
#include "graph/filed_claim.h"
#include "graph/storage/index.pb.h"
#include "model/catalogue.h"
#include "model/status.h"

namespace newsgraph::graph {

// Where a comparison key's claims are listed, and the camps of those that are disputed.
std::string ComparedClaimsKey(const std::string& comparison_key, std::uint64_t article);
std::string CampKey(const std::string& comparison_key, std::uint64_t article, std::uint32_t ordinal);

// Claims under a key that contradict exactly the same others: a side of every conflict that they are part of. It
// may have any number of claims; a conflict says only which camps it is between.
struct Camp {
  std::set<FiledClaim*, PrintedFirst> claims;
  std::set<std::uint64_t> conflicts;        // unresolved, by number
  std::optional<compare::Origins> origins;  // of the claims, once somebody asked
  bool filed = true;                        // its claims are stored as of this camp, as storage version 2 does

  std::size_t CountOrigins();
};

// An unresolved conflict.
struct KnownConflict {
  storage::v1::Conflict version;     // the newest
  std::vector<std::uint32_t> sides;  // camps
  // The worst pair, of equals the one printed first; null where storage version 1 did not say.
  const FiledClaim* worst_a = nullptr;
  const FiledClaim* worst_b = nullptr;
  bool judged = false;  // by these rules, and not by those of a program that stored it
};

// All that is filed under one comparison key.
struct Comparison {
  explicit Comparison(const Catalogue& catalogue, std::pmr::memory_resource* memory = std::pmr::get_default_resource());

  std::unique_ptr<FiledRows> rows;  // of the claims
  std::pmr::map<ClaimPlace, FiledClaim> claims;
  compare::ClaimForms forms;  // of the claims
  std::map<std::uint32_t, Camp> camps;
  std::map<std::uint64_t, KnownConflict> conflicts;  // by number

  // Files a row of claims. These are none, and nothing is filed, where the row is damaged.
  std::vector<FiledClaim*> File(std::uint64_t article, std::string_view row);

  // Null if there is none.
  FiledClaim* Find(const storage::v1::ClaimRef& ref);
  // Adds an unresolved conflict between camps that are there.
  KnownConflict& Add(std::uint64_t number, storage::v1::Conflict version);
};

// Reads comparisons and keeps those that were used last, so that a key with many claims is not read for every
// commit. Who changes one changes what is kept, and stores the same. One thread at a time; must not
// outlive what it is made of.
class Comparisons {
 public:
  Comparisons(const Database& database, const Catalogue& catalogue) : database_(database), catalogue_(catalogue) {}

  // DATA_LOSS where what is filed cannot be read. Lives until Settle() or Clear().
  StatusOr<Comparison*> Get(const std::string& key);

  // The one of a key, where it is in memory.
  Comparison* FindKept(const std::string& key);

  // After what was changed is stored: lets go of what was not used for longest until no more than the limit is kept,
  // of what is dear to read again later than of the rest.
  void Settle();
  // Forgets everything: what was changed will not be stored.
  void Clear();

 private:
  struct Kept {
    std::string key;
    Comparison comparison;
    std::size_t size = 0;    // as counted in `size_`
    std::size_t rounds = 0;  // how often it was spared since it was used
  };
  using KeptList = std::list<Kept>;

  StatusOr<Comparison> Read(const std::string& key) const;

  const Database& database_;
  const Catalogue& catalogue_;
  // Comparisons come and go all the time, and with them pieces of a few sizes.
  mutable std::pmr::unsynchronized_pool_resource memory_{
      {.max_blocks_per_chunk = 64, .largest_required_pool_block = 65'536}};
  KeptList kept_;  // what was used last comes first
  std::unordered_map<std::string_view, KeptList::iterator> by_key_;
  std::size_t used_ = 0;  // comparisons used since they were settled: the first ones of the list
  std::size_t size_ = 0;  // bytes kept, about
};

}  // namespace newsgraph::graph
