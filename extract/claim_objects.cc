#include "extract/claim_objects.h"

#include <algorithm>

#include "model/names.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a thing may stand from the value that measures it.
constexpr int kFarthestObject = 80;
constexpr int kFarthestOfMoney = 200;
constexpr int kFarthestOfEvent = 250;
// A noun behind the value seldom says what the value is of.
constexpr int kNounAfterValue = 150;
// But a percentage is of what follows it.
constexpr int kNounOfPercent = 40;
// How many words before its last one a trigger begins.
constexpr std::uint32_t kLongestTrigger = 4;
// How many words before a noun say that it is another one.
constexpr std::uint32_t kFurtherReach = 2;

bool Has(const ClaimContext& context, TokenRange range, Apart apart) {
  const std::vector<const Hit*> hits = context.HitsIn(range, SenseKind::kFurther);
  return std::any_of(hits.begin(), hits.end(),
                     [apart](const Hit* hit) { return static_cast<Apart>(hit->sense.entry) == apart; });
}

bool IsFurther(const ClaimContext& context, TokenRange tokens) {
  const std::uint32_t from = tokens.begin > kFurtherReach ? tokens.begin - kFurtherReach : 0;
  return Has(context, {from, tokens.begin}, Apart::kFurther);
}

// "further plant" where the words before `noun` set it apart from the plants
// that were spoken of.
std::string Qualified(const ClaimContext& context, TokenRange noun, const std::string& maker, const std::string& id) {
  const std::string with_maker = maker.empty() ? id : maker + " " + id;
  return IsFurther(context, noun) ? "further " + with_maker : with_maker;
}

// The nearest thing by name that is not the subject; empty if none stands within
// `reach`.
std::string NearestThing(const ClaimContext& context, const Binding& binding, const Subject& subject, int reach) {
  std::string nearest;
  int best = reach;
  for (const Participant& participant :
       context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token})) {
    if (!IsThing(participant.type) || participant.id == subject.id) continue;
    const int distance = std::min(context.Distance(participant.tokens, binding.tokens),
                                  context.Distance(participant.tokens, binding.trigger));
    if (distance >= best) continue;
    best = distance;
    nearest = participant.id;
  }
  return nearest;
}

bool IsChip(EntityType type) { return type == EntityType::kChip; }

// The first thing that the headline names: what the text is about; else the only
// one that it names before the value.
std::string ThingOfText(const ClaimContext& context, const Binding& binding, const Subject& subject,
                        bool (*fits)(EntityType)) {
  const std::span<const Sentence> sentences = context.document().sentences();
  for (const Participant& participant : context.ParticipantsIn({0, sentences.front().end_token})) {
    if (fits(participant.type) && participant.id != subject.id) return participant.id;
  }
  std::string only;
  for (const Participant& participant : context.ParticipantsIn({sentences.front().end_token, binding.tokens.begin})) {
    if (!fits(participant.type) || participant.id == subject.id || participant.id == only) continue;
    if (!only.empty()) return "";
    only = participant.id;
  }
  return only;
}

// The thing that the headline names, if the subject makes it: its charge is for that.
std::string OwnThingOfText(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  std::string thing = ThingOfText(context, binding, subject, IsThing);
  const Entity* entity = context.catalogue().FindEntity(thing);
  return entity != nullptr && entity->maker == subject.id ? thing : "";
}

// A number alone or with a mere counting word: what it counts was said elsewhere.
bool IsBare(const ClaimContext& context, const Figure& figure) {
  if (figure.noun.empty()) return figure.unit.empty();
  const TokenRange noun = context.TokensOf(figure.noun);
  const std::vector<const Hit*> hits = context.HitsIn({noun.begin, noun.begin + 1}, SenseKind::kNoun);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) { return context.nouns().Of(*hit).generic; });
}

// Counting words of what is done with things: "two million orders" are of something.
bool IsDeed(const std::string& unit) {
  return unit == "unit" || unit == "order" || unit == "sale" || unit == "delivery" || unit == "shipment" ||
         unit == "installation";
}

bool CanBeObject(const ClaimContext& context, const ClaimFrame& frame, const std::string& concept_id) {
  if (frame.goods && !IsGoods(context, concept_id)) return false;
  if (!frame.event && context.rules().vague.contains(concept_id)) return false;
  return frame.objects.empty() || std::any_of(frame.objects.begin(), frame.objects.end(), [&](const std::string& kind) {
           return concept_id == kind || context.catalogue().IsPartOf(concept_id, kind);
         });
}

