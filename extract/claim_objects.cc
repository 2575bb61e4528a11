#include "extract/claim_objects.h"

#include <algorithm>

#include "extract/claim_bystanders.h"
#include "extract/claim_nouns.h"
#include "extract/claim_rows.h"
#include "extract/claim_sites.h"
#include "extract/claim_things.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a thing may stand from the value that measures it.
constexpr int kFarthestObject = 80;
constexpr int kFarthestOfMoney = 200;
constexpr int kFarthestOfEvent = 120;
// How many words behind what is done say with what: "deliveries of aircraft".
constexpr std::uint32_t kDeedOf = 2;
// How far behind a sum may stand how many it buys.
constexpr int kFarthestCount = 100;
// How far a thing may stand from the word for its price.
constexpr int kBesideMeasure = 35;
constexpr std::string_view kOfThing = "… ";
constexpr std::string_view kPrice = "price";
constexpr std::string_view kShare = "share";
constexpr std::string_view kPriceOfThing = "… price";
constexpr const char* kUnit = "unit";
constexpr std::string_view kAbroad = " abroad";
// Behind what is counted: "sold 300,000 cars last year abroad".
constexpr std::uint32_t kAbroadReach = 4;
// How many words stand between the things of a list.
constexpr std::uint32_t kListGap = 1;

bool IsChip(EntityType type) { return type == EntityType::kChip; }

// The thing that the headline names, if the subject makes it: its charge is for that.
std::string OwnThingOfText(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  std::string thing = ThingOfText(context, binding, subject, IsThing);
  const Entity* entity = context.catalogue().FindEntity(thing);
  return entity != nullptr && entity->maker == subject.id ? thing : "";
}

// What a charge is for: that thing, unless the sentence names another kind ("17 percent on cars").
std::string Charged(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  std::string thing = OwnThingOfText(context, binding, subject);
  if (thing.empty() || !binding.frame->topics) return thing;
  const std::string noun = NearestNoun(context, binding);
  const bool of_kind = context.nouns().FamilyOf(noun) == Name(context.catalogue().FindEntity(thing)->type);
  return noun.empty() || of_kind ? thing : noun;
}

// Whether both are things of one kind in a list: "H100 and H200".
bool AreListed(const ClaimContext& context, const Participant& a, const Participant& b) {
  if (a.type != b.type || a.id == b.id || !IsThing(a.type)) return false;
  if (b.tokens.begin <= a.tokens.end || b.tokens.begin - a.tokens.end > kListGap) return false;
  const TokenKind between = context.document().tokens()[a.tokens.end].kind;
  return between != TokenKind::kNumber;
}

// "H100 and H200 chips": one count of several things is of their maker's kind of thing;
// empty where `id` stands alone.
std::string KindOfList(const ClaimContext& context, const Binding& binding, const std::string& id,
                       const Figure& figure) {
  const std::span<const Participant> named =
      context.ParticipantsIn({binding.tokens.begin, binding.sentence->end_token});
  for (std::size_t i = 1; i < named.size(); ++i) {
    if ((named[i - 1].id != id && named[i].id != id) || !AreListed(context, named[i - 1], named[i])) continue;
    const Entity* thing = context.catalogue().FindEntity(id);
    if (thing == nullptr || thing->maker.empty()) return "";
    const std::string kind = figure.unit.empty() ? std::string(Name(thing->type)) : figure.unit;
    const Entity* maker = context.catalogue().FindEntity(thing->maker);
    return (maker == nullptr ? thing->maker : maker->name) + " " + kind;
  }
  return "";
}

// A number alone or with a mere counting word: what it counts was said elsewhere.
bool IsBare(const ClaimContext& context, const Figure& figure) {
  if (figure.noun.empty()) return figure.unit.empty();
  const TokenRange noun = context.TokensOf(figure.noun);
  const Hits hits = context.HitsIn({noun.begin, noun.begin + 1}, SenseKind::kNoun);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) { return context.nouns().Of(*hit).generic; });
}

// A counting word, or one of what is done with things: "two million orders" are of something.
bool IsDeed(const ClaimContext& context, const std::string& unit) {
  return unit == kUnit || context.rules().deeds.contains(unit);
}

