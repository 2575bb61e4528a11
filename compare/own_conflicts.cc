#include "compare/own_conflicts.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "compare/conflict_id.h"
#include "compare/conflict_side.h"

namespace newsgraph::compare {
namespace {

// An amount in two currencies that a power of ten parts is called after the power.
constexpr std::string_view kCurrencyRule = "currency";

bool IsOfOneText(const Finding& finding) {
  switch (finding.kind) {
    case ConflictKind::kArithmetic:
    case ConflictKind::kCurrency:
    case ConflictKind::kImpossibleTime:
    case ConflictKind::kImplausible:
      return finding.level >= Level::kWarning;
    default:
      break;
  }
  return finding.rule == kCurrencyRule && finding.level >= Level::kWarning;
}

// When the date at `span` is; nothing for figures and dates that are unresolved.
std::optional<DateInterval> TimeAt(TextSpan span, const Extraction& extraction) {
  const auto date =
      std::find_if(extraction.dates.begin(), extraction.dates.end(), [span](const Date& d) { return d.span == span; });
  return date == extraction.dates.end() ? std::nullopt : date->interval;
}

// The claim of a place, of several the surest; null if there is none.
const Evidence* ClaimAt(TextSpan place, const Extraction& extraction, const std::vector<Evidence>& claims) {
  const Evidence* value = nullptr;
  const Evidence* timed = nullptr;
  const std::optional<DateInterval> time = TimeAt(place, extraction);
  const auto surer = [](const Evidence& claim, const Evidence* best) {
    return best == nullptr || claim.claim.confidence > best->claim.confidence;
  };
  for (const Evidence& claim : claims) {
    if (ValueSpan(claim) == place && surer(claim, value)) value = &claim;
    const bool holds = time && claim.claim.time == time && claim.claim.sentence.Covers(place);
    if (holds && surer(claim, timed)) timed = &claim;
  }
  return value != nullptr ? value : timed;
}

// Each claim once: two dates may be of one.
std::optional<std::vector<ConflictSide>> SidesOf(const Finding& finding, const Extraction& extraction,
                                                 const std::vector<Evidence>& claims) {
  std::vector<ConflictSide> sides;
  for (const ReadPlace& place : finding.places) {
    const Evidence* claim = ClaimAt(place.span, extraction, claims);
    if (claim == nullptr) return std::nullopt;
    const bool known = std::any_of(sides.begin(), sides.end(), [claim](const ConflictSide& side) {
      return std::any_of(side.evidence.begin(), side.evidence.end(),
                         [claim](const Evidence& e) { return e.ref == claim->ref; });
    });
    if (known) continue;
    // Values that cannot be do not contradict each other.
    if (finding.kind == ConflictKind::kImplausible && !sides.empty()) {
      sides.front().evidence.push_back(*claim);
    } else {
      sides.push_back({{*claim}});
    }
  }
  return sides;
}

Conflict ConflictOf(const Finding& finding, std::vector<ConflictSide> sides) {
  const Evidence& first = sides.front().evidence.front();
  std::vector<TextSpan> places;
  places.reserve(finding.places.size());
  for (const ReadPlace& place : finding.places) places.push_back(place.span);
  Conflict out;
  out.id = ConflictId(finding.kind, first.ref.article, std::move(places));
  out.kind = finding.kind;
  out.severity = finding.level == Level::kError ? Severity::kHard : Severity::kSoft;
  out.subject = first.claim.subject;
  out.metric = first.claim.metric;
  out.object = first.claim.object;
  out.explanation = finding.explanation;
  if (!finding.suggestion.empty()) out.explanation += "\n" + finding.suggestion;
  for (ConflictSide& side : sides) out.sides.push_back(MakeSide(std::move(side.evidence)));
  return out;
}

}  // namespace

std::vector<Conflict> OwnConflicts(const std::vector<Finding>& findings, const Extraction& extraction,
                                   const std::vector<Evidence>& claims) {
  std::vector<Conflict> conflicts;
  for (const Finding& finding : findings) {
    if (!IsOfOneText(finding)) continue;
    std::optional<std::vector<ConflictSide>> sides = SidesOf(finding, extraction, claims);
    if (sides) conflicts.push_back(ConflictOf(finding, *std::move(sides)));
  }
  return conflicts;
}

}  // namespace newsgraph::compare
