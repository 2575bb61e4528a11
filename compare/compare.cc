#include "compare/compare.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/conflict_id.h"
#include "compare/explain.h"
#include "compare/facets.h"
#include "compare/gate.h"
#include "compare/judgement.h"
#include "compare/origins.h"
#include "compare/same_number.h"
#include "compare/same_sentence.h"
#include "compare/sides.h"
#include "compare/slips.h"
#include "compare/statement.h"
#include "compare/value_verdict.h"
#include "compare/verdict.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

std::optional<Severity> SeverityOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kHard:
      return Severity::kHard;
    case Verdict::kSoft:
      return Severity::kSoft;
    case Verdict::kEdge:
      return Severity::kEdge;
    case Verdict::kAgree:
    case Verdict::kRefines:
      break;
  }
  return std::nullopt;
}

std::string ReasonFor(Verdict verdict) {
  if (verdict == Verdict::kHard) return "the words exclude each other";
  if (verdict == Verdict::kSoft) return "the words allow both, but a reader takes something else from each";
  return "they only touch and hardly differ";
}

// `severity` after `steps` of doubt; nothing once not even a note is left.
std::optional<Severity> Lowered(Severity severity, std::size_t steps) {
  for (; steps > 0; --steps) {
    if (severity == Severity::kNote) return std::nullopt;
    severity = severity == Severity::kHard ? Severity::kSoft : Severity::kNote;
  }
  return severity;
}

// A flow's part of a period against the whole period: only too much is wrong.
Verdict JudgePart(const Statement& part, const Statement& whole) {
  const bool countable =
      part.metric.kind == MetricKind::kFlow && part.kind == FigureKind::kCount && part.metric.additive;
  if (!countable) return Verdict::kAgree;
  const Interval& less = part.reading().entailed;
  const Interval& more = whole.reading().entailed;
  return less.low && more.high && *more.high < *less.low ? Verdict::kHard : Verdict::kAgree;
}

// One number, whatever bounds and hedges stand at it.
bool AreOneNumber(const Reading& a, const Reading& b) { return !a.high && !b.high && a.value == b.value; }

// Whether the number of both comes from one origin: by what they say, or because one sentence says both.
bool ComeFromOne(const Evidence& a, const Evidence& b) { return ShareOrigin(a, b) || AreOneSentence(a, b); }

// What two figures that disagree disagree in: their bounds alone, a power of ten, or the value. A bound
// is known to be lost or turned only where both have the number from one origin.
void Specify(const Statement& a, const Statement& b, Judgement& out) {
  const Reading& x = a.reading();
  const Reading& y = b.reading();
  if (AreOneNumber(x, y)) {
    if (!ComeFromOne(*a.evidence, *b.evidence)) return;
    out.kind = ConflictKind::kHedge;
    out.reason = "one origin's number, with bounds that exclude each other";
    return;
  }
  if (x.high || y.high || a.kind != b.kind) return;
  if (const std::optional<int> power = MagnitudeSlip(x, y)) {
    out.kind = ConflictKind::kMagnitude;
    out.reason = "the same digits; " + DescribePower(*power);
  }
}

// A bound that one origin's number has in one text and not in the other: "more than 115,000" became
// "115,000".
std::optional<Judgement> JudgeHedge(const Statement& a, const Statement& b, const Comparability& gate) {
  const bool one_number = !a.is_date() && AreOneNumber(a.reading(), b.reading());
  if (!one_number || !gate.doubts.empty() || !ComeFromOne(*a.evidence, *b.evidence)) return std::nullopt;
  if (BoundOf(a.reading().mod).has_value() == BoundOf(b.reading().mod).has_value()) return std::nullopt;
  return Judgement{ConflictKind::kHedge, Severity::kNote, "one origin's number has lost its bound", {}};
}

