#include "compare/facets.h"

namespace newsgraph::compare {
namespace {

Facet CompareIds(const std::string& a, const std::string& b, Absent absent, const Catalogue& catalogue) {
  if (a == b) return Facet::kEqual;
  if (a.empty() || b.empty()) return absent == Absent::kWhole ? Facet::kPart : Facet::kUnstated;
  return catalogue.IsPartOf(a, b) || catalogue.IsPartOf(b, a) ? Facet::kPart : Facet::kOther;
}

}  // namespace

Facet CompareObjects(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  return CompareIds(a.object, b.object, a.metric().absent_object, catalogue);
}

Facet ComparePlaces(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  return CompareIds(a.place, b.place, a.metric().absent_place, catalogue);
}

Facet CompareRates(const Statement& a, const Statement& b) {
  if (a.per == b.per) return Facet::kEqual;
  return a.per.empty() || b.per.empty() ? Facet::kUnstated : Facet::kOther;
}

bool MayBeOneNoun(const std::string& a, const std::string& b, const Catalogue& catalogue) {
  if (a == b || !catalogue.FindConcept(a) || !catalogue.FindConcept(b)) return true;
  if (catalogue.IsPartOf(a, b) || catalogue.IsPartOf(b, a)) return true;
  const std::string& broader = catalogue.FindConcept(a)->broader;
  return !broader.empty() && (broader == catalogue.FindConcept(b)->broader || catalogue.IsPartOf(b, broader));
}

bool InOneArticle(const Statement& a, const Statement& b) { return a.article == b.article; }

bool AreOneVoice(const Statement& a, const Statement& b) {
  return InOneArticle(a, b) && a.claim().attribution == b.claim().attribution;
}

std::optional<Bound> BoundOf(Mod mod) {
  switch (mod) {
    case Mod::kMoreThan:
    case Mod::kAtLeast:
      return Bound::kBelow;
    case Mod::kLessThan:
    case Mod::kAtMost:
    case Mod::kUpTo:
    case Mod::kNearly:
      return Bound::kAbove;
    case Mod::kExact:
    case Mod::kAbout:
      break;
  }
  return std::nullopt;
}

bool HaveOppositeBounds(const Statement& a, const Statement& b) {
  const std::optional<Bound> x = BoundOf(a.reading().mod);
  const std::optional<Bound> y = BoundOf(b.reading().mod);
  return x && y && *x != *y;
}

}  // namespace newsgraph::compare
