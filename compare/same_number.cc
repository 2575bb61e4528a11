#include "compare/same_number.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "compare/facets.h"
#include "compare/same_sentence.h"
#include "compare/times.h"

namespace newsgraph::compare {
namespace {

// How many digits a number must have so that it hardly falls twice by chance; one sentence that says it twice
// needs none. Two currencies or two counted nouns of one statement rarely give one number at all.
constexpr int kDigitsOfUnits = 2;
constexpr int kDigits = 3;
// Later than this the same number may well have come up anew.
constexpr std::chrono::days kOneStory{45};

// What one facet says of the two claims.
struct Difference {
  Facet facet = Facet::kEqual;
  ConflictKind kind = ConflictKind::kValue;
  std::string_view name;
  std::string_view doubt;
};

bool AreKnown(const std::string& a, const std::string& b, const Catalogue& catalogue) {
  const auto known = [&](const std::string& id) { return catalogue.FindConcept(id) || catalogue.FindEntity(id); };
  return (a.empty() || known(a)) && (b.empty() || known(b));
}

// "Robots" and "Roboter" as free words may be one thing: they are not told apart.
Facet KnownOnly(Facet facet, const std::string& a, const std::string& b, const Catalogue& catalogue) {
  const bool differs = facet == Facet::kPart || facet == Facet::kOther;
  return differs && !AreKnown(a, b, catalogue) ? Facet::kUnstated : facet;
}

Facet CompareUnits(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  if (a.dimension != b.dimension || !MayBeOneNoun(a.unit, b.unit, catalogue)) return Facet::kOther;
  return CompareRates(a, b);
}

// A state or a price may well be the same at two times; what was made in a year is not made in the next.
Facet ComparePeriods(const Statement& a, const Statement& b) {
  // One number in one week, and neither says of when: it is of one time.
  if (!a.time && !b.time && AreOfOneWeek(a, b)) return Facet::kEqual;
  const bool flows = a.metric().kind == MetricKind::kFlow || a.metric().kind == MetricKind::kChange;
  switch (RelateTimes(a, b)) {
    case TimeRelation::kSame:
      return Facet::kEqual;
    case TimeRelation::kLoose:
      return Facet::kUnstated;
    case TimeRelation::kFirstInside:
    case TimeRelation::kSecondInside:
      return flows ? Facet::kPart : Facet::kUnstated;
    case TimeRelation::kApart:
      break;
  }
  // What only one side states may as well be the other's.
  return flows && a.time && b.time ? Facet::kOther : Facet::kUnstated;
}

// A plan that was printed first became true: nothing is wrong with that.
Facet CompareStatus(const Statement& a, const Statement& b) {
  if (a.status_class == b.status_class) return Facet::kEqual;
  if (a.status_class == StatusClass::kDenied || b.status_class == StatusClass::kDenied) return Facet::kOther;
  const Statement& plan = a.status_class == StatusClass::kFuture ? a : b;
  const Statement& fact = &plan == &a ? b : a;
  return plan.published && fact.published && *plan.published > *fact.published ? Facet::kOther : Facet::kPart;
}

bool OfOneStory(const Statement& a, const Statement& b) {
  return a.published && b.published &&
         std::max(*a.published, *b.published) - std::min(*a.published, *b.published) <= kOneStory;
}

bool OppositeBounds(const Statement& a, const Statement& b) {
  const std::optional<Bound> x = BoundOf(a.reading().mod);
  const std::optional<Bound> y = BoundOf(b.reading().mod);
  return x && y && *x != *y;
}

ConflictKind KindOf(const Difference& difference) {
  const bool part = difference.facet == Facet::kPart;
  const bool thing = difference.kind == ConflictKind::kObject || difference.kind == ConflictKind::kPlace;
  return part && thing ? ConflictKind::kScope : difference.kind;
}

// One period of two years: 2025 and 2026, October of either.
bool AreOfTwoYears(const DateInterval& a, const DateInterval& b) {
  const auto moved = [](Day day, Day other) {
    const std::chrono::year_month_day x(day);
    const std::chrono::year_month_day y(other);
    return x.year() != y.year() && x.month() == y.month() && (x.day() == y.day() || x.month() == std::chrono::February);
  };
  return moved(a.first, b.first) && moved(a.last, b.last);
}

// Whether the number is one statement's, and not two that happen to agree. Reports of one day after the other are
// in one sentence, too: there, only another year is a slip.
bool IsOneNumber(const Statement& a, const Statement& b, const Difference& difference) {
  const int least = difference.kind == ConflictKind::kUnit ? kDigitsOfUnits : kDigits;
  if (CountDigits(a.reading().value) >= least) return true;
  if (!AreOneSentence(a, b)) return false;
  return difference.kind != ConflictKind::kTime || (a.time && b.time && AreOfTwoYears(*a.time, *b.time));
}

std::array<Difference, 5> Differences(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  using enum ConflictKind;
  Facet object = KnownOnly(CompareObjects(a, b, catalogue), a.object, b.object, catalogue);
  // "People" and "employees" that one has are one thing.
  if (!a.metric().object_separates) object = Facet::kEqual;
  const Facet unit = CompareUnits(a, b, catalogue);
  // Where the noun counted stands for the object, it is one difference and not two.
  if (unit == Facet::kOther && a.object == a.unit && b.object == b.unit) object = Facet::kEqual;
  return {{{unit, kUnit, "the unit", "the unit not known to be the same"},
           {object, kObject, "what is measured", "what is measured not known to be the same"},
           {KnownOnly(ComparePlaces(a, b, catalogue), a.place, b.place, catalogue), kPlace, "the place",
            "the place not known to be the same"},
           {ComparePeriods(a, b), kTime, "the time", "the time not known to be the same"},
           {CompareStatus(a, b), kStatus, "whether it is so", "whether it is so not known to be the same"}}};
}

// A part and its whole, and two counted nouns ("deals", "rounds"), are often one thing under two names: no
// more than a note. Nothing where doubts leave not even that.
std::optional<Severity> SeverityOf(const Difference& difference, const Statement& a, const Statement& b,
                                   std::size_t doubts) {
  if (doubts > 1) return std::nullopt;
  const bool nouns = difference.kind == ConflictKind::kUnit && a.kind == FigureKind::kCount && a.per == b.per;
  const bool two_names = nouns || difference.facet == Facet::kPart;
  return doubts == 1 || two_names ? Severity::kNote : Severity::kSoft;
}

}  // namespace

std::optional<Judgement> JudgeSameNumber(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  if (AreOneVoice(a, b) || a.kind != b.kind || !OfOneStory(a, b) || OppositeBounds(a, b)) return std::nullopt;
  std::optional<Difference> found;
  Judgement out;
  for (const Difference& difference : Differences(a, b, catalogue)) {
    if (difference.facet == Facet::kEqual) continue;
    if (difference.facet == Facet::kUnstated) {
      out.doubts.Add(difference.doubt);
      continue;
    }
    if (found) return std::nullopt;
    found = difference;
  }
  if (!found) return std::nullopt;
  const bool late_fact = found->kind == ConflictKind::kStatus && found->facet == Facet::kPart;
  const std::optional<Severity> severity = SeverityOf(*found, a, b, out.doubts.size());
  if (late_fact || !severity || !IsOneNumber(a, b, *found)) return std::nullopt;
  out.kind = KindOf(*found);
  out.severity = *severity;
  out.reason = "one number";
  out.facet = found->name;
  return out;
}

}  // namespace newsgraph::compare
