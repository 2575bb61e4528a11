// Which suppressions stand, and which ever did.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "graph/storage/index.pb.h"
#include "model/status.h"
#include "model/suppression.h"

namespace newsgraph::graph {

// Those that stand after the last commit. Any thread may ask; they come and go from one thread.
class Suppressions {
 public:
  // Says who is meant now where entities were merged; must outlive this.
  explicit Suppressions(const Identities& identities) : identities_(identities) {}

  void Add(const Suppression& suppression);
  void Remove(std::uint64_t revision);

  // What a conflict is that nobody has decided on: suppressed by one of them, or open.
  ConflictState Undecided(ConflictKind kind, std::string_view subject, std::string_view metric) const;
  ConflictState Undecided(const storage::v1::Conflict& version) const;

  std::optional<Suppression> Find(std::uint64_t revision) const;
  // Those whose time has come at `now`.
  std::vector<Suppression> ExpiredBy(std::chrono::sys_seconds now) const;
  // When the next of them expires; nothing if none does.
  std::optional<std::chrono::sys_seconds> NextExpiry() const;

 private:
  const Identities& identities_;
  std::atomic<std::size_t> count_ = 0;  // so that commits need no lock where there are none
  mutable std::mutex mutex_;
  std::map<std::uint64_t, Suppression> standing_;  // by revision
};

void StoreSuppression(const Suppression& suppression, Batch& batch);
// Those that stand, in no order.
StatusOr<std::vector<Suppression>> ReadStanding(const Database& database);
// As Graph::ListSuppressions(); `acknowledged` is the newest revision to be shown.
StatusOr<Page<Suppression>> ListSuppressions(const Database& database, std::uint64_t acknowledged, bool standing,
                                             std::size_t page_size, const PageToken& token);
// One that stands or stood; NOT_FOUND if there is none.
StatusOr<Suppression> GetSuppression(const Database& database, std::uint64_t acknowledged, std::uint64_t revision);

}  // namespace newsgraph::graph
