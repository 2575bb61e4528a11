#include "extract/claim_confidence.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "extract/claim_cues.h"

namespace newsgraph::extract {
namespace {

// How near, in tenths of a word, a trigger makes a claim surer.
constexpr int kNear = 60;
// What makes a claim how sure, read off pages of news.
constexpr double kBase = 0.43;
constexpr double kTriggered = 0.1;
constexpr double kTriggerNear = 0.1;
constexpr double kSubjectNear = 0.35;
constexpr double kPerTenthOfWord = 0.003;
constexpr double kPerTenthFarther = 0.0015;
constexpr double kEvent = 0.2;
constexpr double kVague = 0.15;
constexpr double kSupposed = 0.3;

std::string TriggerText(const ClaimContext& context, const Binding& binding) {
  const std::span<const Token> tokens = context.document().tokens();
  const TextSpan span{tokens[binding.trigger.begin].span.begin, tokens[binding.trigger.end - 1].span.end};
  return std::string(span.In(context.document().text()));
}

// "ordered 22 ships. The line runs 301 ships": what is counted anew may be told of another deed.
bool IsCountedAnew(const ClaimContext& context, const Binding& binding) {
  const Figure* figure = FigureOf(context, binding);
  return binding.continued && figure != nullptr && figure->kind == FigureKind::kCount && !figure->unit.empty();
}

double OwnConfidenceOf(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const bool triggered = binding.triggered();
  const int distance = context.Distance(binding.trigger, binding.tokens);
  double sure = kBase + (triggered ? kTriggered : 0) + (triggered && distance < kNear ? kTriggerNear : 0);
  if (triggered) sure -= std::max(0, distance - kNear) * kPerTenthFarther;
  if (subject.same_sentence) sure += std::max(0.0, kSubjectNear - subject.cost * kPerTenthOfWord);
  // Dates stand by many words, and any number of things is a part of something.
  if (binding.frame->event) sure -= kEvent;
  if (binding.frame->follows || binding.frame->without_trigger || IsCountedAnew(context, binding)) sure -= kVague;
  if (IsSupposed(context, binding)) sure -= kSupposed;
  return std::clamp(std::round(sure * 100) / 100, 0.1, 0.95);
}

}  // namespace

double ConfidenceOf(const ClaimContext& context, const Binding& binding, const Subject& subject,
                    const std::vector<Source>& sources, const Earlier& earlier) {
  const double sure = OwnConfidenceOf(context, binding, subject);
  if (!binding.reached) return sure;
  const Binding reached = OfReached(context, binding);
  const std::optional<Subject> owner = FindSubject(context, reached, sources, earlier);
  return owner ? std::min(sure, OwnConfidenceOf(context, reached, *owner)) : sure;
}

std::string EvidenceOf(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const int distance = context.Distance(binding.trigger, binding.tokens);
  const std::string how = binding.triggered()
                              ? Concat("\"", TriggerText(context, binding), "\" ", distance / 10, " words away")
                              : std::string(binding.continued ? "goes on from the claim before" : "no trigger");
  return Concat(how, "; subject from ", subject.how);
}

}  // namespace newsgraph::extract