// The goods named in `phrase`: "870 aircraft deliveries", "870 livraisons d'avions".
std::string GoodsIn(const ClaimContext& context, TokenRange phrase) {
  for (const Hit* hit : context.HitsIn(phrase, SenseKind::kNoun)) {
    const Noun& noun = context.nouns().Of(*hit);
    if (noun.generic || noun.concept_id.empty() || (hit->compound_head && !noun.in_compounds)) continue;
    const bool plain = !context.rules().vague.contains(noun.concept_id) && !IsDeed(context, noun.concept_id);
    if (plain && IsGoods(context, noun.concept_id)) return noun.concept_id;
  }
  return "";
}

// "Samsung sold 41 million devices": of what kind, the headline says, but a chip is none of them.
std::string DeviceOfText(const ClaimContext& context, const std::string& unit) {
  if (!context.rules().stand_ins.contains(unit)) return "";
  std::string goods = GoodsOfText(context);
  return context.nouns().FamilyOf(goods) == Name(EntityType::kChip) ? "" : goods;
}

// "a capacity of 50 GWh" of batteries, where the text speaks of them.
std::string ByMeasure(const ClaimContext& context, const Figure& figure) {
  const auto measured = context.rules().measured_in.find(figure.unit);
  return measured != context.rules().measured_in.end() && SpeaksOf(context, measured->second) ? measured->second : "";
}

// What a count counts: a thing by name, else the noun with its maker.
std::string CountedObject(const ClaimContext& context, const Binding& binding, const Subject& subject,
                          const Figure& figure) {
  const TokenRange phrase = NounPhrase(context, binding);
  if (IsDoneNotCounted(context, figure, binding.trigger)) return "";
  std::string maker;
  std::string counted;
  for (const Participant& participant : context.ParticipantsIn({phrase.begin, phrase.end + 1})) {
    // The last is the head: "100,000 Grace GH200 chips".
    if (IsThing(participant.type) && participant.id != subject.id) counted = participant.id;
    const bool inside = participant.tokens.end <= phrase.end;
    if (participant.type == EntityType::kCompany && inside) maker = context.NameOf(participant.id);
  }
  const auto alone = [&](const std::string& thing) {
    std::string kind = KindOfList(context, binding, thing, figure);
    return kind.empty() ? thing : kind;
  };
  if (!counted.empty()) return alone(counted);
  // "60万颗昇腾910C芯片", "600,000 chips of type Ascend 910C"
  const bool named = figure.unit.empty() || (figure.unit == Name(EntityType::kChip) && maker.empty());
  if (const std::string thing = named ? NearestThing(context, binding, subject, kFarthestObject) : ""; !thing.empty()) {
    return alone(thing);
  }
  const bool bare = maker.empty() && IsBare(context, figure) && !IsFurther(context, {phrase.end, phrase.end});
  if (bare && context.nouns().FamilyOf(figure.unit) == Name(EntityType::kChip)) {
    if (std::string chip = ThingOfText(context, binding, subject, IsChip); !chip.empty()) return chip;
  }
  if (figure.unit.empty()) return bare ? ThingOfText(context, binding, subject, IsThing) : "";
  if (IsDeed(context, figure.unit)) {
    if (std::string goods = GoodsIn(context, {binding.tokens.end, phrase.end + kDeedOf}); !goods.empty()) return goods;
    if (std::string thing = NearestThing(context, binding, subject, kFarthestOfMoney); !thing.empty()) return thing;
    if (std::string noun = NearestNoun(context, binding); !noun.empty() && !IsDeed(context, noun)) return noun;
    if (std::string thing = ThingOfHeadline(context, subject, IsThing); !thing.empty()) return thing;
    if (std::string goods = GoodsOfText(context); !goods.empty()) return goods;
    if (std::string thing = ThingOfText(context, binding, subject, IsThing); !thing.empty()) return thing;
  }
  if (std::string device = DeviceOfText(context, figure.unit); maker.empty() && !device.empty()) return device;
  // "812,000 cards", where the text speaks of chips
  if (std::string measured = ByMeasure(context, figure); maker.empty() && !measured.empty()) return measured;
  const TokenRange noun = figure.noun.empty() ? phrase : context.TokensOf(figure.noun);
  return Qualified(context, {phrase.end, phrase.end}, maker, BuiltBy(context, noun, figure.unit));
}

