#include "compare/times.h"

#include <algorithm>
#include <chrono>

namespace newsgraph::compare {
namespace {

using std::chrono::days;

// Reports this close together speak of one moment unless they say otherwise.
constexpr days kOneMoment{45};
// Later than this, a report or plan without a stated time is a later state.
constexpr days kLaterState{90};
// How far back "has sold" reaches.
constexpr days kLookBack{365};
// How long a bare "rose 4 percent" speaks of the same change.
constexpr days kOneChange{7};
// Plans "for the next three years" count as equal when they nearly are.
constexpr std::int64_t kHorizonDays = 2 * 365;
constexpr std::int64_t kHorizonLeewayDays = 31;

std::optional<days> PublicationGap(const Statement& a, const Statement& b) {
  if (!a.published || !b.published) return std::nullopt;
  return std::max(*a.published, *b.published) - std::min(*a.published, *b.published);
}

// How reports that state no time relate by when they were published.
TimeRelation RelatePublications(const Statement& a, const Statement& b) {
  const std::optional<days> gap = PublicationGap(a, b);
  if (!gap) return TimeRelation::kLoose;
  if (*gap > kLaterState) return TimeRelation::kApart;
  return *gap > kOneMoment ? TimeRelation::kLoose : TimeRelation::kSame;
}

bool IsPerPeriod(const Statement& s) {
  return s.metric.kind == MetricKind::kFlow || s.metric.kind == MetricKind::kChange;
}

TimeRelation RelateUnstated(const Statement& a, const Statement& b) {
  if (a.metric.kind == MetricKind::kProperty) return TimeRelation::kSame;
  const TimeRelation relation = RelatePublications(a, b);
  if (relation == TimeRelation::kApart || !IsPerPeriod(a)) return relation;
  if (a.metric.kind == MetricKind::kFlow) return TimeRelation::kLoose;
  const std::optional<days> gap = PublicationGap(a, b);
  return gap && *gap <= kOneChange ? TimeRelation::kLoose : TimeRelation::kApart;
}

// `unstated` has no time: a present claim is of the year before its publication,
// a plan of any time after it.
TimeRelation RelateToStated(const Statement& unstated, const DateInterval& time) {
  if (!unstated.published || unstated.metric.kind == MetricKind::kProperty) return TimeRelation::kLoose;
  const Day day = *unstated.published;
  const bool future = unstated.status_class == StatusClass::kFuture;
  const bool possible = future ? time.last >= day : time.first <= day && time.last >= day - kLookBack;
  return possible ? TimeRelation::kLoose : TimeRelation::kApart;
}

bool AreEqualHorizons(const DateInterval& a, const DateInterval& b) {
  const std::int64_t difference = a.days() - b.days();
  return std::min(a.days(), b.days()) >= kHorizonDays && std::max(difference, -difference) <= kHorizonLeewayDays;
}

TimeRelation RelateStated(const Statement& a, const Statement& b) {
  const DateInterval& x = *a.time;
  const DateInterval& y = *b.time;
  if (!x.Overlaps(y)) return TimeRelation::kApart;
  if (x == y || AreEqualHorizons(x, y)) return TimeRelation::kSame;
  if (a.metric.kind == MetricKind::kProperty) return TimeRelation::kSame;
  if (IsPerPeriod(a)) {
    if (y.Covers(x)) return TimeRelation::kFirstInside;
    return x.Covers(y) ? TimeRelation::kSecondInside : TimeRelation::kApart;
  }
  // A plan for 2028 and a plan for 2026..2030 have other ends in view.
  if (a.status_class == StatusClass::kFuture && x.last != y.last) return TimeRelation::kApart;
  return TimeRelation::kLoose;
}

}  // namespace

TimeRelation RelateTimes(const Statement& a, const Statement& b) {
  if (a.is_date()) {
    return a.status_class == StatusClass::kFuture ? RelatePublications(a, b) : TimeRelation::kSame;
  }
  if (!a.time && !b.time) return RelateUnstated(a, b);
  if (!a.time) return RelateToStated(a, *b.time);
  if (!b.time) return RelateToStated(b, *a.time);
  const TimeRelation relation = RelateStated(a, b);
  // Plans and forecasts for one time are revised as it comes nearer.
  if (relation == TimeRelation::kSame && a.status_class == StatusClass::kFuture &&
      RelatePublications(a, b) != TimeRelation::kSame) {
    return TimeRelation::kLoose;
  }
  return relation;
}

}  // namespace newsgraph::compare
