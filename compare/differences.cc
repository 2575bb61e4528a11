#include "compare/differences.h"

#include <string>

#include "compare/times.h"

namespace newsgraph::compare {
namespace {

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

}  // namespace

std::array<Difference, 5> Differences(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  // Times relate by the status of the first: what is so comes first.
  if (b.status_class < a.status_class) return Differences(b, a, catalogue);
  using enum ConflictKind;
  Facet object = KnownOnly(CompareObjects(a, b, catalogue), a.object, b.object, catalogue);
  // "People" and "employees" that one has are one thing.
  if (!a.metric().object_separates) object = Facet::kEqual;
  const Facet unit = CompareUnits(a, b, catalogue);
  // Where the noun counted stands for the object, it is one difference and not two.
  if (unit == Facet::kOther && a.object == a.unit && b.object == b.unit) object = Facet::kEqual;
  const Facet place = KnownOnly(ComparePlaces(a, b, catalogue), a.place, b.place, catalogue);
  return {{{unit, kUnit, "the unit", "the unit not known to be the same", "the unit stated otherwise"},
           {object, kObject, "what is measured", "what is measured not known to be the same",
            "what is measured stated otherwise"},
           {place, kPlace, "the place", "the place not known to be the same", "the place stated otherwise"},
           {ComparePeriods(a, b), kTime, "the time", "the time not known to be the same", "the time stated otherwise"},
           {CompareStatus(a, b), kStatus, "whether it is so", "whether it is so not known to be the same",
            "whether it is so stated otherwise"}}};
}

}  // namespace newsgraph::compare
