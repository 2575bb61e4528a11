#include "extract/claim_metrics.h"

#include <cstdint>
#include <limits>
#include <string_view>

namespace newsgraph::extract {
namespace {

constexpr std::string_view kGrowth = "growth";
constexpr std::string_view kShare = "share";

bool MayOwn(const ClaimContext& context, const std::string& metric, const std::string& subject) {
  constexpr std::uint32_t kAnywhere = std::numeric_limits<std::uint32_t>::max();
  const auto types = context.rules().owners.find(metric);
  return types != context.rules().owners.end() && context.IsNamedBefore(kAnywhere, subject, types->second);
}

}  // namespace

std::string MetricBehind(const ClaimContext& context, const Binding& binding, const Binding& money,
                         const Claim& of_money) {
  if (binding.metric != kGrowth || money.sentence != binding.sentence) return binding.metric;
  const auto change = context.rules().change_of.find(of_money.metric);
  const TokenRange between{money.tokens.end, binding.tokens.begin};
  if (change == context.rules().change_of.end() || between.begin >= between.end) return binding.metric;
  const bool of_another = !context.ParticipantsIn(between).empty() ||
                          !context.HitsIn(between, SenseKind::kTopic).empty() ||
                          !context.HitsIn(between, SenseKind::kNoun).empty();
  return of_another ? binding.metric : change->second;
}

void TakeShare(const ClaimContext& context, Claim& claim) {
  if (claim.metric != kShare) return;
  const auto share = context.rules().shares.find(claim.object);
  if (share == context.rules().shares.end() || !MayOwn(context, share->second, claim.subject)) return;
  claim.metric = share->second;
  claim.object.clear();
}

}  // namespace newsgraph::extract
