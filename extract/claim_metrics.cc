#include "extract/claim_metrics.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace newsgraph::extract {
namespace {

constexpr std::string_view kGrowth = "growth";
constexpr std::string_view kShare = "share";
constexpr std::string_view kSold = "sold";
constexpr std::string_view kRevenue = "revenue";
// Between "sales" and what they come to.
constexpr std::uint32_t kSalesReach = 8;

bool MayOwn(const ClaimContext& context, const std::string& metric, const std::string& subject) {
  constexpr std::uint32_t kAnywhere = std::numeric_limits<std::uint32_t>::max();
  const auto types = context.rules().owners.find(metric);
  return types != context.rules().owners.end() && context.IsNamedBefore(kAnywhere, subject, types->second);
}

// The kind of the first figure but percentages within reach of the word; kPercent where there is none.
FigureKind ComesTo(const ClaimContext& context, const Hit& word) {
  const std::span<const Token> tokens = context.document().tokens();
  const std::size_t last = std::min<std::size_t>(word.end_token + kSalesReach, tokens.size()) - 1;
  const Sentence* sentence = context.document().SentenceOf(word.first_token);
  const std::uint32_t end = std::min(tokens[last].span.end, sentence == nullptr ? 0 : sentence->span.end);
  const std::uint32_t begin = tokens[word.first_token].span.begin;
  const std::vector<Figure>& figures = context.read().figures;
  auto each = std::lower_bound(figures.begin(), figures.end(), begin,
                               [](const Figure& f, std::uint32_t at) { return f.span.begin < at; });
  for (; each != figures.end() && each->span.begin < end; ++each) {
    if (each->kind == FigureKind::kMoney || each->kind == FigureKind::kCount) return each->kind;
  }
  return FigureKind::kPercent;
}

// Whether words announce another metric than that of `of_money`, and no change of it.
bool NamesAnother(const ClaimContext& context, TokenRange range, const Claim& of_money) {
  const std::vector<const Hit*> words = context.HitsIn(range, SenseKind::kTrigger);
  return std::any_of(words.begin(), words.end(), [&](const Hit* hit) {
    const std::string& metric = context.rules().frames[context.rules().triggers[hit->sense.entry].frame].metric;
    const Metric* known = context.catalogue().FindMetric(metric);
    return known != nullptr && known->kind == MetricKind::kFlow && metric != of_money.metric;
  });
}

// A metric that has a rate tells what is made or drawn, and not so in a piece or a share.
bool IsPeriod(std::string_view per) { return !per.empty() && per != "unit" && per != "share"; }

}  // namespace

bool SellsForMoney(const ClaimContext& context) {
  bool earned = false;
  for (const Hit* hit : context.document().HitsOf(SenseKind::kTrigger)) {
    const std::string& metric = context.rules().frames[context.rules().triggers[hit->sense.entry].frame].metric;
    if (metric != kRevenue && metric != kSold) continue;
    const FigureKind kind = ComesTo(context, *hit);
    if (kind == FigureKind::kCount && metric == kSold) return false;
    earned = earned || kind == FigureKind::kMoney;
  }
  return earned;
}

void TakeRate(const ClaimContext& context, Claim& claim) {
  const auto rate = context.rules().rate_of.find(claim.metric);
  if (rate == context.rules().rate_of.end() || claim.value.kind != ValueRef::Kind::kFigure) return;
  const Metric* metric = context.catalogue().FindMetric(claim.metric);
  const bool ahead = claim.status == ClaimStatus::kPlanned || claim.status == ClaimStatus::kForecast;
  const bool property = metric != nullptr && metric->kind == MetricKind::kProperty;
  // "Saudi output is to rise to 10 million barrels a day": all that a country makes.
  const Entity* subject = context.EntityOf(claim.subject);
  const bool can = property || (ahead && subject != nullptr && subject->type != EntityType::kPlace);
  if (can && IsPeriod(context.read().figures[claim.value.index].per)) claim.metric = rate->second;
}

std::string MetricBehind(const ClaimContext& context, const Binding& binding, const Binding& money,
                         const Claim& of_money) {
  if (binding.metric != kGrowth || money.sentence != binding.sentence) return binding.metric;
  const auto change = context.rules().change_of.find(of_money.metric);
  const TokenRange between{money.tokens.end, binding.tokens.begin};
  if (change == context.rules().change_of.end() || between.begin >= between.end) return binding.metric;
  const bool of_another =
      !context.ParticipantsIn(between).empty() || !context.HitsIn(between, SenseKind::kTopic).empty() ||
      !context.HitsIn(between, SenseKind::kNoun).empty() || NamesAnother(context, between, of_money);
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