// "contracts worth 2.6 billion dollars for 18 ships": the goods that the next value counts, of what is bought or
// ordered.
std::string CountedBehind(const ClaimContext& context, const Binding& binding) {
  const std::size_t next = binding.value.index + 1;
  const std::vector<Figure>& figures = context.read().figures;
  for (std::size_t i = next; i < figures.size() && figures[i].span.begin < binding.sentence->span.end; ++i) {
    if (figures[i].parallel_to) continue;
    const bool counts =
        figures[i].kind == FigureKind::kCount && !figures[i].unit.empty() && !IsBare(context, figures[i]);
    const int distance = context.Distance(context.TokensOf(figures[i].span), binding.tokens);
    return counts && distance <= kFarthestCount && IsGoods(context, figures[i].unit) ? figures[i].unit : "";
  }
  return "";
}

// The thing, noun or traded good right beside the words that say what grows: "chip prices", "die Preise für Strom"; or
// the `measure` of one in one word: "Strompreise".
std::string ThingBeside(const ClaimContext& context, const Binding& binding, const Subject& subject,
                        std::string_view measure) {
  const TokenRange words = binding.change.words;
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  std::string nearest;
  int best = kBesideMeasure;
  const auto look = [&](TokenRange tokens, std::string_view id) {
    const int distance = context.Distance(tokens, words);
    if (distance >= best) return;
    best = distance;
    nearest = id;
  };
  for (const Participant& participant : context.ParticipantsIn(sentence)) {
    if (IsThing(participant.type) && participant.id != subject.id) look(participant.tokens, participant.id);
  }
  for (const SenseKind kind : {SenseKind::kNoun, SenseKind::kFront}) {
    for (const Hit* hit : context.HitsIn(sentence, kind)) {
      const Noun& noun = context.nouns().Of(*hit);
      const TokenRange tokens{hit->first_token, hit->end_token};
      const bool plain = !noun.generic && !noun.concept_id.empty() && !context.rules().vague.contains(noun.concept_id);
      if (hit->compound_head && !noun.in_compounds) continue;
      if (plain && !context.IsNamed(tokens) && IsGoods(context, noun.concept_id)) look(tokens, noun.concept_id);
    }
  }
  for (const Hit* hit : context.HitsIn(sentence, SenseKind::kTopic)) {
    const std::string& topic = context.rules().topics[hit->sense.entry];
    const bool has_price = context.rules().traded.contains(topic) || (topic.ends_with(measure) && topic != measure);
    if (has_price) look({hit->first_token, hit->end_token}, topic);
  }
  return nearest;
}

// "net income", "smartphone price": what grows that is no metric of its own.
std::string Measured(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const WhatChanges& change = binding.change;
  if (!change.measure.starts_with(kOfThing))
    return context.rules().segments.contains(change.thing) ? change.thing : change.measure;
  const std::string measure = change.measure.substr(kOfThing.size());
  std::string thing = change.behind ? change.thing : ThingBeside(context, binding, subject, measure);
  if (const auto own = context.rules().measured_by.find(thing); own != context.rules().measured_by.end())
    return own->second;
  if (thing.empty() || thing.ends_with(measure)) return thing.empty() ? measure : thing;
  return context.NameOf(thing) + " " + measure;
}

// What the rule says that it is of, whatever the text does; empty if it says nothing.
std::string OfRule(const ClaimContext& context, const Binding& binding, const Figure* figure) {
  if (figure != nullptr && figure->kind == FigureKind::kCount && !binding.frame->counts_as.empty() &&
      std::ranges::find(binding.frame->units, figure->unit) != binding.frame->units.end())
    return binding.frame->counts_as;
  // "another five were killed", but "more than five"
  const bool exact = figure != nullptr && figure->mod == Mod::kExact;
  const std::string& object = binding.frame->object;
  return exact && !object.empty() ? Qualified(context, binding.tokens, "", object) : object;
}