std::optional<Judgement> JudgePair(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  std::optional<Comparability> gate = CheckGate(a, b, catalogue);
  if (!gate) return std::nullopt;
  Judgement out;
  Verdict verdict = Verdict::kAgree;
  if (a.is_date()) out.kind = ConflictKind::kTime;
  if (gate->time == TimeRelation::kFirstInside) {
    verdict = JudgePart(a, b);
  } else if (gate->time == TimeRelation::kSecondInside) {
    verdict = JudgePart(b, a);
  } else {
    verdict = JudgeValues(a, b);
  }
  std::optional<Severity> severity = SeverityOf(verdict);
  if (!severity) return JudgeHedge(a, b, *gate);
  if (severity) severity = Lowered(std::min(*severity, gate->most), gate->doubts.size());
  if (!severity) return std::nullopt;
  out.severity = *severity;
  const bool part = gate->time == TimeRelation::kFirstInside || gate->time == TimeRelation::kSecondInside;
  out.reason = part ? "a part of the period exceeds the whole" : ReasonFor(verdict);
  if (!part && !a.is_date()) Specify(a, b, out);
  out.doubts = std::move(gate->doubts);
  return out;
}

// Whether both give one value of one thing.
bool Agree(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  const std::optional<Comparability> gate = CheckGate(a, b, catalogue);
  if (!gate || gate->time == TimeRelation::kFirstInside || gate->time == TimeRelation::kSecondInside) return false;
  return JudgeValues(a, b) <= Verdict::kRefines;
}

const std::vector<std::string>& KeysLike(std::string_view key, const Statement& statement) {
  return IsNumberKey(key) ? statement.number_keys : statement.keys;
}

// Null if none is in both.
const std::string* LeastCommon(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const std::string& key : a) {
    if (std::binary_search(b.begin(), b.end(), key)) return &key;
  }
  return nullptr;
}

// Undated articles come last; ties are broken so that the order is total.
auto PrintOrder(const Evidence& evidence) {
  return std::tuple(!evidence.published, evidence.published, std::string_view(evidence.ref.article),
                    ValueSpan(evidence), evidence.ref.revision, evidence.ref.ordinal);
}

std::vector<Statement> PrepareAll(std::string_view key, const std::vector<Evidence>& claims,
                                  const Catalogue& catalogue) {
  std::vector<const Evidence*> ordered;
  ordered.reserve(claims.size());
  for (const Evidence& claim : claims) ordered.push_back(&claim);
  std::sort(ordered.begin(), ordered.end(),
            [](const Evidence* a, const Evidence* b) { return PrintOrder(*a) < PrintOrder(*b); });
  std::vector<Statement> statements;
  for (const Evidence* claim : ordered) {
    Statement statement = Prepare(*claim, catalogue);
    const std::vector<std::string>& keys = KeysLike(key, statement);
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) statements.push_back(std::move(statement));
  }
  return statements;
}

// A disagreement between two statements, by their places.
struct Pair {
  std::size_t a = 0;
  std::size_t b = 0;
  Judgement judgement;
};

// Whether two statements under `key` are to be compared under it.
bool MeetUnder(std::string_view key, const Statement& a, const Statement& b) {
  const std::vector<std::string>& keys = KeysLike(key, a);
  const std::vector<std::string>& others = KeysLike(key, b);
  return keys.size() == 1 || others.size() == 1 || *LeastCommon(keys, others) == key;
}

std::vector<Pair> JudgeAll(std::string_view key, const std::vector<Statement>& statements, const Catalogue& catalogue) {
  const auto judge = IsNumberKey(key) ? JudgeSameNumber : JudgePair;
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < statements.size(); ++a) {
    for (std::size_t b = a + 1; b < statements.size(); ++b) {
      if (!MeetUnder(key, statements[a], statements[b])) continue;
      std::optional<Judgement> judgement = judge(statements[a], statements[b], catalogue);
      if (judgement) pairs.push_back({a, b, std::move(*judgement)});
    }
  }
  return pairs;
}

