// What meets under comparison keys, kept in memory from commit to commit.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/claim_forms.h"
#include "compare/origins.h"
#include "compare/prepared_claim.h"
#include "graph/database.h"
#include "graph/storage/index.pb.h"
#include "model/catalogue.h"
#include "model/status.h"

namespace newsgraph::graph {

// Where a comparison key's claims are listed, and the camps of those that are disputed.
std::string ComparedClaimsKey(const std::string& comparison_key, std::uint64_t article);
std::string CampKey(const std::string& comparison_key, std::uint64_t article, std::uint32_t ordinal);

// No camp has it.
inline constexpr std::uint32_t kNoCamp = 0;

// A claim filed under a comparison key, without its trace.
struct FiledClaim : compare::PreparedClaim {
  FiledClaim(std::uint64_t article_number, Evidence evidence, const Catalogue& catalogue);

  std::uint64_t article = 0;  // number
  std::uint32_t camp = kNoCamp;
};

struct ClaimPlace {
  std::uint64_t article = 0;  // number
  std::uint32_t ordinal = 0;

  friend auto operator<=>(const ClaimPlace&, const ClaimPlace&) = default;
};

ClaimPlace PlaceOf(const FiledClaim& claim);

struct PrintedFirst {
  using is_transparent = void;
  bool operator()(const FiledClaim* a, const FiledClaim* b) const;
};

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
};

// All that is filed under one comparison key.
struct Comparison {
  std::map<ClaimPlace, FiledClaim> claims;
  compare::ClaimForms forms;  // of the claims
  std::map<std::uint32_t, Camp> camps;
  std::map<std::uint64_t, KnownConflict> conflicts;  // by number

  // Null if there is none.
  FiledClaim* Find(const storage::v1::ClaimRef& ref);
  // Adds an unresolved conflict between camps that are there.
  void Add(std::uint64_t number, storage::v1::Conflict version);
};

// Reads comparisons and keeps those that were used last, so that a key with many claims is not read and made
// ready for every commit. Who changes one changes what is kept, and stores the same. One thread at a time; must not
// outlive what it is made of.
class Comparisons {
 public:
  Comparisons(const Database& database, const Catalogue& catalogue) : database_(database), catalogue_(catalogue) {}

  // DATA_LOSS where what is filed cannot be read. Lives until Settle() or Clear().
  StatusOr<Comparison*> Get(const std::string& key);

  // The one of a key, where it is in memory.
  Comparison* FindKept(const std::string& key);

  // After what was changed is stored: lets go of what was not used for longest until no more than the limit is kept.
  void Settle();
  // Forgets everything: what was changed will not be stored.
  void Clear();

 private:
  struct Kept {
    std::string key;
    Comparison comparison;
    std::size_t size = 0;  // as counted in `size_`
  };
  using KeptList = std::list<Kept>;

  StatusOr<Comparison> Read(const std::string& key) const;

  const Database& database_;
  const Catalogue& catalogue_;
  KeptList kept_;  // what was used last comes first
  std::unordered_map<std::string_view, KeptList::iterator> by_key_;
  std::size_t used_ = 0;  // comparisons used since they were settled: the first ones of the list
  std::size_t size_ = 0;  // claims and comparisons kept
};

}  // namespace newsgraph::graph
