#include "compare/find_conflicts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "compare/conflict_id.h"
#include "compare/conflict_side.h"
#include "compare/explain.h"
#include "compare/judge_pair.h"
#include "compare/prepared_claim.h"
#include "compare/print_order.h"
#include "compare/sides.h"
#include "compare/told_apart.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// A disagreement between two statements, by their places.
struct Pair {
  std::size_t a = 0;
  std::size_t b = 0;
  Judgement judgement;
};

// Takes away the pairs that their own articles tell apart.
void TakeToldApart(std::vector<Pair>& pairs, const std::vector<const Statement*>& statements,
                   const Catalogue& catalogue) {
  std::map<std::string_view, std::vector<const Statement*>> of_article;
  for (const Statement* statement : statements) of_article[statement->article].push_back(statement);
  std::erase_if(pairs, [&](const Pair& pair) {
    const Statement& a = *statements[pair.a];
    const Statement& b = *statements[pair.b];
    return AreToldApart(!pair.judgement.doubts.empty(), a, of_article[a.article], b, of_article[b.article], catalogue);
  });
}

bool IsAlert(const Pair& pair) { return pair.judgement.severity >= Severity::kSoft; }

ConflictSide SideOf(const Side& side, const std::vector<const Statement*>& statements) {
  std::vector<Evidence> claims;
  claims.reserve(side.size());
  for (const std::size_t at : side) claims.push_back(*statements[at]->evidence);
  return MakeSide(std::move(claims));
}

// The worst pair across the group's sides; of equals the first printed.
const Pair& WorstOf(const Group& group, const std::vector<Pair>& pairs, std::size_t statement_count) {
  std::vector<std::size_t> side_of(statement_count, group.sides.size());
  for (std::size_t side = 0; side < group.sides.size(); ++side) {
    for (const std::size_t statement : group.sides[side]) side_of[statement] = side;
  }
  const Pair* worst = nullptr;
  for (const Pair& pair : pairs) {
    const std::size_t side = side_of[pair.a];
    const std::size_t other = side_of[pair.b];
    if (side == other || std::max(side, other) == group.sides.size()) continue;
    if (!worst || pair.judgement.severity > worst->judgement.severity) worst = &pair;
  }
  Check(worst, "a group without a disagreement");
  return *worst;
}

Conflict ConflictOf(const Group& group, std::string_view key, const std::vector<Pair>& pairs,
                    const std::vector<const Statement*>& statements) {
  const Pair& worst = WorstOf(group, pairs, statements.size());
  const Judgement& judgement = worst.judgement;
  const Statement& a = *statements[worst.a];
  const Statement& b = *statements[worst.b];
  Conflict out;
  for (const Side& side : group.sides) out.sides.push_back(SideOf(side, statements));
  out.id = ConflictId(judgement.kind, key, out.sides[group.first].evidence.front(),
                      out.sides[group.second].evidence.front());
  out.kind = judgement.kind;
  out.severity = judgement.severity;
  out.subject = SubjectOf(key);
  out.metric = a.metric().id;
  out.object = a.object.empty() ? b.object : a.object;
  out.explanation = Explain(a, b, judgement);
  return out;
}

// The conflicts that these pairs make. Only what disagrees is looked at: most statements under a key do not.
std::vector<Conflict> ConflictsOf(std::string_view key, const std::vector<Pair>& pairs,
                                  const std::vector<const Statement*>& statements) {
  std::vector<std::size_t> involved;
  for (const Pair& pair : pairs) involved.insert(involved.end(), {pair.a, pair.b});
  std::sort(involved.begin(), involved.end());
  involved.erase(std::unique(involved.begin(), involved.end()), involved.end());
  const auto place = [&](std::size_t statement) {
    return static_cast<std::size_t>(std::lower_bound(involved.begin(), involved.end(), statement) - involved.begin());
  };
  Disagreements disagreements(involved.size());
  for (const Pair& pair : pairs) disagreements.Add(place(pair.a), place(pair.b));
  std::vector<Conflict> conflicts;
  for (Group& group : GroupIntoSides(disagreements)) {
    for (Side& side : group.sides) {
      for (std::size_t& at : side) at = involved[at];
    }
    conflicts.push_back(ConflictOf(group, key, pairs, statements));
  }
  return conflicts;
}

std::vector<Conflict> Conflicts(std::string_view key, std::vector<Pair> pairs,
                                const std::vector<const Statement*>& statements, const Catalogue& catalogue,
                                Severity least) {
  std::erase_if(pairs, [&](const Pair& pair) { return pair.judgement.severity < least; });
  TakeToldApart(pairs, statements, catalogue);
  // A remark never joins an alert: its sides would be taken for opponents.
  const auto remarks = std::stable_partition(pairs.begin(), pairs.end(), IsAlert);
  std::vector<Conflict> conflicts = ConflictsOf(key, {pairs.begin(), remarks}, statements);
  std::vector<Conflict> more = ConflictsOf(key, {remarks, pairs.end()}, statements);
  std::move(more.begin(), more.end(), std::back_inserter(conflicts));
  return conflicts;
}

}  // namespace

std::vector<Conflict> FindConflicts(std::string_view key, const std::vector<Evidence>& claims,
                                    const Catalogue& catalogue, Severity least) {
  std::vector<PreparedClaim> prepared;
  prepared.reserve(claims.size());
  for (const Evidence& claim : claims) {
    PreparedClaim ready(claim, catalogue);
    const std::vector<std::string>& keys = KeysLike(key, ready.statement());
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) prepared.push_back(std::move(ready));
  }
  std::sort(prepared.begin(), prepared.end(), [](const PreparedClaim& a, const PreparedClaim& b) {
    return PrintOrder(a.evidence()) < PrintOrder(b.evidence());
  });
  std::vector<const Statement*> statements;
  statements.reserve(prepared.size());
  for (const PreparedClaim& claim : prepared) statements.push_back(&claim.statement());
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < statements.size(); ++a) {
    for (std::size_t b = a + 1; b < statements.size(); ++b) {
      const std::optional<Judgement> judgement = JudgeUnder(key, *statements[a], *statements[b], catalogue);
      if (judgement) pairs.push_back({a, b, *judgement});
    }
  }
  return Conflicts(key, std::move(pairs), statements, catalogue, least);
}

}  // namespace newsgraph::compare
