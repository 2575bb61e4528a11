#include "compare/gate.h"

#include <algorithm>
#include <string_view>

namespace newsgraph::compare {
namespace {

enum class Facet : std::uint8_t { kEqual, kUnstated, kOther };

// `absent` says what an empty facet means: the whole is not its part.
Facet CompareFacet(const std::string& a, const std::string& b, Absent absent) {
  if (a == b) return Facet::kEqual;
  if (!a.empty() && !b.empty()) return Facet::kOther;
  return absent == Absent::kWhole ? Facet::kOther : Facet::kUnstated;
}

// Whether two counted nouns can name one thing: "GPU" and "chip", not "wafer"
// and "die". A noun that no pack knows may be any.
bool MayBeOneNoun(const std::string& a, const std::string& b, const Catalogue& catalogue) {
  if (a == b || !catalogue.FindConcept(a) || !catalogue.FindConcept(b)) return true;
  if (catalogue.IsPartOf(a, b) || catalogue.IsPartOf(b, a)) return true;
  const std::string& broader = catalogue.FindConcept(a)->broader;
  return !broader.empty() && (broader == catalogue.FindConcept(b)->broader || catalogue.IsPartOf(b, broader));
}

bool BoundsAlike(const Statement& a, const Statement& b) {
  if (a.is_date() || b.is_date()) return false;
  const auto below = [](Mod mod) { return mod == Mod::kMoreThan || mod == Mod::kAtLeast; };
  const auto above = [](Mod mod) {
    return mod == Mod::kLessThan || mod == Mod::kAtMost || mod == Mod::kUpTo || mod == Mod::kNearly;
  };
  const Mod x = a.reading().mod;
  const Mod y = b.reading().mod;
  return (below(x) && below(y)) || (above(x) && above(y));
}

bool InOneArticle(const Statement& a, const Statement& b) { return a.evidence->ref.article == b.evidence->ref.article; }

// The exception of section 6: one text that expects "over one million" and
// reports "more than two million".
bool MayCrossClasses(const Statement& a, const Statement& b) {
  return InOneArticle(a, b) && !a.time && !b.time && BoundsAlike(a, b);
}

// Two values that one article gives in one voice are of two things, or a slip
// that is found by reading that article alone.
bool AreOneVoice(const Statement& a, const Statement& b) {
  return InOneArticle(a, b) && a.claim().attribution == b.claim().attribution;
}

// Adds what is unstated on a side to the doubts; false where the facet differs.
bool Admit(Facet facet, std::string_view name, std::vector<std::string>& doubts) {
  if (facet == Facet::kUnstated) doubts.push_back(std::string(name) + " stated on one side only");
  return facet != Facet::kOther;
}

// An event is known by its object: without one on both sides, any two may be meant.
bool AdmitEventObject(const Statement& a, const Statement& b) {
  return a.object == b.object && (!a.object.empty() || !a.metric.object_separates);
}

bool AdmitObject(const Statement& a, const Statement& b, const Catalogue& catalogue, std::vector<std::string>& doubts) {
  if (a.metric.kind == MetricKind::kEvent) return AdmitEventObject(a, b);
  if (!Admit(CompareFacet(a.object, b.object, a.metric.absent_object), "object", doubts)) return false;
  if (!MayBeOneNoun(a.unit, b.unit, catalogue)) return false;
  const bool neither = a.object.empty() && b.object.empty();
  if (neither && a.metric.object_separates && a.metric.absent_object == Absent::kUnstated) {
    doubts.push_back("object stated on neither side");
  }
  return true;
}

bool AdmitTime(const Statement& a, const Statement& b, Comparability& out) {
  out.time = RelateTimes(a, b);
  if (out.time == TimeRelation::kLoose) out.doubts.push_back("time not known to be the same");
  return out.time != TimeRelation::kApart;
}

}  // namespace

std::optional<Comparability> CheckGate(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  const bool crossing = a.status_class != b.status_class;
  if (a.status_class == StatusClass::kDenied || b.status_class == StatusClass::kDenied) return std::nullopt;
  if (crossing ? !MayCrossClasses(a, b) : AreOneVoice(a, b)) return std::nullopt;
  Comparability out;
  const bool one_thing = (crossing || AdmitTime(a, b, out)) && AdmitObject(a, b, catalogue, out.doubts) &&
                         Admit(CompareFacet(a.place, b.place, a.metric.absent_place), "place", out.doubts) &&
                         Admit(CompareFacet(a.per, b.per, Absent::kUnstated), "rate", out.doubts);
  if (!one_thing) return std::nullopt;
  if (a.subjects != b.subjects) out.doubts.push_back("one value is shared with other subjects");
  if (crossing) out.most = Severity::kSoft;
  if (InOneArticle(a, b) && !crossing && (a.claim().attribution.empty() || b.claim().attribution.empty())) {
    out.doubts.push_back("one article says both, once in its own voice");
  }
  return out;
}

}  // namespace newsgraph::compare
