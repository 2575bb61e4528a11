#include "compare/revision.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "compare/conflict_id.h"
#include "compare/conflict_side.h"
#include "compare/explain.h"
#include "compare/same_sentence.h"
#include "compare/statement.h"
#include "compare/value_verdict.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr char kSeparator = '\x1f';

// Whether the two say the same but for their values and what those are counted in.
bool AreOneClaim(const Statement& a, const Statement& b) {
  return a.is_date() == b.is_date() && a.subjects == b.subjects && a.metric().id == b.metric().id &&
         a.place == b.place && a.time == b.time && (a.is_date() || a.status_class == b.status_class) &&
         a.claim().attribution == b.claim().attribution;
}

bool AreOfOneMeasure(const Statement& a, const Statement& b) {
  return AreOneClaim(a, b) && a.object == b.object && a.dimension == b.dimension && a.per == b.per;
}

bool StandInOneSentence(const Statement& a, const Statement& b) {
  return AreOneSentence(std::string_view(a.evidence->sentence), std::string_view(b.evidence->sentence));
}

// What is resolved to nothing has no value to be changed.
bool HasValue(const Statement& statement) {
  return statement.is_date() == std::holds_alternative<Date>(statement.evidence->value);
}

std::vector<Statement> PrepareAll(const std::vector<Evidence>& claims, const Catalogue& catalogue) {
  std::vector<Statement> out;
  for (const Evidence& claim : claims) {
    Statement statement = Prepare(claim, catalogue);
    if (HasValue(statement)) out.push_back(std::move(statement));
  }
  return out;
}

// The claims of two versions, those that belong together crossed out one pair after the other.
class Versions {
 public:
  using Pair = std::pair<const Statement*, const Statement*>;

  Versions(const std::vector<Statement>& earlier, const std::vector<Statement>& later)
      : earlier_(Pointers(earlier)), later_(Pointers(later)) {}

  // Crosses out pairs of which `belong` is true: those that come first, or only those without a choice.
  template <typename Belong>
  std::vector<Pair> Take(Belong belong, bool any_of_several) {
    std::vector<Pair> taken;
    for (const Statement*& a : earlier_) {
      std::size_t candidates = 0;
      const Statement** found = nullptr;
      for (const Statement*& b : later_) {
        if (a == nullptr || b == nullptr || !belong(*a, *b)) continue;
        if (candidates++ == 0) found = &b;
      }
      if (found == nullptr) continue;
      const auto rivals = std::count_if(earlier_.begin(), earlier_.end(),
                                        [&](const Statement* other) { return other && belong(*other, **found); });
      if (!any_of_several && (candidates > 1 || rivals > 1)) continue;
      taken.emplace_back(std::exchange(a, nullptr), std::exchange(*found, nullptr));
    }
    return taken;
  }

 private:
  static std::vector<const Statement*> Pointers(const std::vector<Statement>& statements) {
    std::vector<const Statement*> out;
    out.reserve(statements.size());
    for (const Statement& statement : statements) out.push_back(&statement);
    return out;
  }

  std::vector<const Statement*> earlier_;  // null once crossed out
  std::vector<const Statement*> later_;
};

std::vector<Versions::Pair> ChangedClaims(const std::vector<Statement>& earlier, const std::vector<Statement>& later) {
  const auto agree = [](const Statement& a, const Statement& b) {
    return AreOfOneMeasure(a, b) && JudgeValues(a, b) <= Verdict::kRefines;
  };
  const auto one_sentence = [](const Statement& a, const Statement& b) {
    return AreOfOneMeasure(a, b) && StandInOneSentence(a, b);
  };
  // Another currency, or another thing counted.
  const auto other_measure = [](const Statement& a, const Statement& b) {
    return AreOneClaim(a, b) && StandInOneSentence(a, b);
  };
  Versions versions(earlier, later);
  versions.Take(agree, true);
  std::vector<Versions::Pair> changed;
  for (auto pairs : {versions.Take(one_sentence, true), versions.Take(other_measure, false),
                     versions.Take(AreOfOneMeasure, false)}) {
    changed.insert(changed.end(), pairs.begin(), pairs.end());
  }
  std::sort(changed.begin(), changed.end(), [](const Versions::Pair& a, const Versions::Pair& b) {
    return a.second->evidence->ref < b.second->evidence->ref;
  });
  return changed;
}

// A text that is published anew may tell what has become of what it did not date.
bool MayBeOfLater(const Statement& earlier, const Statement& later) {
  return !earlier.is_date() && !earlier.time && earlier.published && later.published &&
         *earlier.published < *later.published;
}

Severity SeverityOf(const Statement& earlier, const Statement& later, Correction correction) {
  if (correction == Correction::kMarked || MayBeOfLater(earlier, later)) return Severity::kNote;
  if (!AreOfOneMeasure(earlier, later)) return Severity::kHard;
  switch (JudgeValues(earlier, later)) {
    case Verdict::kHard:
      return Severity::kHard;
    case Verdict::kSoft:
      return Severity::kSoft;
    case Verdict::kEdge:
    case Verdict::kAgree:
    case Verdict::kRefines:
      break;
  }
  return Severity::kEdge;
}

Conflict ConflictOf(const Statement& earlier, const Statement& later, Correction correction) {
  const std::string_view separator(&kSeparator, 1);
  const std::string_view reason = correction == Correction::kMarked
                                      ? "a later version says so, and marks a correction"
                                      : "a later version says so, and does not mark that it was changed (silent)";
  Conflict out;
  out.kind = ConflictKind::kRevision;
  out.severity = SeverityOf(earlier, later, correction);
  out.subject = later.claim().subject;
  out.metric = later.metric().id;
  out.object = later.object;
  out.sides = {MakeSide({*earlier.evidence}), MakeSide({*later.evidence})};
  out.id = ConflictId(out.kind, Concat(out.subject, separator, out.metric, separator, later.evidence->ref.revision),
                      *earlier.evidence, *later.evidence);
  out.explanation = Explain(earlier, later, reason, {});
  return out;
}

}  // namespace

std::vector<Conflict> FindRevisions(const std::vector<Evidence>& earlier, const std::vector<Evidence>& later,
                                    Correction correction, const Catalogue& catalogue) {
  const std::vector<Statement> before = PrepareAll(earlier, catalogue);
  const std::vector<Statement> after = PrepareAll(later, catalogue);
  std::vector<Conflict> out;
  for (const auto& [a, b] : ChangedClaims(before, after)) out.push_back(ConflictOf(*a, *b, correction));
  return out;
}

bool MarksCorrection(const ArticleReading& reading) {
  return std::any_of(reading.cues.begin(), reading.cues.end(),
                     [](const Cue& cue) { return cue.kind == CueKind::kCorrection; });
}

}  // namespace newsgraph::compare
