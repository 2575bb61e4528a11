#include "graph/suppression_update.h"

#include <map>
#include <optional>
#include <utility>

#include "graph/conflict_index.h"
#include "graph/posting_lists.h"

namespace newsgraph::graph {
namespace {

constexpr ConflictState kUndecidedStates[] = {ConflictState::kOpen, ConflictState::kSuppressed};

ConflictFilter FilterOf(const Suppression& suppression, ConflictState state, const Identities& identities) {
  ConflictFilter filter;
  filter.kind = suppression.kind;
  if (!suppression.subject.empty()) filter.subject = identities.Of(suppression.subject, "", kLatest);
  filter.metric = suppression.metric;
  filter.state = state;
  filter.least_severity = Severity::kNote;
  return filter;
}

}  // namespace

StatusOr<std::vector<NumberedVersion>> FindResettled(const Reader& reader, const Identities& identities,
                                                     const Suppressions& suppressions,
                                                     const std::vector<Suppression>& changed,
                                                     const storage::v1::Head& head) {
  std::map<std::uint64_t, storage::v1::Conflict> resettled;  // several suppressions may take in one conflict
  for (const Suppression& suppression : changed) {
    for (const ConflictState state : kUndecidedStates) {
      const ConflictFilter filter = FilterOf(suppression, state, identities);
      Intersection rows(reader.database(), ConflictLists(filter, identities, head.revision()), head.revision() - 1);
      for (; rows.valid(); rows.Next()) {
        const std::optional<ConflictPosition> position = ConflictPosition::Parse(rows.position());
        if (!position) return reader.database().Damaged("an index key cannot be read");
        ASSIGN_OR_RETURN(std::optional<storage::v1::Conflict> version,
                         reader.NewestConflict(position->conflict, kLatest));
        if (!version) return reader.database().Damaged("a conflict that is listed is missing");
        const ConflictState now = suppressions.Undecided(*version);
        if (now == state || !Takes(filter, *version)) continue;
        version->set_state(static_cast<std::uint32_t>(now));
        version->set_changed_revision(head.revision());
        resettled.insert_or_assign(position->conflict, *std::move(version));
      }
      RETURN_IF_ERROR(rows.status());
    }
  }
  std::vector<NumberedVersion> versions;
  versions.reserve(resettled.size());
  for (auto& [number, version] : resettled) versions.push_back({number, std::move(version)});
  return versions;
}

}  // namespace newsgraph::graph