// Two values that one article tells apart ("11 million", and "1.8 million in China") are told apart in what
// another one repeats of them.
class ToldApart {
 public:
  ToldApart(const std::vector<Statement>& statements, const Catalogue& catalogue)
      : statements_(statements), catalogue_(catalogue) {
    for (std::size_t i = 0; i < statements.size(); ++i) of_article_[statements[i].evidence->ref.article].push_back(i);
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
    const std::vector<std::size_t>& here = of_article_.at(statements_[at].evidence->ref.article);
    return std::any_of(here.begin(), here.end(), [&](std::size_t i) {
      return i != at && AreOneVoice(statements_[i], statements_[at]) &&
             Agree(statements_[i], statements_[other], catalogue_);
    });
  }

  const std::vector<Statement>& statements_;
  const Catalogue& catalogue_;
  std::map<std::string_view, std::vector<std::size_t>> of_article_;
};

bool IsAlert(const Pair& pair) { return pair.judgement.severity >= Severity::kSoft; }

ConflictSide SideOf(const Side& side, const std::vector<Statement>& statements) {
  ConflictSide out;
  for (const std::size_t at : side) out.evidence.push_back(*statements[at].evidence);
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
                    const std::vector<Statement>& statements) {
  const Pair& worst = WorstOf(group, pairs, statements.size());
  const Judgement& judgement = worst.judgement;
  const Statement& a = statements[worst.a];
  const Statement& b = statements[worst.b];
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

// The conflicts that these pairs make.
std::vector<Conflict> ConflictsOf(std::string_view key, const std::vector<Pair>& pairs,
                                  const std::vector<Statement>& statements) {
  Disagreements disagreements(statements.size());
  for (const Pair& pair : pairs) disagreements.Add(pair.a, pair.b);
  std::vector<Conflict> conflicts;
  for (const Group& group : GroupIntoSides(disagreements)) {
    conflicts.push_back(ConflictOf(group, key, pairs, statements));
  }
  return conflicts;
}

}  // namespace

std::vector<std::string> ComparisonKeys(const Evidence& claim, const Catalogue& catalogue) {
  Statement statement = Prepare(claim, catalogue);
  std::move(statement.number_keys.begin(), statement.number_keys.end(), std::back_inserter(statement.keys));
  return std::move(statement.keys);
}

std::optional<Disagreement> Compare(const Evidence& a, const Evidence& b, const Catalogue& catalogue) {
  const Statement x = Prepare(a, catalogue);
  const Statement y = Prepare(b, catalogue);
  std::optional<Judgement> judgement;
  if (LeastCommon(x.keys, y.keys)) judgement = JudgePair(x, y, catalogue);
  if (!judgement && LeastCommon(x.number_keys, y.number_keys)) judgement = JudgeSameNumber(x, y, catalogue);
  if (!judgement) return std::nullopt;
  return Disagreement{judgement->kind, judgement->severity, Explain(x, y, judgement->reason, judgement->doubts)};
}

std::vector<Conflict> FindConflicts(std::string_view key, const std::vector<Evidence>& claims,
                                    const Catalogue& catalogue, Severity least) {
  const std::vector<Statement> statements = PrepareAll(key, claims, catalogue);
  std::vector<Pair> pairs = JudgeAll(key, statements, catalogue);
  std::erase_if(pairs, [&](const Pair& pair) { return pair.judgement.severity < least; });
  if (!pairs.empty()) std::erase_if(pairs, ToldApart(statements, catalogue));
  // A remark never joins an alert: its sides would be taken for opponents.
  const auto remarks = std::stable_partition(pairs.begin(), pairs.end(), IsAlert);
  std::vector<Conflict> conflicts = ConflictsOf(key, {pairs.begin(), remarks}, statements);
  std::vector<Conflict> more = ConflictsOf(key, {remarks, pairs.end()}, statements);
  std::move(more.begin(), more.end(), std::back_inserter(conflicts));
  return conflicts;
}

}  // namespace newsgraph::compare