// "zwei weitere sollen 2025 folgen": set apart without the noun being said again.
bool SetApart(const ClaimContext& context, TokenRange noun, const Binding& binding) {
  return noun.end < binding.tokens.begin && Has(context, {noun.end, binding.tokens.begin}, Apart::kFurther);
}

// "affaires" in "chiffre d'affaires": a part of what announces a metric.
bool IsOfTrigger(const ClaimContext& context, TokenRange noun) {
  const std::uint32_t from = noun.begin > kLongestTrigger ? noun.begin - kLongestTrigger : 0;
  const std::vector<const Hit*> hits = context.HitsIn({from, noun.begin}, SenseKind::kTrigger);
  return std::any_of(hits.begin(), hits.end(), [noun](const Hit* hit) { return hit->end_token >= noun.end; });
}

// Words that announce a metric and also name what it is of: "Shares lost 6 percent",
// "the share price stands at 30 euros".
bool IsMeasure(const ClaimContext& context, const std::string& concept_id, bool change) {
  const auto& measures = context.rules().measured_by;
  return (change && measures.contains(concept_id)) ||
         std::any_of(measures.begin(), measures.end(), [&](const auto& each) { return each.second == concept_id; });
}

// The noun that stands nearest to the trigger; empty if none is near.
std::string NearestNoun(const ClaimContext& context, const Binding& binding) {
  std::string nearest;
  const Figure* figure = FigureOf(context, binding);
  // A percentage and a weight are of what follows them.
  const bool percent = figure != nullptr && (figure->kind == FigureKind::kPercent ||
                                             (figure->kind == FigureKind::kMeasure && binding.frame->goods));
  const Metric* metric = context.catalogue().FindMetric(binding.metric);
  const bool change = metric != nullptr && metric->kind == MetricKind::kChange;
  int best = binding.frame->event ? kFarthestOfEvent : kFarthestObject;
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  for (const Hit* hit : context.HitsIn(sentence, SenseKind::kNoun)) {
    const Noun& noun = context.nouns().Of(*hit);
    const TokenRange tokens{hit->first_token, hit->end_token};
    int distance = context.Distance(tokens, binding.trigger);
    // "Shares lost 6 percent": the words that announce it also name it.
    const bool part = (distance == 0 || IsOfTrigger(context, tokens)) && !IsMeasure(context, noun.concept_id, change);
    if (noun.generic || part || context.IsNamed(tokens) || !CanBeObject(context, *binding.frame, noun.concept_id))
      continue;
    // "70 percent of the chips"
    const int behind = context.Distance(tokens, binding.tokens);
    if (percent && tokens.begin >= binding.tokens.end && behind <= kNounOfPercent) {
      distance = behind;
    } else if (tokens.begin > binding.tokens.begin) {
      distance += kNounAfterValue;
    }
    if (distance >= best) continue;
    best = distance;
    nearest = Qualified(context, tokens, "", noun.concept_id);
    if (SetApart(context, tokens, binding) && nearest == noun.concept_id) nearest = "further " + nearest;
  }
  return nearest;
}

// The topic that stands nearest to the words that announce the metric, or right
// behind a percentage; empty if none is near.
std::string NearestTopic(const ClaimContext& context, const Binding& binding) {
  std::string nearest;
  int best = binding.frame->event ? kFarthestOfEvent : kFarthestObject;
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  for (const Hit* hit : context.HitsIn(sentence, SenseKind::kTopic)) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    if (context.IsNamed(tokens)) continue;
    const int behind = context.Distance(tokens, binding.tokens);
    const bool of_value = tokens.begin >= binding.tokens.end && behind <= kNounOfPercent;
    const int far = tokens.begin > binding.tokens.begin && tokens.begin >= binding.trigger.end ? kNounAfterValue : 0;
    const int distance = of_value ? behind : context.Distance(tokens, binding.trigger) + far;
    if (distance >= best) continue;
    best = distance;
    nearest = context.rules().topics[hit->sense.entry];
  }
  return nearest;
}

