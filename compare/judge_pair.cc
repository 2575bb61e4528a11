#include "compare/judge_pair.h"

#include <algorithm>
#include <utility>

#include "compare/facets.h"
#include "compare/gate.h"
#include "compare/origins.h"
#include "compare/same_number.h"
#include "compare/same_sentence.h"
#include "compare/slipped_number.h"
#include "compare/slips.h"
#include "compare/value_verdict.h"
#include "compare/verdict.h"

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

std::string_view ReasonFor(Verdict verdict) {
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
      part.metric().kind == MetricKind::kFlow && part.kind == FigureKind::kCount && part.metric().additive;
  if (!countable) return Verdict::kAgree;
  const Interval& less = part.reading().entailed;
  const Interval& more = whole.reading().entailed;
  return less.low && more.high && *more.high < *less.low ? Verdict::kHard : Verdict::kAgree;
}

// One number, whatever bounds and hedges stand at it.
bool AreOneNumber(const Reading& a, const Reading& b) { return !a.high && !b.high && a.value == b.value; }

// Whether the number of both comes from one origin: by what they say, or because one sentence says both.
bool ComeFromOne(const Statement& a, const Statement& b) {
  return AreOneSentence(a, b) || ShareOrigin(*a.evidence, *b.evidence);
}

// What two figures that disagree disagree in: their bounds alone, a power of ten, or the value. A bound
// is known to be lost or turned only where both have the number from one origin.
void Specify(const Statement& a, const Statement& b, Judgement& out) {
  const Reading& x = a.reading();
  const Reading& y = b.reading();
  if (AreOneNumber(x, y)) {
    if (!ComeFromOne(a, b)) return;
    out.kind = ConflictKind::kHedge;
    out.reason = "one origin's number, with bounds that exclude each other";
    return;
  }
  if (x.high || y.high || a.kind != b.kind) return;
  if (const std::optional<int> power = MagnitudeSlip(x, y)) {
    out.kind = ConflictKind::kMagnitude;
    out.reason = "the same digits";
    out.power = *power;
  }
}

// A bound that one origin's number has in one text and not in the other: "more than 115,000" became
// "115,000".
std::optional<Judgement> JudgeHedge(const Statement& a, const Statement& b, const Comparability& gate) {
  const bool one_number = !a.is_date() && AreOneNumber(a.reading(), b.reading());
  if (!one_number || !gate.doubts.empty() || !ComeFromOne(a, b)) return std::nullopt;
  if (BoundOf(a.reading().mod).has_value() == BoundOf(b.reading().mod).has_value()) return std::nullopt;
  return Judgement{.kind = ConflictKind::kHedge,
                   .severity = Severity::kNote,
                   .reason = "one origin's number has lost its bound",
                   .facet = {},
                   .doubts = {}};
}

// Whether two statements under `key` are to be compared under it.
bool MeetUnder(std::string_view key, const Statement& a, const Statement& b) {
  const std::vector<std::string>& keys = KeysLike(key, a);
  const std::vector<std::string>& others = KeysLike(key, b);
  if (keys.size() <= 1 || others.size() <= 1) return true;
  const std::string* const least = LeastCommon(keys, others);
  return least != nullptr && *least == key;
}

// Two claims that may be compared.
std::optional<Judgement> JudgeValuesOf(const Statement& a, const Statement& b, const Comparability& gate) {
  Judgement out;
  Verdict verdict = Verdict::kAgree;
  if (a.is_date()) out.kind = ConflictKind::kTime;
  const bool part = gate.time == TimeRelation::kFirstInside || gate.time == TimeRelation::kSecondInside;
  // "sold 1.1 million in the quarter", "sold 400,000 in Europe in nine months": what is not said to be of one thing may
  // be a part of the period and more than a part of the rest.
  if (part && !gate.doubts.empty()) return std::nullopt;
  if (gate.time == TimeRelation::kFirstInside) {
    verdict = JudgePart(a, b);
  } else if (gate.time == TimeRelation::kSecondInside) {
    verdict = JudgePart(b, a);
  } else {
    verdict = JudgeValues(a, b);
  }
  std::optional<Severity> severity = SeverityOf(verdict);
  if (!severity) return JudgeHedge(a, b, gate);
  severity = Lowered(std::min(*severity, gate.most), gate.doubts.size());
  if (!severity) return std::nullopt;
  out.severity = *severity;
  out.reason = part ? "a part of the period exceeds the whole" : ReasonFor(verdict);
  if (!part && !a.is_date()) Specify(a, b, out);
  out.doubts = gate.doubts;
  return out;
}

}  // namespace

std::optional<Judgement> JudgePair(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  const std::optional<Comparability> gate = CheckGate(a, b, catalogue);
  std::optional<Judgement> out = gate ? JudgeValuesOf(a, b, *gate) : std::nullopt;
  if (out && out->severity >= Severity::kSoft) return out;
  std::optional<Judgement> slip = JudgeSlippedNumber(a, b, catalogue);
  return slip ? slip : out;
}

bool Agree(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  const std::optional<Comparability> gate = CheckGate(a, b, catalogue);
  if (!gate || gate->time == TimeRelation::kFirstInside || gate->time == TimeRelation::kSecondInside) return false;
  return JudgeValues(a, b) <= Verdict::kRefines;
}

const std::vector<std::string>& KeysLike(std::string_view key, const Statement& statement) {
  return IsNumberKey(key) ? statement.number_keys : statement.keys;
}

const std::string* LeastCommon(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const std::string& key : a) {
    if (std::binary_search(b.begin(), b.end(), key)) return &key;
  }
  return nullptr;
}

std::optional<Judgement> JudgeUnder(std::string_view key, const Statement& a, const Statement& b,
                                    const Catalogue& catalogue) {
  if (!MeetUnder(key, a, b)) return std::nullopt;
  return IsNumberKey(key) ? JudgeSameNumber(a, b, catalogue) : JudgePair(a, b, catalogue);
}

std::optional<Judgement> AlertUnder(std::string_view key, const Statement& a, const Statement& b,
                                    const Catalogue& catalogue) {
  std::optional<Judgement> judgement = JudgeUnder(key, a, b, catalogue);
  if (judgement && judgement->severity < Severity::kSoft) judgement.reset();
  return judgement;
}

}  // namespace newsgraph::compare
