#include "extract/claim_metrics.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "extract/claim_bystanders.h"
#include "extract/claim_continuations.h"
#include "extract/claim_roles.h"
#include "extract/claim_rows.h"

namespace newsgraph::extract {
namespace {

constexpr std::string_view kGrowth = "growth";
// How near the word stands that says of what a change is one.
constexpr int kFarthestTopic = 90;
constexpr int kFarthestHead = 180;
constexpr std::uint32_t kOwnerReach = 2;  // "of Acme"
constexpr int kTopicBehind = 40;
constexpr int kMeasureBehind = 60;
constexpr int kPassedValue = 20;
// How far behind a share "market" may stand, and what it is of behind that.
constexpr std::uint32_t kMarketReach = 7;
constexpr int kFarthestMarket = 60;
constexpr std::uint32_t kMarketOf = 3;
constexpr std::string_view kShare = "share";
constexpr std::string_view kSold = "sold";
constexpr std::string_view kRevenue = "revenue";
// Between "sales" and what they come to.
constexpr std::uint32_t kSalesReach = 8;
// Between what is counted and how much more that is, with the comma: ", un 4,7 %".
constexpr std::uint32_t kChangeReach = 3;

bool MayOwn(const ClaimContext& context, const std::string& metric, const std::string& subject) {
  constexpr std::uint32_t kAnywhere = std::numeric_limits<std::uint32_t>::max();
  const auto types = context.rules().owners.find(metric);
  return types != context.rules().owners.end() && context.IsNamedBefore(kAnywhere, subject, types->second);
}

// The kind of the first figure but percentages within reach of the word; kPercent where there is none.
FigureKind KindThatFollows(const ClaimContext& context, const Hit& word) {
  const std::span<const Token> tokens = context.document().tokens();
  const std::size_t last = std::min<std::size_t>(word.end_token + kSalesReach, tokens.size()) - 1;
  const Sentence* sentence = context.document().SentenceOf(word.first_token);
  const std::uint32_t end = std::min(tokens[last].span.end, sentence == nullptr ? 0 : sentence->span.end);
  const std::uint32_t begin = tokens[word.first_token].span.begin;
  for (const Figure& each : context.FiguresIn({begin, std::max(begin, end)})) {
    if (each.kind == FigureKind::kMoney || each.kind == FigureKind::kCount) return each.kind;
  }
  return FigureKind::kPercent;
}

// Whether words announce another metric than that of `of_money`, and no change of it.
bool NamesAnother(const ClaimContext& context, TokenRange range, const Claim& of_money) {
  const Hits words = context.HitsIn(range, SenseKind::kTrigger);
  return std::any_of(words.begin(), words.end(), [&](const Hit* hit) {
    const std::string& metric = context.rules().frames[context.rules().triggers[hit->sense.entry].frame].metric;
    const Metric* known = context.catalogue().FindMetric(metric);
    return known != nullptr && known->kind == MetricKind::kFlow && metric != of_money.metric;
  });
}

// A metric that has a rate tells what is made or drawn, and not so in a piece or a share.
bool IsPeriod(std::string_view per) { return !per.empty() && per != "unit" && per != "share"; }

bool IsOfChangeOf(const ClaimContext& context, const std::string& metric) {
  return std::ranges::any_of(context.rules().change_of, [&](const auto& each) { return each.second == metric; });
}

// Makes the change one of `metric`.
void TakeGrowthOf(const ClaimContext& context, const std::string& metric, Binding& binding) {
  binding.change.measure.clear();
  if (const auto change = context.rules().change_of.find(metric); change != context.rules().change_of.end()) {
    binding.metric = change->second;
  } else if (IsOfChangeOf(context, metric)) {
    binding.metric = metric;
  } else if (const auto grows = context.rules().grows_as.find(metric); grows != context.rules().grows_as.end()) {
    binding.change.measure = grows->second;
  }
}

// "a rise in prices" speaks of them, "a rise because of high prices" does not, nor "shares gained", whose verb is also
// one of profits.
bool SpeaksOf(const Binding& binding, TokenRange words, int distance) {
  if (words.begin < binding.trigger.end && binding.trigger.begin < words.end) return false;
  return words.begin < binding.tokens.begin || distance <= kMeasureBehind;
}

// "8 percent of the Chinese chip market", "32 % del mercado de baterías": the metric of a share of what is named right
// behind the value beside a noun; null where nothing is.
const std::string* ShareBehind(const ClaimContext& context, const Binding& binding) {
  for (const Hit* hit : context.HitsIn({binding.tokens.end, binding.tokens.end + kMarketReach}, SenseKind::kTopic)) {
    const auto share = context.rules().shares.find(context.rules().topics[hit->sense.entry]);
    if (share == context.rules().shares.end()) continue;
    if (context.Distance({hit->first_token, hit->end_token}, binding.tokens) > kFarthestMarket) continue;
    const Hits nouns = context.HitsIn({binding.tokens.end, hit->end_token + kMarketOf}, SenseKind::kNoun);
    const bool beside = std::ranges::any_of(nouns, [&](const Hit* noun) {
      return noun->end_token == hit->first_token || noun->first_token >= hit->end_token;
    });
    if (beside) return &share->second;
  }
  return nullptr;
}

// "It sold 285 million shares", and not "bought back".
bool TellsOfSales(const ClaimContext& context, TextSpan sentence) {
  const Sentence* const said = context.document().SentenceAt(sentence.begin);
  if (said == nullptr) return false;
  return std::ranges::any_of(
      context.HitsIn({said->first_token, said->end_token}, SenseKind::kTrigger), [&](const Hit* hit) {
        return context.rules().frames[context.rules().triggers[hit->sense.entry].frame].metric == kSold;
      });
}

// See SellsForMoney.
bool LooksSoldForMoney(const ClaimContext& context) {
  bool earned = false;
  for (const Hit* hit : context.document().HitsOf(SenseKind::kTrigger)) {
    context.CountWeighed();
    const std::string& metric = context.rules().frames[context.rules().triggers[hit->sense.entry].frame].metric;
    if (metric != kRevenue && metric != kSold) continue;
    const FigureKind kind = KindThatFollows(context, *hit);
    if (kind == FigureKind::kCount && metric == kSold) return false;
    earned = earned || kind == FigureKind::kMoney;
  }
  return earned;
}

// "O lucro da Acme em 2025, porém, encolheu 19%": whether the words open what the change is said of, with nobody but
// whose it is and no value between.
bool Heads(const ClaimContext& context, const Binding& binding, TokenRange words) {
  const std::uint32_t before = std::min(binding.trigger.begin, binding.tokens.begin);
  return words.end + kOwnerReach <= before && FiguresBetween(context, words.end, before, binding.value) == 0 &&
         context.ParticipantsIn({words.end + kOwnerReach, before}).empty();
}

}  // namespace

bool SellsForMoney(const ClaimContext& context) {
  std::optional<bool>& known = context.known().sells_for_money;
  if (!known) known = LooksSoldForMoney(context);
  return *known;
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

void TakeChange(const ClaimContext& context, Binding& binding) {
  binding.metric = binding.frame->metric;
  if (binding.metric != kGrowth) return;
  int best = kFarthestHead;
  const bool of_money = ComesToMoney(context, *binding.sentence, binding.value);
  // "sales fell by 6 percent and profit by 31": behind a value the verb is farther off.
  const bool other = FiguresBetween(context, binding.trigger.end, binding.tokens.begin, binding.value) > 0;
  const ClaimFrame* of = nullptr;
  for (const Hit* hit :
       context.HitsIn({binding.sentence->first_token, binding.sentence->end_token}, SenseKind::kTrigger)) {
    const ClaimTrigger& trigger = context.rules().triggers[hit->sense.entry];
    const ClaimFrame& frame = context.rules().frames[trigger.frame];
    const TokenRange tokens{hit->first_token, hit->end_token};
    if (frame.metric == kGrowth || frame.follows || frame.ends_at_value) continue;
    if (!HasLaterPart(context, trigger, {tokens.end, binding.sentence->end_token})) continue;
    const int near = std::min(context.Distance(tokens, binding.trigger) + (other ? kPassedValue : 0),
                              context.Distance(tokens, binding.tokens));
    const int distance =
        near + (tokens.begin > std::max(binding.trigger.begin, binding.tokens.begin) ? kTopicBehind : 0);
    // "sales rose 3 percent to 21 billion": of words that are both, what they earned.
    const bool both = of != nullptr && tokens.begin == binding.change.words.begin;
    const bool earned =
        both && context.rules().change_of.contains(frame.metric) && (of_money || SellsForMoney(context));
    if ((distance >= best && !earned) || (distance >= kFarthestTopic && !Heads(context, binding, tokens))) continue;
    best = distance;
    of = &frame;
    binding.change.words = tokens;
  }
  if (of == nullptr) return;
  TakeGrowthOf(context, of->metric, binding);
  if (!SpeaksOf(binding, binding.change.words, best)) binding.change.measure.clear();
  if (!binding.change.measure.empty() && !of->object.empty()) binding.change.measure = of->object;
}

void TakeChangeBehind(const ClaimContext& context, const Binding& money, const Claim& of_money, Binding& binding) {
  if (binding.metric != kGrowth || money.sentence != binding.sentence) return;
  const TokenRange between{money.tokens.end, binding.tokens.begin};
  if (between.begin >= between.end) return;
  const bool of_another =
      !context.ParticipantsIn(between).empty() || !context.HitsIn(between, SenseKind::kTopic).empty() ||
      !context.HitsIn(between, SenseKind::kNoun).empty() || NamesAnother(context, between, of_money);
  if (of_another) return;
  binding.change.words = money.trigger;
  TakeGrowthOf(context, of_money.metric, binding);
  if (binding.change.measure.empty()) return;
  const bool whole = of_money.object.empty() || money.frame->object.empty();
  if (!whole) binding.change.measure = of_money.object;
  binding.change.thing = whole ? of_money.object : "";
  binding.change.behind = true;
}

void TakeChangeOfCounted(const ClaimContext& context, const Binding& counted, const Claim& of_count, Binding& binding) {
  if (binding.metric != kGrowth || counted.sentence != binding.sentence || !binding.change.measure.empty()) return;
  if (!IsTally(context, of_count.metric) || of_count.object.empty()) return;
  const std::uint32_t end = NounPhrase(context, counted).end;
  const bool behind = end < binding.tokens.begin && binding.tokens.begin - end <= kChangeReach;
  if (!behind || context.document().tokens()[end].kind != TokenKind::kSign) return;
  binding.change.words = counted.tokens;
  binding.change.measure = of_count.object;
  binding.change.behind = true;
}

void TakeShareOfCounted(const ClaimContext& context, const Claim& of_count, Binding& binding) {
  const auto market = context.rules().shares.find("market");
  if (binding.metric != kShare || of_count.metric != kSold || market == context.rules().shares.end()) return;
  if (IsBesideCount(context, binding)) binding.metric = market->second;
}

Claim OfItsThing(const ClaimContext& context, const Binding& binding, Claim claim) {
  const Entity* const owner = context.EntityOf(claim.subject);
  const Entity* const thing = context.EntityOf(claim.object);
  const bool fits = thing != nullptr && IsThing(thing->type) && RankOf(binding, thing->type);
  if (!IsOfThings(binding) || !fits || owner == nullptr || IsThing(owner->type)) return claim;
  claim.subject = std::exchange(claim.object, "");
  claim.co_subjects.clear();
  return claim;
}

void TakeKind(const ClaimContext& context, const Binding& binding, const Claim* counted, Claim& claim) {
  const auto kinds = context.rules().said_of.find(claim.metric);
  if (kinds == context.rules().said_of.end()) return;
  const auto other = kinds->second.find(claim.object);
  if (other != kinds->second.end()) claim.metric = other->second;
  // "It sold 285 million shares. That brought in 5.6 billion": what is earned with what was counted right before.
  if (!claim.object.empty() || counted == nullptr || counted->subject != claim.subject) return;
  if (!TellsOfSales(context, counted->sentence)) return;
  const Sentence* const before = context.SentenceBefore(*binding.sentence);
  const bool beside =
      counted->sentence == binding.sentence->span || (before != nullptr && counted->sentence == before->span);
  const auto of_counted = kinds->second.find(counted->object);
  if (beside && of_counted != kinds->second.end()) claim.metric = of_counted->second;
}

void TakeShare(const ClaimContext& context, const Binding& binding, Claim& claim) {
  claim.subject = OwnerOfShares(context, claim);
  if (claim.metric != kShare) return;
  const auto share = context.rules().shares.find(claim.object);
  if (share != context.rules().shares.end()) {
    if (!MayOwn(context, share->second, claim.subject)) return;
    claim.metric = share->second;
    claim.object.clear();
    return;
  }
  const std::string* of_market = IsGoods(context, claim.object) ? ShareBehind(context, binding) : nullptr;
  if (of_market != nullptr && MayOwn(context, *of_market, claim.subject)) claim.metric = *of_market;
}

}  // namespace newsgraph::extract