// What a count counts: a thing by name, else the noun with its maker.
std::string CountedObject(const ClaimContext& context, const Binding& binding, const Subject& subject,
                          const Figure& figure) {
  const TokenRange phrase = NounPhrase(context, binding);
  std::string maker;
  std::string counted;
  for (const Participant& participant : context.ParticipantsIn({phrase.begin, phrase.end + 1})) {
    // The last is the head: "100,000 Grace GH200 chips".
    if (IsThing(participant.type) && participant.id != subject.id) counted = participant.id;
    const bool inside = participant.tokens.end <= phrase.end;
    if (participant.type == EntityType::kCompany && inside) maker = context.NameOf(participant.id);
  }
  if (!counted.empty()) return counted;
  // "60万颗昇腾910C芯片", "600,000 chips of type Ascend 910C"
  const bool named = figure.unit.empty() || (figure.unit == Name(EntityType::kChip) && maker.empty());
  if (std::string thing = named ? NearestThing(context, binding, subject, kFarthestObject) : ""; !thing.empty()) {
    return thing;
  }
  const bool bare = maker.empty() && IsBare(context, figure) && !IsFurther(context, {phrase.end, phrase.end});
  if (bare && context.nouns().FamilyOf(figure.unit) == Name(EntityType::kChip)) {
    if (std::string chip = ThingOfText(context, binding, subject, IsChip); !chip.empty()) return chip;
  }
  if (figure.unit.empty()) return bare ? ThingOfText(context, binding, subject, IsThing) : "";
  if (IsDeed(figure.unit)) {
    if (std::string thing = NearestThing(context, binding, subject, kFarthestOfMoney); !thing.empty()) return thing;
    if (std::string noun = NearestNoun(context, binding); !noun.empty() && !IsDeed(noun)) return noun;
    if (std::string thing = ThingOfText(context, binding, subject, IsThing); !thing.empty()) return thing;
  }
  return Qualified(context, {phrase.end, phrase.end}, maker, figure.unit);
}

// The whole object, before its scope is looked at.
std::string Named(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  if (!binding.frame->object.empty()) return binding.frame->object;
  if (!subject.thing.empty()) return subject.thing;
  const Figure* figure = FigureOf(context, binding);
  if (figure != nullptr && figure->kind == FigureKind::kCount) return CountedObject(context, binding, subject, *figure);
  const bool money = figure != nullptr && figure->kind == FigureKind::kMoney;
  std::string thing = NearestThing(context, binding, subject, money ? kFarthestOfMoney : kFarthestObject);
  const Entity* owner = context.catalogue().FindEntity(subject.id);
  // A company's property is that of what it makes: "TSMC's 7 nm chips".
  const bool property = figure != nullptr && figure->kind == FigureKind::kMeasure && !binding.frame->goods &&
                        (owner == nullptr || owner->type != EntityType::kCompany || binding.metric != "process_node");
  const bool of_itself = owner != nullptr && IsThing(owner->type);
  if (thing.empty() && money && binding.frame->charge) thing = OwnThingOfText(context, binding, subject);
  if (!thing.empty() || property || (money && of_itself) || (money && !binding.frame->parts && !binding.frame->topics))
    return thing;
  std::string noun = money && !binding.frame->parts ? "" : NearestNoun(context, binding);
  const bool own_metric = binding.metric == binding.frame->metric;
  // "5 million tonnes of steel"
  const bool measured = figure != nullptr && figure->kind == FigureKind::kMeasure && binding.frame->goods;
  if (noun.empty() && (measured || (binding.frame->topics && own_metric))) noun = NearestTopic(context, binding);
  if (binding.frame->event && (noun.empty() || context.rules().vague.contains(noun))) {
    const std::string whole = ThingOfText(context, binding, subject, IsThing);
    return whole.empty() ? noun : whole;
  }
  const auto measure = context.rules().measured_by.find(noun);
  const Metric* metric = context.catalogue().FindMetric(binding.metric);
  const bool change = metric != nullptr && metric->kind == MetricKind::kChange;
  return change && measure != context.rules().measured_by.end() ? measure->second : noun;
}

}  // namespace

std::string FindObject(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const std::string object = Named(context, binding, subject);
  const bool part =
      !object.empty() && Has(context, {binding.sentence->first_token, binding.tokens.begin}, Apart::kScope);
  return part ? "certain " + object : object;
}

}  // namespace newsgraph::extract
