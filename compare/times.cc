#include "compare/times.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "compare/same_sentence.h"
#include "compare/slips.h"

namespace newsgraph::compare {
namespace {

using std::chrono::days;

// Reports this close together speak of one state, or of one and the same change.
constexpr days kOneState{7};
// Plans without a stated time stand longer.
constexpr days kOnePlan{45};
// What a firm expects of itself it revises sooner, and says so anew.
constexpr days kOneOutlook{3};
// Later than this, what is reported without a stated time is a later state, and
// what is planned a later plan; of one source it is so as soon as it need not be the same.
constexpr days kLaterState{45};
constexpr days kLaterPlan{90};
// So many digits, a power of ten apart, are a slip and no growth: what grows rarely does so tenfold.
constexpr int kDigitsOfGrowth = 2;
// How far back "has sold" reaches.
constexpr days kLookBack{365};
// Plans "for the next three years" count as equal when they nearly are.
constexpr std::int64_t kHorizonDays = 2 * 365;
constexpr std::int64_t kHorizonLeewayDays = 31;

std::optional<days> PublicationGap(const Statement& a, const Statement& b) {
  if (!a.published || !b.published) return std::nullopt;
  return std::max(*a.published, *b.published) - std::min(*a.published, *b.published);
}

// A share rises and falls anew every day, and all day long.
constexpr std::string_view kSharePrice = "share price";
// How long what is counted of something that goes on (the dead of an earthquake) grows from report to report.
constexpr std::int64_t kGoingOnDays = 31;

// Of money, since what a firm expects to earn it says anew with each report.
bool IsOwnOutlook(const Statement& s) {
  return s.kind == FigureKind::kMoney && (s.outlook == Outlook::kOwn || s.outlook == Outlook::kUnsaid);
}

// How claims that state no time relate by when they were published.
TimeRelation RelatePublications(const Statement& a, const Statement& b) {
  const std::optional<days> gap = PublicationGap(a, b);
  if (!gap) return TimeRelation::kLoose;
  const bool plan = a.status_class == StatusClass::kFuture;
  if (IsOwnOutlook(a) && IsOwnOutlook(b) && *gap > kOneOutlook) return TimeRelation::kApart;
  const days later_plan = HaveOneForecaster(a, b) ? kOnePlan : kLaterPlan;
  if (*gap > (plan ? later_plan : kLaterState)) return TimeRelation::kApart;
  return *gap > (plan ? kOnePlan : kOneState) ? TimeRelation::kLoose : TimeRelation::kSame;
}

bool IsPresent(const Statement& s) { return s.status_class == StatusClass::kPresent; }

// Revenue and growth are reported for quarters, years and days alike: where the
// period is unstated, it is more likely another than the same.
bool IsOfAnyPeriod(const Statement& s) {
  const bool money = s.metric().kind == MetricKind::kFlow && s.kind == FigureKind::kMoney;
  return IsPresent(s) && (money || s.metric().kind == MetricKind::kChange);
}

// "It opened at 52 dollars", "it closed at 45.82 dollars": prices of a share are of other hours unless one is a slip of
// the other or copies its sentence.
bool AreOfOtherHours(const Statement& a, const Statement& b) {
  return a.object == kSharePrice && a.metric().kind == MetricKind::kRate && !IsSlip(a.reading(), b.reading()) &&
         !AreOneSentence(a, b);
}

TimeRelation RelateUnstated(const Statement& a, const Statement& b) {
  if (a.metric().kind == MetricKind::kProperty) return TimeRelation::kSame;
  const TimeRelation relation = RelatePublications(a, b);
  if (a.metric().kind == MetricKind::kChange && IsPresent(a)) {
    const bool daily = a.object == kSharePrice && a.published != b.published;
    if (daily || relation != TimeRelation::kSame) return TimeRelation::kApart;
  }
  if (relation != TimeRelation::kSame || !IsPerPeriod(a)) return relation;
  // What a sentence leaves unsaid on one day, it means alike; and what goods are to change hands is one plan.
  const bool reprint = a.published == b.published && AreOneSentence(a, b);
  const bool deal = a.status_class == StatusClass::kFuture && a.metric().kind == MetricKind::kFlow &&
                    a.kind == FigureKind::kCount && !a.object.empty();
  return reprint || deal ? TimeRelation::kSame : TimeRelation::kLoose;
}

// Whether one of two counts is a later report of more.
bool HasGrown(const Statement& a, const Statement& b) {
  if (!a.metric().tally || !IsPresent(a) || !IsPresent(b) || a.is_date() ||
      PublicationGap(a, b).value_or(days{0}) < days{1})
    return false;
  if ((a.time && a.time->days() > kGoingOnDays) || (b.time && b.time->days() > kGoingOnDays)) return false;
  const Statement& later = *a.published < *b.published ? b : a;
  const Statement& earlier = *a.published < *b.published ? a : b;
  if (earlier.reading().value >= later.reading().value) return false;
  // Ten times as much with the same digits is a slip and no growth.
  const bool digits = CountDigits(later.reading().value) >= kDigitsOfGrowth;
  return !digits || !MagnitudeSlip(earlier.reading(), later.reading());
}

// "73.4 billion" and "73.4 million" of one story, "16.4" and "14.6": digits that hardly fall twice by chance, whatever
// period they are of.
bool AreDigitsOfOneStory(const Statement& a, const Statement& b) {
  const bool alike = a.kind == b.kind && (a.kind == FigureKind::kMoney || a.kind == FigureKind::kPercent);
  return alike && AreOfOneWeek(a, b) && IsSlip(a.reading(), b.reading());
}

// `unstated` has no time: a present claim is of the year before its publication,
// a plan of any time after it.
TimeRelation RelateToStated(const Statement& unstated, const Statement& stated) {
  const DateInterval& time = *stated.time;
  if (unstated.metric().kind == MetricKind::kProperty) return TimeRelation::kLoose;
  if (IsOfAnyPeriod(unstated) && !AreDigitsOfOneStory(unstated, stated)) return TimeRelation::kApart;
  if (!unstated.published) return TimeRelation::kLoose;
  const Day day = *unstated.published;
  const bool possible = IsPresent(unstated) ? time.first <= day && time.last >= day - kLookBack : time.last >= day;
  return possible ? TimeRelation::kLoose : TimeRelation::kApart;
}

bool AreEqualHorizons(const DateInterval& a, const DateInterval& b) {
  const std::int64_t difference = a.days() - b.days();
  return std::min(a.days(), b.days()) >= kHorizonDays && std::max(difference, -difference) <= kHorizonLeewayDays;
}

// "89 million since January", "89 million this year", told on neighbouring days: of one period, which ends with the
// telling.
bool AreUpToNow(const Statement& a, const Statement& b) {
  const auto up_to_now = [](const Statement& s) {
    return s.published && (s.time->last == *s.published || (IsPresent(s) && s.time->last > *s.published));
  };
  return a.time->first == b.time->first && up_to_now(a) && up_to_now(b) && PublicationGap(a, b) <= kOneState;
}

TimeRelation RelateStated(const Statement& a, const Statement& b) {
  const DateInterval& x = *a.time;
  const DateInterval& y = *b.time;
  if (!x.Overlaps(y)) return TimeRelation::kApart;
  if (x == y || AreEqualHorizons(x, y) || AreUpToNow(a, b)) return TimeRelation::kSame;
  if (a.metric().kind == MetricKind::kProperty) return TimeRelation::kSame;
  if (IsPerPeriod(a)) {
    if (y.Covers(x)) return TimeRelation::kFirstInside;
    return x.Covers(y) ? TimeRelation::kSecondInside : TimeRelation::kApart;
  }
  // A plan for 2028 and a plan for 2026..2030 have other ends in view.
  if (a.status_class == StatusClass::kFuture && x.last != y.last) return TimeRelation::kApart;
  return TimeRelation::kLoose;
}

}  // namespace

bool IsPerPeriod(const Statement& statement) {
  switch (statement.metric().kind) {
    case MetricKind::kFlow:
    case MetricKind::kChange:
    case MetricKind::kEvent:
      return true;
    case MetricKind::kRate:
      return statement.kind == FigureKind::kPercent || statement.kind == FigureKind::kMultiple;
    case MetricKind::kStock:
    case MetricKind::kProperty:
      break;
  }
  return false;
}

bool AreOfOneWeek(const Statement& a, const Statement& b) {
  const std::optional<days> gap = PublicationGap(a, b);
  return gap && *gap <= kOneState;
}

TimeRelation RelateTimes(const Statement& a, const Statement& b) {
  if (a.is_date()) {
    return a.status_class == StatusClass::kFuture ? RelatePublications(a, b) : TimeRelation::kSame;
  }
  if (HasGrown(a, b) || AreOfOtherHours(a, b)) return TimeRelation::kApart;
  if (!a.time && !b.time) return RelateUnstated(a, b);
  if (!a.time || !b.time) {
    // A plan that one side dates is revised as any other.
    const bool revised = a.status_class == StatusClass::kFuture && RelatePublications(a, b) == TimeRelation::kApart;
    if (revised) return TimeRelation::kApart;
    return a.time ? RelateToStated(b, a) : RelateToStated(a, b);
  }
  const TimeRelation relation = RelateStated(a, b);
  // Plans and forecasts for one time are revised as it comes nearer.
  const bool plans = relation == TimeRelation::kSame && a.status_class == StatusClass::kFuture;
  return plans ? RelatePublications(a, b) : relation;
}

}  // namespace newsgraph::compare