// By the noun that the clause leaves, where no thing that packs know is near.
std::string ByNoun(const ClaimContext& context, const Binding& binding, const Subject& subject, const Figure* figure) {
  const bool money = figure != nullptr && figure->kind == FigureKind::kMoney;
  std::string noun = money && !binding.frame->parts ? "" : NearestNoun(context, binding);
  const bool own_metric = binding.metric == binding.frame->metric;
  // "5 million tonnes of steel"
  const bool measured = figure != nullptr && figure->kind == FigureKind::kMeasure && binding.frame->goods;
  if (noun.empty() && (measured || (binding.frame->topics && own_metric))) noun = NearestTopic(context, binding);
  if (measured && !IsGoods(context, noun)) noun.clear();
  if (binding.frame->event && (noun.empty() || context.rules().vague.contains(noun))) {
    std::string whole = ThingOfText(context, binding, subject, IsThing);
    if (whole.empty()) whole = ThingBefore(context, binding, subject);
    return whole.empty() ? noun : whole;
  }
  const auto measure = context.rules().measured_by.find(noun);
  return IsOfChange(context, binding.metric) && measure != context.rules().measured_by.end() ? measure->second : noun;
}

// By the nearest thing that the packs know.
std::string ByThing(const ClaimContext& context, const Binding& binding, const Subject& subject, const Figure* figure) {
  const bool money = figure != nullptr && figure->kind == FigureKind::kMoney;
  const bool percent = figure != nullptr && figure->kind == FigureKind::kPercent;
  const int reach = binding.frame->event ? kFarthestOfEvent : money ? kFarthestOfMoney : kFarthestObject;
  std::string thing = NearestThing(context, binding, subject, reach);
  const Entity* owner = context.EntityOf(subject.id);
  // Another's property is that of what it makes or has: "TSMC's 7 nm chips", "its 500 MW plant".
  const bool property =
      figure != nullptr && figure->kind == FigureKind::kMeasure && !binding.frame->goods &&
      (owner == nullptr || owner->type == EntityType::kPlace || IsThing(owner->type) || binding.frame->objects.empty());
  const bool of_place = owner != nullptr && owner->type == EntityType::kPlace && binding.frame->topics;
  const bool of_itself = owner != nullptr && IsThing(owner->type);
  if (thing.empty() && (money || percent) && binding.frame->charge) thing = Charged(context, binding, subject);
  if (thing.empty() && property && of_place) return NearestTopic(context, binding);
  if (!thing.empty() || property || (money && of_itself) || (money && !binding.frame->parts && !binding.frame->topics))
    return thing;
  return ByNoun(context, binding, subject, figure);
}

// The whole object, before its scope is looked at.
std::string Named(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const Figure* figure = FigureOf(context, binding);
  if (std::string object = OfRule(context, binding, figure); !object.empty()) return object;
  if (!subject.thing.empty()) return subject.thing;
  if (figure != nullptr && figure->kind == FigureKind::kCount) return CountedObject(context, binding, subject, *figure);
  // "15 percent of the revenue with the H20"
  if (figure != nullptr && figure->kind == FigureKind::kPercent && binding.frame->topics) {
    if (std::string topic = NearestTopic(context, binding, true); !topic.empty()) return topic;
  }
  // What a part of a firm earns and how that grows is of that part.
  if (binding.frame->actor) {
    if (std::string segment = NearestSegment(context, binding); !segment.empty()) return segment;
  }
  if (!binding.change.measure.empty()) return Measured(context, binding, subject);
  if (figure != nullptr && figure->kind == FigureKind::kMoney && binding.frame->of_text) {
    if (std::string goods = CountedBehind(context, binding); !goods.empty()) return goods;
  }
  return ByThing(context, binding, subject, figure);
}

