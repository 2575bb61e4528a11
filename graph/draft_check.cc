#include "graph/draft_check.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "compare/origins.h"
#include "graph/compared_row.h"
#include "graph/comparisons.h"
#include "graph/conflict_search.h"
#include "graph/conflict_version.h"
#include "graph/reader.h"

namespace newsgraph::graph {
namespace {

// No article has it.
constexpr std::uint64_t kDraftNumber = 0;

// A side in full, claims with their traces: what it shows, and the draft's own claims.
StatusOr<ConflictSide> ShowSide(const FoundSide& side, const Comparison& comparison, std::uint64_t draft,
                                const std::vector<Evidence>& own, Reader& reader) {
  ConflictSide out;
  out.claim_count = side.claim_count;
  std::vector<const FiledClaim*> shown = side.shown;
  for (auto at = comparison.claims.lower_bound({draft, 0}); at != comparison.claims.end() && at->first.article == draft;
       ++at) {
    const bool known = std::find(shown.begin(), shown.end(), &at->second) != shown.end();
    if (at->second.camp == side.camp && !known) shown.push_back(&at->second);
  }
  for (const FiledClaim* claim : shown) {
    const auto at = std::find_if(own.begin(), own.end(), [&](const Evidence& one) {
      return one.ref.revision == claim->revision() && one.ref.ordinal == claim->ordinal;
    });
    if (claim->article_number() == draft && at != own.end()) {
      out.evidence.push_back(*at);
      continue;
    }
    ASSIGN_OR_RETURN(Evidence read,
                     reader.ClaimAt(claim->article_number(), claim->revision(), claim->ordinal, kLatest));
    out.evidence.push_back(std::move(read));
  }
  out.origin_count = out.claim_count > shown.size() ? side.origin_count : compare::OriginCount(out.evidence);
  return out;
}

bool Names(const ConflictSide& side, const std::string& article) {
  return std::any_of(side.evidence.begin(), side.evidence.end(),
                     [&](const Evidence& evidence) { return evidence.ref.article == article; });
}

ConflictState StateOf(const FoundConflict& found, const ConflictsUnderKey& under, const Suppressions& suppressions) {
  const auto is_it = [&](const SoughtConflict& sought) { return sought.version.id() == found.id; };
  const auto at = std::find_if(under.sought.begin(), under.sought.end(), is_it);
  const bool decided = found.same_matter && at != under.sought.end() && !IsUndecided(at->version);
  return decided ? static_cast<ConflictState>(at->version.state())
                 : suppressions.Undecided(found.kind, found.subject, found.metric);
}

Conflict Shown(const FoundConflict& found) {
  Conflict out;
  out.id = found.id;
  out.kind = found.kind;
  out.severity = found.severity;
  out.subject = found.subject;
  out.metric = found.metric;
  out.object = found.object;
  out.explanation = found.explanation;
  return out;
}

}  // namespace

StatusOr<std::vector<Conflict>> CheckDraft(const Database& database, const Catalogue& catalogue,
                                           const Identities& identities, const Suppressions& suppressions,
                                           const Draft& draft) {
  Reader reader(database, identities);
  const std::string& id = draft.record.id();
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> stored, reader.ArticleNumber(id));
  const std::uint64_t number = stored.value_or(kDraftNumber);
  Comparisons comparisons(database, catalogue);
  std::vector<Conflict> conflicts;
  for (const auto& [key, claims] : draft.claims) {
    ASSIGN_OR_RETURN(Comparison* const comparison, comparisons.Get(key));
    const std::string row = MakeRow(claims);
    const ConflictsUnderKey under = ChangeClaims(key, {number}, {{number, row}}, *comparison, catalogue);
    for (const FoundConflict& found : under.found) {
      Conflict conflict = Shown(found);
      bool named = false;
      for (const FoundSide& side : found.sides) {
        ASSIGN_OR_RETURN(ConflictSide shown, ShowSide(side, *comparison, number, claims, reader));
        named |= Names(shown, id);
        conflict.sides.push_back(std::move(shown));
      }
      if (!named) continue;
      conflict.state = StateOf(found, under, suppressions);
      conflicts.push_back(std::move(conflict));
    }
  }
  return conflicts;
}

}  // namespace newsgraph::graph
