#include "graph/draft_check.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "graph/comparisons.h"
#include "graph/conflict_search.h"
#include "graph/reader.h"

namespace newsgraph::graph {
namespace {

// No article has it.
constexpr std::uint64_t kDraftNumber = 0;

bool Names(const Conflict& conflict, const std::string& article) {
  return std::any_of(conflict.sides.begin(), conflict.sides.end(), [&](const ConflictSide& side) {
    return std::any_of(side.evidence.begin(), side.evidence.end(),
                       [&](const Evidence& evidence) { return evidence.ref.article == article; });
  });
}

// Its claims in full: those that are compared have no traces.
StatusOr<ConflictSide> InFull(const ConflictSide& side, const std::vector<Evidence>& own,
                              const std::map<std::string, std::uint64_t>& articles, Reader& reader) {
  ConflictSide out;
  for (const Evidence& evidence : side.evidence) {
    const auto at = std::find_if(own.begin(), own.end(), [&](const Evidence& one) { return one.ref == evidence.ref; });
    if (at != own.end()) {
      out.evidence.push_back(*at);
      continue;
    }
    const ClaimRef& ref = evidence.ref;
    ASSIGN_OR_RETURN(Evidence read, reader.ClaimAt(articles.at(ref.article), ref.revision, ref.ordinal, kLatest));
    out.evidence.push_back(std::move(read));
  }
  return out;
}

ConflictState StateOf(const FoundConflict& found, const Comparison& known) {
  if (!found.same_matter) return ConflictState::kOpen;
  for (const auto& [number, stored] : known.conflicts) {
    if (stored.id() == found.conflict.id) return static_cast<ConflictState>(stored.state());
  }
  return ConflictState::kOpen;
}

}  // namespace

StatusOr<std::vector<Conflict>> CheckDraft(const Database& database, const Catalogue& catalogue,
                                           const Identities& identities, const Draft& draft) {
  Reader reader(database, identities);
  const std::string& id = draft.record.id();
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> stored, reader.ArticleNumber(id));
  const std::uint64_t number = stored.value_or(kDraftNumber);
  Comparisons comparisons(database, catalogue);
  std::vector<Conflict> conflicts;
  for (const auto& [key, claims] : draft.claims) {
    ASSIGN_OR_RETURN(const Comparison* const known, comparisons.Get(key));
    std::vector<FiledClaim> fresh;
    for (const Evidence& evidence : claims) fresh.push_back(File(number, evidence, catalogue));
    ConflictsUnderKey under = FindConflictsUnder(key, *known, {number}, fresh, catalogue);
    for (FoundConflict& found : under.found) {
      Conflict& conflict = found.conflict;
      if (!Names(conflict, id)) continue;
      conflict.state = StateOf(found, *known);
      for (ConflictSide& side : conflict.sides) {
        ASSIGN_OR_RETURN(side, InFull(side, claims, under.articles, reader));
      }
      conflicts.push_back(std::move(conflict));
    }
  }
  return conflicts;
}

}  // namespace newsgraph::graph
