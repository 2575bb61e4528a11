#include "compare/find_conflicts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>

#include "compare/conflict_id.h"
#include "compare/explain.h"
#include "compare/facets.h"
#include "compare/judge_pair.h"
#include "compare/sides.h"
#include "compare/statement.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// Undated articles come last; ties are broken so that the order is total.
auto PrintOrder(const Evidence& evidence) {
  return std::tuple(!evidence.published, evidence.published, std::string_view(evidence.ref.article),
                    ValueSpan(evidence), evidence.ref.revision, evidence.ref.ordinal);
}

// A disagreement between two statements, by their places.
struct Pair {
  std::size_t a = 0;
  std::size_t b = 0;
  Judgement judgement;
};

// Two values that one article tells apart ("11 million", and "1.8 million in China") are told apart in what
// another one repeats of them.
class ToldApart {
 public:
  ToldApart(const std::vector<const Statement*>& statements, const Catalogue& catalogue)
      : statements_(statements), catalogue_(catalogue) {
    for (std::size_t i = 0; i < statements.size(); ++i) of_article_[statements[i]->evidence->ref.article].push_back(i);
  }

  // Where something is in doubt, it is enough that one of the two articles says both values; else
  // each must.
  bool operator()(const Pair& pair) const {
    const bool each = pair.judgement.doubts.empty();
    const bool first = SaysBoth(pair.a, pair.b);
    return first == each ? SaysBoth(pair.b, pair.a) : first;
  }

 private:
  // Whether the article of `at` says in the same voice what `other` says, too.
  bool SaysBoth(std::size_t at, std::size_t other) const {
    const std::vector<std::size_t>& here = of_article_.at(statements_[at]->evidence->ref.article);
    return std::any_of(here.begin(), here.end(), [&](std::size_t i) {
      return i != at && AreOneVoice(*statements_[i], *statements_[at]) &&
             Agree(*statements_[i], *statements_[other], catalogue_);
    });
  }

  const std::vector<const Statement*>& statements_;
  const Catalogue& catalogue_;
  std::map<std::string_view, std::vector<std::size_t>> of_article_;
};

bool IsAlert(const Pair& pair) { return pair.judgement.severity >= Severity::kSoft; }

ConflictSide SideOf(const Side& side, const std::vector<const Statement*>& statements) {
  ConflictSide out;
  for (const std::size_t at : side) out.evidence.push_back(*statements[at]->evidence);
  return out;
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
  out.metric = a.metric.id;
  out.object = a.object.empty() ? b.object : a.object;
  out.explanation = Explain(a, b, judgement.reason, judgement.doubts);
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
  if (!pairs.empty()) std::erase_if(pairs, ToldApart(statements, catalogue));
  // A remark never joins an alert: its sides would be taken for opponents.
  const auto remarks = std::stable_partition(pairs.begin(), pairs.end(), IsAlert);
  std::vector<Conflict> conflicts = ConflictsOf(key, {pairs.begin(), remarks}, statements);
  std::vector<Conflict> more = ConflictsOf(key, {remarks, pairs.end()}, statements);
  std::move(more.begin(), more.end(), std::back_inserter(conflicts));
  return conflicts;
}

// The claims' places in order of print.
std::vector<std::size_t> PrintOrder(const std::vector<const PreparedClaim*>& claims) {
  std::vector<std::size_t> order(claims.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return PrintOrder(claims[a]->evidence()) < PrintOrder(claims[b]->evidence());
  });
  return order;
}

}  // namespace

PreparedClaim::PreparedClaim(Evidence evidence, const Catalogue& catalogue)
    : evidence_(std::make_unique<const Evidence>(std::move(evidence))),
      statement_(std::make_unique<const Statement>(Prepare(*evidence_, catalogue))) {}
PreparedClaim::~PreparedClaim() = default;
PreparedClaim::PreparedClaim(PreparedClaim&&) noexcept = default;
PreparedClaim& PreparedClaim::operator=(PreparedClaim&&) noexcept = default;

bool Contradict(std::string_view key, const PreparedClaim& a, const PreparedClaim& b, const Catalogue& catalogue,
                Severity least) {
  const std::optional<Judgement> judgement = JudgeUnder(key, a.statement(), b.statement(), catalogue);
  return judgement && judgement->severity >= least;
}

std::vector<Conflict> GroupConflicts(std::string_view key, const std::vector<const PreparedClaim*>& claims,
                                     const std::vector<ClaimPair>& pairs, const Catalogue& catalogue, Severity least) {
  const std::vector<std::size_t> order = PrintOrder(claims);
  std::vector<std::size_t> place(order.size());
  std::vector<const Statement*> statements;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    statements.push_back(&claims[order[i]]->statement());
  }
  std::vector<Pair> judged;
  for (const auto& [one, other] : pairs) {
    const auto [a, b] = std::minmax(place[one], place[other]);
    std::optional<Judgement> judgement = JudgeUnder(key, *statements[a], *statements[b], catalogue);
    if (judgement) judged.push_back({a, b, *std::move(judgement)});
  }
  std::sort(judged.begin(), judged.end(),
            [](const Pair& x, const Pair& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  return Conflicts(key, std::move(judged), statements, catalogue, least);
}

std::vector<Conflict> FindConflicts(std::string_view key, const std::vector<Evidence>& claims,
                                    const Catalogue& catalogue, Severity least) {
  std::vector<PreparedClaim> prepared;
  prepared.reserve(claims.size());
  std::vector<const PreparedClaim*> filed;
  for (const Evidence& claim : claims) {
    const PreparedClaim& ready = prepared.emplace_back(claim, catalogue);
    const std::vector<std::string>& keys = KeysLike(key, ready.statement());
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) filed.push_back(&ready);
  }
  std::vector<ClaimPair> pairs;
  for (std::size_t a = 0; a < filed.size(); ++a) {
    for (std::size_t b = a + 1; b < filed.size(); ++b) {
      if (Contradict(key, *filed[a], *filed[b], catalogue, least)) pairs.emplace_back(a, b);
    }
  }
  return GroupConflicts(key, filed, pairs, catalogue, least);
}

}  // namespace newsgraph::compare
