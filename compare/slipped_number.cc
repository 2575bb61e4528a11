#include "compare/slipped_number.h"

#include <algorithm>
#include <cstddef>

#include "compare/differences.h"
#include "compare/facets.h"
#include "compare/gate.h"
#include "compare/slips.h"
#include "compare/times.h"
#include "compare/value_verdict.h"

namespace newsgraph::compare {
namespace {

// How many digits it takes where one facet is stated otherwise, or two are in doubt and the numbers are percentages, of
// which there are few.
constexpr int kDigits = 3;
constexpr std::size_t kMostDoubts = 2;

// Two times, or two states of one day after the other; of what is planned and what is so, anything but one time.
bool AreOfTwoTimes(const Statement& a, const Statement& b) {
  if (a.status_class != b.status_class) return a.time != b.time;
  const TimeRelation relation = RelateTimes(a, b);
  return relation != TimeRelation::kSame && relation != TimeRelation::kLoose;
}

bool AreTwoForecasts(const Statement& a, const Statement& b) {
  return (a.outlook == Outlook::kOthers || b.outlook == Outlook::kOthers) && a.forecaster != b.forecaster;
}

}  // namespace

std::optional<Judgement> JudgeSlippedNumber(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  if (a.is_date() || b.is_date() || a.kind != b.kind || InOneArticle(a, b) || !AreOfOneWeek(a, b)) return std::nullopt;
  const Reading& x = a.reading();
  const Reading& y = b.reading();
  if (x.high || y.high || HaveOppositeBounds(a, b) || !IsSlip(x, y)) return std::nullopt;
  const bool denied = a.status_class == StatusClass::kDenied || b.status_class == StatusClass::kDenied;
  if (denied || AreOfTwoTimes(a, b) || AreTwoForecasts(a, b) || JudgeValues(a, b) < Verdict::kSoft) return std::nullopt;
  if (AreOfAnyThing(a, b, catalogue)) return std::nullopt;
  Judgement out;
  bool otherwise = false;
  for (const Difference& difference : Differences(a, b, catalogue)) {
    if (difference.facet == Facet::kEqual) continue;
    const bool status = difference.kind == ConflictKind::kStatus;
    const bool apart = difference.facet == Facet::kOther || status;
    if (apart && otherwise) return std::nullopt;
    // What was planned first came true otherwise; and what is counted is all that a mere count says.
    const bool outcome = status && difference.facet == Facet::kPart && a.published != b.published;
    if (outcome || (a.metric().tally && difference.kind == ConflictKind::kObject)) return std::nullopt;
    otherwise = otherwise || apart;
    out.doubts.Add(apart ? difference.otherwise : difference.doubt);
  }
  if (NeitherSaysObject(a, b)) out.doubts.Add(kNoObject);
  if (a.subjects != b.subjects) out.doubts.Add(kSharedValue);
  const int digits = std::min(CountDigits(x.value), CountDigits(y.value));
  const bool percents = a.kind == FigureKind::kPercent && out.doubts.size() > 1;
  if (out.doubts.size() > kMostDoubts || ((otherwise || percents) && digits < kDigits)) return std::nullopt;
  out.severity = Severity::kSoft;
  if (const std::optional<int> power = MagnitudeSlip(x, y)) {
    out.kind = ConflictKind::kMagnitude;
    out.reason = "the same digits";
    out.power = *power;
  } else {
    out.reason = "two digits have changed places";
  }
  return out;
}

}  // namespace newsgraph::compare