// A plant or park by its kind, since one article names it, and another does not.
std::string BySite(const ClaimContext& context, const Binding& binding, const Subject& subject,
                   const std::string& object) {
  const Figure* figure = FigureOf(context, binding);
  const bool money = figure != nullptr && figure->kind == FigureKind::kMoney;
  const bool form = context.rules().forms.contains(object);
  std::string site;
  // What a country has stands in many places.
  const Entity* const owner = context.EntityOf(subject.id);
  const bool measured = figure != nullptr && figure->kind == FigureKind::kMeasure && owner != nullptr &&
                        owner->type == EntityType::kCompany;
  if ((object.empty() && (money || measured)) || form) site = SiteMeant(context, binding);
  if (const Entity* thing = context.EntityOf(object); thing != nullptr && thing->type == EntityType::kProduct)
    site = SiteBeside(context, object);
  return site.empty() ? object : site;
}

// "Biren's shares finished at HK$34.46, 75.8 percent above their offer price": the concept of what a firm's shares
// cost; empty where the value is of nothing like it.
std::string PriceOfShares(const ClaimContext& context, const Binding& binding, const Subject& subject,
                          const std::string& object) {
  const Entity* const owner = context.EntityOf(subject.id);
  const Figure* const figure = FigureOf(context, binding);
  if (owner == nullptr || owner->type != EntityType::kCompany || figure == nullptr) return {};
  const bool price = figure->kind == FigureKind::kMoney && binding.metric == kPrice && object.empty();
  const bool change = binding.change.measure == kPriceOfThing && object == kPrice;
  if (!price && !change) return {};
  if (figure->per != kShare && !SpeaksOfShares(context, *binding.sentence)) return {};
  const auto measure = context.rules().measured_by.find(kShare);
  return measure == context.rules().measured_by.end() ? std::string() : measure->second;
}

}  // namespace

std::string FindObject(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  std::string object = Named(context, binding, subject);
  const Figure* const figure = FigureOf(context, binding);
  const bool measured = figure != nullptr && figure->kind == FigureKind::kMeasure;
  if (object.empty() && measured && !binding.frame->measures.empty()) object = ByMeasure(context, *figure);
  if (std::string price = PriceOfShares(context, binding, subject, object); !price.empty()) object = std::move(price);
  if (binding.frame->sited) object = BySite(context, binding, subject, object);
  // "invests 5 billion to make chips in Peru": in plants, and not in what they make.
  const bool made = binding.frame->sited && binding.frame->ahead &&
                    context.catalogue().FindConcept(object) != nullptr && IsGoods(context, object) &&
                    !context.rules().forms.contains(object);
  if (made) object.clear();
  const bool part =
      !object.empty() && HasApart(context, {binding.sentence->first_token, binding.tokens.begin}, Apart::kScope);
  return part ? "certain " + object : object;
}

Claim Abroad(const ClaimContext& context, const Binding& binding, Claim claim) {
  const Figure* figure = FigureOf(context, binding);
  const Entity* subject = context.EntityOf(claim.subject);
  if (figure == nullptr || figure->kind != FigureKind::kCount || !binding.frame->goods || claim.object.empty())
    return claim;
  if (subject == nullptr || subject->type != EntityType::kCompany) return claim;
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  // What stands before another value is that one's.
  TokenRange own{sentence.begin, std::min(sentence.end, NounPhrase(context, binding).end + kAbroadReach)};
  for (const Figure& other : context.FiguresIn(binding.sentence->span)) {
    if (other.kind != figure->kind) continue;
    const TokenRange tokens = context.TokensOf(other.span);
    if (tokens.end <= binding.tokens.begin) own.begin = std::max(own.begin, tokens.end + 1);
    if (tokens.begin >= binding.tokens.end) own.end = std::min(own.end, tokens.begin);
  }
  // "460万辆，其中海外120万辆": the next one is the part.
  for (const Hit* hit :
       context.HitsIn({binding.tokens.end, std::max(binding.tokens.end, own.end)}, SenseKind::kFurther)) {
    if (static_cast<Apart>(hit->sense.entry) == Apart::kPart) own.end = std::min(own.end, hit->first_token);
  }
  const auto named = context.ParticipantsIn(own);
  const bool outside = std::any_of(named.begin(), named.end(), [&](const Participant& each) {
    return each.type == EntityType::kPlace && context.ObliqueOf(each) == Oblique::kOutside;
  });
  if (outside || HasApart(context, own, Apart::kAbroad)) claim.object += kAbroad;
  return claim;
}

}  // namespace newsgraph::extract
