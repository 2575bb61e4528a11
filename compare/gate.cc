#include "compare/gate.h"

#include <string_view>

#include "compare/facets.h"
#include "compare/same_sentence.h"

namespace newsgraph::compare {
namespace {

bool BoundsAlike(const Statement& a, const Statement& b) {
  if (a.is_date() || b.is_date()) return false;
  const std::optional<Bound> bound = BoundOf(a.reading().mod);
  return bound && bound == BoundOf(b.reading().mod);
}

// The exceptions of section 6: one text that expects "over one million" and reports "more than two
// million"; and one sentence whose date alone says whether the event has been.
bool MayCrossClasses(const Statement& a, const Statement& b) {
  if (a.is_date() && b.is_date() && AreOneSentence(a, b)) return true;
  return InOneArticle(a, b) && !a.time && !b.time && BoundsAlike(a, b);
}

// Adds what is unstated on a side to the doubts; false where the facet differs.
bool Admit(Facet facet, std::string_view doubt, Doubts& doubts) {
  if (facet == Facet::kUnstated) doubts.Add(doubt);
  return facet == Facet::kEqual || facet == Facet::kUnstated;
}

// An event is known by its object: without one on both sides, any two may be meant, unless one
// sentence says both.
bool AdmitEventObject(const Statement& a, const Statement& b) {
  if (a.object != b.object) return false;
  return !a.object.empty() || !a.metric().object_separates || AreOneSentence(a, b);
}

// "50,000 units" of what the other counts by its name: the object says what they are.
bool AdmitNoun(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  const bool named = !a.object.empty() && a.object == b.object;
  if (named && (catalogue.IsGeneral(a.unit) || catalogue.IsGeneral(b.unit))) return true;
  return MayBeOneNoun(a.unit, b.unit, catalogue);
}

bool IsPriceOfPlace(const Statement& s, const Catalogue& catalogue) {
  const Entity* const subject = s.subjects.empty() ? nullptr : catalogue.FindEntity(s.subjects.front());
  return subject != nullptr && subject->type == EntityType::kPlace && s.metric().kind == MetricKind::kRate &&
         s.kind == FigureKind::kMoney;
}

// A contract lasts five years, a warranty ten: what a firm or place has of such, and of what, nobody knows.
bool IsPropertyOfNoThing(const Statement& s, const Catalogue& catalogue) {
  const Entity* const subject = s.subjects.empty() ? nullptr : catalogue.FindEntity(s.subjects.front());
  return s.metric().kind == MetricKind::kProperty && subject != nullptr && !IsThing(subject->type);
}

bool AdmitObject(const Statement& a, const Statement& b, const Catalogue& catalogue, Doubts& doubts) {
  if (a.metric().kind == MetricKind::kEvent) return AdmitEventObject(a, b);
  if (!Admit(CompareObjects(a, b, catalogue), "object stated on one side only", doubts)) return false;
  if (!AdmitNoun(a, b, catalogue)) return false;
  if (AreOfAnyThing(a, b, catalogue)) return false;
  if (NeitherSaysObject(a, b) && !AreOneSentence(a, b)) doubts.Add(kNoObject);
  return true;
}

bool AdmitTime(const Statement& a, const Statement& b, Comparability& out) {
  out.time = RelateTimes(a, b);
  if (out.time == TimeRelation::kLoose) out.doubts.Add("time not known to be the same");
  return out.time != TimeRelation::kApart;
}

// What a firm expects of itself and what others expect of it may differ.
bool AreOfTwoForecasters(const Statement& a, const Statement& b) {
  return (a.outlook == Outlook::kOwn && b.outlook == Outlook::kOthers) ||
         (a.outlook == Outlook::kOthers && b.outlook == Outlook::kOwn);
}

}  // namespace

bool NeitherSaysObject(const Statement& a, const Statement& b) {
  const bool separates = a.metric().object_separates && a.metric().absent_object == Absent::kUnstated;
  return separates && a.object.empty() && b.object.empty();
}

bool AreOfAnyThing(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  return a.object.empty() && b.object.empty() && !AreOneSentence(a, b) &&
         (IsPriceOfPlace(a, catalogue) || IsPropertyOfNoThing(a, catalogue));
}

std::optional<Doubts> CompareThings(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  Doubts doubts;
  const bool one_thing = AdmitObject(a, b, catalogue, doubts) &&
                         Admit(ComparePlaces(a, b, catalogue), "place stated on one side only", doubts) &&
                         Admit(CompareRates(a, b), "rate stated on one side only", doubts);
  if (!one_thing) return std::nullopt;
  if (a.subjects != b.subjects) doubts.Add(kSharedValue);
  return doubts;
}

std::optional<Comparability> CheckGate(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  const bool crossing = a.status_class != b.status_class;
  if (a.status_class == StatusClass::kDenied || b.status_class == StatusClass::kDenied) return std::nullopt;
  if (crossing ? !MayCrossClasses(a, b) : AreOneVoice(a, b) || AreOfTwoForecasters(a, b)) return std::nullopt;
  Comparability out;
  if (!crossing && !AdmitTime(a, b, out)) return std::nullopt;
  const std::optional<Doubts> of_things = CompareThings(a, b, catalogue);
  if (!of_things) return std::nullopt;
  for (const std::string_view doubt : *of_things) out.doubts.Add(doubt);
  if (crossing) out.most = Severity::kSoft;
  if (InOneArticle(a, b) && !crossing && (a.claim().attribution.empty() || b.claim().attribution.empty())) {
    out.doubts.Add("one article says both, once in its own voice");
  }
  return out;
}

}  // namespace newsgraph::compare
