#include "compare/judge_link.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "compare/exact.h"
#include "compare/facets.h"
#include "compare/gate.h"
#include "compare/judge_pair.h"
#include "compare/same_number.h"
#include "compare/times.h"
#include "compare/value_verdict.h"

namespace newsgraph::compare {
namespace {

using std::chrono::days;

// So long after a deadline, a state still tells whether it was kept.
constexpr days kAtDeadline{45};
// An event later than this may well be the next one of its kind.
constexpr days kLate{365};
// So many times more or less than was planned is rather of something else: cars in all, and electric ones.
constexpr std::int64_t kOtherScope = 3;
// Numbers of fewer digits come up by chance, where no direction tells what is aimed at.
constexpr int kDigits = 2;
// What is planned and what there is are set against each other where they are known at about one time.
constexpr days kOneSituation{90};

bool ShareKey(const Statement& a, const Statement& b) { return LeastCommon(a.keys, b.keys) != nullptr; }

// As Compare(), without putting it into words.
bool Disagree(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  if (ShareKey(a, b) && JudgePair(a, b, catalogue)) return true;
  return LeastCommon(a.number_keys, b.number_keys) && JudgeSameNumber(a, b, catalogue);
}

// Whether nothing of what the two measure is in doubt.
bool AreOneThing(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  const std::optional<Doubts> doubts = CompareThings(a, b, catalogue);
  return doubts && doubts->empty();
}

bool IsWithin(const std::string& part, const std::string& whole, const Catalogue& catalogue) {
  return part == whole || (!part.empty() && !whole.empty() && catalogue.IsPartOf(part, whole));
}

// Whether the outcome is of all that the plan is of, and perhaps of more.
bool Comprises(const Statement& outcome, const Statement& plan, const Catalogue& catalogue) {
  return !plan.object.empty() && IsWithin(plan.object, outcome.object, catalogue) &&
         MayBeOneNoun(plan.unit, outcome.unit, catalogue) && IsWithin(plan.place, outcome.place, catalogue) &&
         plan.per == outcome.per &&
         std::includes(outcome.subjects.begin(), outcome.subjects.end(), plan.subjects.begin(), plan.subjects.end());
}

// Whether all of `less` is under all of `more`, by what their words commit to, and not by a hair.
bool IsUnder(const Statement& less, const Statement& more) {
  const std::optional<Decimal>& most = less.reading().entailed.high;
  const std::optional<Decimal>& least = more.reading().entailed.low;
  return most && least && *most <= *least && JudgeValues(less, more) >= Verdict::kSoft;
}

// Whether the two values are near enough to be of one thing.
bool AreOfOneScope(const Decimal& a, const Decimal& b) {
  return a <= Times(b, kOtherScope, 0, Toward::kUp) && b <= Times(a, kOtherScope, 0, Toward::kUp);
}

// What somebody aims at: a plan, whoever tells of it, or what a firm expects of itself.
bool IsAim(const Claim& claim, const Catalogue& catalogue) {
  return claim.status == ClaimStatus::kPlanned || IsOwnWord(claim, catalogue);
}

// A plan was one while its time was not over; who tells of it later must tell what became of it in the same text.
bool WasPlanned(const Statement& plan, Day deadline, const Statement& outcome) {
  return InOneArticle(plan, outcome) || (plan.published && *plan.published <= deadline);
}

// Whether the outcome is that of the plan's time, known when that was over.
bool IsAtDeadline(const Statement& plan, const Statement& outcome) {
  if (!plan.time || !outcome.published || *outcome.published <= plan.time->last) return false;
  if (!WasPlanned(plan, plan.time->last, outcome)) return false;
  if (outcome.time == plan.time) return true;
  if (IsPerPeriod(plan)) return false;
  const Day latest = plan.time->last + kAtDeadline;
  if (!outcome.time) return *outcome.published <= latest;
  return plan.time->last <= outcome.time->last && outcome.time->first <= latest;
}

std::optional<LinkKind> JudgeReached(const Statement& plan, const Statement& outcome) {
  const Reading& planned = plan.reading();
  const Reading& reached = outcome.reading();
  if (!plan.metric().higher_is_better) {
    const bool met = CountDigits(planned.value) >= kDigits && JudgeValues(plan, outcome) <= Verdict::kRefines;
    return met ? std::optional(LinkKind::kMet) : std::nullopt;
  }
  // "Nearly 600,000" and 599,000 are hardly what 600,000 were to be, and are not clearly less.
  if (BoundOf(reached.mod) == Bound::kAbove || reached.value < planned.value) return std::nullopt;
  return !BoundOf(planned.mod) && IsUnder(plan, outcome) ? LinkKind::kExceeded : LinkKind::kMet;
}

// A plan in figures. One that says only how much at most is no goal, and one below zero counts the other way.
std::optional<LinkKind> JudgeFigures(const Statement& plan, const Statement& outcome, const Catalogue& catalogue) {
  const Reading& planned = plan.reading();
  const Reading& reached = outcome.reading();
  if (plan.kind != outcome.kind || BoundOf(planned.mod) == Bound::kAbove) return std::nullopt;
  if (planned.value.is_negative() || reached.value.is_negative() || !IsAtDeadline(plan, outcome)) return std::nullopt;
  if (!AreOfOneScope(planned.value, reached.value)) return std::nullopt;
  const bool one_thing = AreOneThing(plan, outcome, catalogue);
  const Metric& metric = plan.metric();
  // What is too little for a part of it is so in all.
  const bool comparable = one_thing || (metric.additive && Comprises(outcome, plan, catalogue));
  if (comparable && metric.higher_is_better && IsUnder(outcome, plan)) return LinkKind::kMissed;
  return one_thing ? JudgeReached(plan, outcome) : std::nullopt;
}

// A plan for a day or period of an event that has been.
std::optional<LinkKind> JudgeEvents(const Statement& plan, const Statement& outcome, const Catalogue& catalogue) {
  const DateReading& planned = plan.date();
  const DateInterval& been = outcome.date().implied;
  if (plan.object.empty() || !planned.entailed_last || !AreOneThing(plan, outcome, catalogue)) return std::nullopt;
  const Day deadline = *planned.entailed_last;
  const bool known = outcome.published && been.first <= *outcome.published;
  if (!known || !WasPlanned(plan, std::min(deadline, been.first), outcome)) return std::nullopt;
  if (been.last <= deadline && JudgeValues(plan, outcome) <= Verdict::kRefines) return LinkKind::kMet;
  const days late = been.first - deadline;
  return late > days(1) && late <= kLate ? std::optional(LinkKind::kMissed) : std::nullopt;
}

std::optional<LinkKind> JudgeOutcome(const Statement& plan, const Statement& outcome, const Catalogue& catalogue) {
  if (!ShareKey(plan, outcome) || !IsAim(plan.claim(), catalogue)) return std::nullopt;
  return plan.is_date() ? JudgeEvents(plan, outcome, catalogue) : JudgeFigures(plan, outcome, catalogue);
}

// More is planned than there is of the stock that the metric draws on.
bool IsFeasibilityGap(const Statement& plan, const Statement& stock, const Catalogue& catalogue) {
  if (plan.claim().status != ClaimStatus::kPlanned) return false;
  const std::vector<std::string>& limits = plan.metric().limited_by;
  if (std::find(limits.begin(), limits.end(), stock.metric().id) == limits.end()) return false;
  if (plan.is_date() || stock.is_date() || plan.dimension != stock.dimension) return false;
  if (!plan.published || !stock.published || !Comprises(stock, plan, catalogue)) return false;
  const Day known = stock.time ? std::min(stock.time->last, *stock.published) : *stock.published;
  const bool over = plan.time && plan.time->last < known;
  const bool one_situation = std::chrono::abs(known - *plan.published) <= kOneSituation;
  return !over && one_situation && IsUnder(stock, plan);
}

// What is over is revised no more: of another day, another event is told.
bool IsRevised(const Statement& earlier, const Statement& later, const Catalogue& catalogue) {
  if (earlier.claim().status != later.claim().status || !ShareKey(earlier, later)) return false;
  if (!earlier.published || !later.published || *earlier.published >= *later.published) return false;
  if (!AreOneThing(earlier, later, catalogue) || !HaveOneForecaster(earlier, later)) return false;
  const Verdict verdict = JudgeValues(earlier, later);
  if (!earlier.is_date()) {
    const bool one_time = earlier.time && earlier.time == later.time && *later.published <= earlier.time->last;
    return one_time && verdict == Verdict::kHard;
  }
  const DateInterval& before = earlier.date().implied;
  const bool is_ahead = *later.published <= before.last;
  return is_ahead && !earlier.object.empty() && verdict >= Verdict::kSoft && !before.Overlaps(later.date().implied);
}

}  // namespace

std::optional<LinkKind> JudgeLink(const Statement& expectation, const Statement& outcome, const Catalogue& catalogue) {
  if (expectation.status_class != StatusClass::kFuture || expectation.keys.empty() || outcome.keys.empty()) {
    return std::nullopt;
  }
  std::optional<LinkKind> kind;
  if (outcome.status_class == StatusClass::kFuture) {
    if (IsRevised(expectation, outcome, catalogue)) kind = LinkKind::kRevised;
  } else if (outcome.status_class == StatusClass::kPresent) {
    kind = JudgeOutcome(expectation, outcome, catalogue);
    if (!kind && IsFeasibilityGap(expectation, outcome, catalogue)) kind = LinkKind::kFeasibilityGap;
  }
  // One sentence that is printed twice tells of one time, whatever it is taken for.
  if (kind && !outcome.sentence.empty() && expectation.sentence == outcome.sentence) kind.reset();
  if (kind && Disagree(expectation, outcome, catalogue)) kind.reset();
  return kind;
}

std::string_view ReasonOf(LinkKind kind) {
  switch (kind) {
    case LinkKind::kMet:
      return "what was planned has come about";
    case LinkKind::kMissed:
      return "less than was planned, or later";
    case LinkKind::kExceeded:
      return "more than was planned";
    case LinkKind::kRevised:
      return "the same source says something else for the same time";
    case LinkKind::kFeasibilityGap:
      break;
  }
  return "more is planned than there is";
}

}  // namespace newsgraph::compare
