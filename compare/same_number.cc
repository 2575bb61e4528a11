#include "compare/same_number.h"

#include <algorithm>
#include <chrono>

#include "compare/differences.h"
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

bool OfOneStory(const Statement& a, const Statement& b) {
  return a.published && b.published &&
         std::max(*a.published, *b.published) - std::min(*a.published, *b.published) <= kOneStory;
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

// Who denies a number has heard it from others.
bool IsDenial(const Statement& a, const Statement& b) {
  return (a.status_class == StatusClass::kDenied) != (b.status_class == StatusClass::kDenied);
}

// Whether the number is one statement's, and not two that happen to agree. Reports of one day after the other are
// in one sentence, too: there, only another year is a slip.
bool IsOneNumber(const Statement& a, const Statement& b, const Difference& difference) {
  const int least = difference.kind == ConflictKind::kUnit ? kDigitsOfUnits : kDigits;
  if (CountDigits(a.reading().value) >= least || IsDenial(a, b)) return true;
  if (!AreOneSentence(a, b)) return false;
  return difference.kind != ConflictKind::kTime || (a.time && b.time && AreOfTwoYears(*a.time, *b.time));
}

bool AreOfTwoCurrencies(const Difference& difference, const Statement& a, const Statement& b) {
  return difference.kind == ConflictKind::kUnit && a.kind == FigureKind::kMoney && a.per == b.per && AreOfOneWeek(a, b);
}

// A part of the whole that the other side means by saying nothing.
bool IsSaidByOne(const Difference& difference, const Statement& a, const Statement& b) {
  if (difference.facet != Facet::kPart) return false;
  return (difference.kind == ConflictKind::kObject && a.object.empty() != b.object.empty()) ||
         (difference.kind == ConflictKind::kPlace && a.place.empty() != b.place.empty());
}

// "$15 billion" and "15 billion euros" of one week: one of the two currencies is wrong, though one article does not say
// where, or for what. More digits stand against more doubts.
bool AreOfSwappedCurrencies(const Difference& difference, const Statement& a, const Statement& b, std::size_t doubts) {
  return AreOfTwoCurrencies(difference, a, b) &&
         (doubts <= 1 || (doubts == 2 && CountDigits(a.reading().value) >= kDigits));
}

// A part and its whole, and two counted nouns ("deals", "rounds"), are often one thing under two names: no
// more than a note. Nothing where doubts leave not even that.
std::optional<Severity> SeverityOf(const Difference& difference, const Statement& a, const Statement& b,
                                   std::size_t doubts) {
  if (AreOfSwappedCurrencies(difference, a, b, doubts)) return Severity::kSoft;
  if (doubts > 1) return std::nullopt;
  const bool nouns = difference.kind == ConflictKind::kUnit && a.kind == FigureKind::kCount && a.per == b.per;
  const bool two_names = nouns || difference.facet == Facet::kPart;
  return doubts == 1 || two_names ? Severity::kNote : Severity::kSoft;
}

}  // namespace

std::optional<Judgement> JudgeSameNumber(const Statement& a, const Statement& b, const Catalogue& catalogue) {
  if (AreOneVoice(a, b) || a.kind != b.kind || !OfOneStory(a, b) || HaveOppositeBounds(a, b)) return std::nullopt;
  std::optional<Difference> found;
  Judgement out;
  for (const Difference& difference : Differences(a, b, catalogue)) {
    if (difference.facet == Facet::kEqual) continue;
    const bool unsaid =
        found && !InOneArticle(a, b) && AreOfTwoCurrencies(*found, a, b) && IsSaidByOne(difference, a, b);
    if (difference.facet == Facet::kUnstated || unsaid) {
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
