#include "extract/claim_nouns.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/claim_roles.h"
#include "extract/claim_rows.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a noun or topic may stand from the words that announce
// the metric.
constexpr int kFarthest = 80;
constexpr int kFarthestOfPrice = 150;
constexpr int kFarthestOfEvent = 250;
// A noun behind the value seldom says what the value is of.
constexpr int kNounAfterValue = 150;
// But a percentage is of what follows it.
constexpr int kNounOfPercent = 40;
constexpr int kNounOfMarket = 70;  // "8% do mercado chinês de chips"
// A duty is on what the sentence began with: "Sui farmaci … continua a gravare il dazio del 15%".
constexpr int kFarthestOfDuty = 120;
// A word that says little of the kind counts only right behind the words that announce it.
constexpr int kVagueReach = 30;
// How many words before its last one a trigger begins.
constexpr std::uint32_t kLongestTrigger = 4;
// How many words before a noun say that it is another one.
constexpr std::uint32_t kFurtherReach = 2;  // from the word's end: the number alone may stand between
constexpr std::uint32_t kLongestFurther = 6;
// How many words stand between "projects" and what they build.
constexpr std::uint32_t kBuiltReach = 2;

bool AreJoined(const ClaimContext& context, std::uint32_t from, std::uint32_t to) {
  return to - from <= kBuiltReach && !context.HasSign({from, to});
}

// A vague word can be the object of a share where it stands in a `clear` place.
bool CanBeObject(const ClaimContext& context, const ClaimFrame& frame, const std::string& concept_id, bool clear) {
  const bool goods = IsGoods(context, concept_id);
  if (frame.goods && !goods) return false;
  // Money goes into plants, and duties are on goods, not on who says so.
  if ((frame.parts || frame.charge) && !goods && !context.rules().sites.contains(concept_id)) return false;
  const bool vague = context.rules().vague.contains(concept_id) && !frame.event;
  if (vague && (!clear || frame.goods || !frame.topics)) return false;
  return frame.objects.empty() || std::any_of(frame.objects.begin(), frame.objects.end(), [&](const std::string& kind) {
           return concept_id == kind || context.catalogue().IsPartOf(concept_id, kind);
         });
}

// "zwei weitere sollen 2025 folgen": set apart without the noun being said again.
bool SetApart(const ClaimContext& context, TokenRange noun, const Binding& binding) {
  return noun.end < binding.tokens.begin && HasApart(context, {noun.end, binding.tokens.begin}, Apart::kFurther);
}

// "affaires" in "chiffre d'affaires": a part of what announces a metric.
bool IsOfTrigger(const ClaimContext& context, TokenRange noun) {
  const std::uint32_t from = noun.begin > kLongestTrigger ? noun.begin - kLongestTrigger : 0;
  const Hits hits = context.HitsIn({from, noun.begin}, SenseKind::kTrigger);
  return std::any_of(hits.begin(), hits.end(), [noun](const Hit* hit) { return hit->end_token >= noun.end; });
}

// Words that announce a metric and also name what it is of: "Shares lost 6 percent",
// "the share price stands at 30 euros".
bool IsMeasure(const ClaimContext& context, const std::string& concept_id, bool change) {
  const auto& measures = context.rules().measured_by;
  return (change && measures.contains(concept_id)) ||
         std::any_of(measures.begin(), measures.end(), [&](const auto& each) { return each.second == concept_id; });
}

// "in sechs Schlüsselbereichen … 70 Prozent": where, and not of what.
bool IsCountedPlace(const ClaimContext& context, const Binding& binding, TokenRange noun) {
  for (const Figure& figure : context.FiguresIn(binding.sentence->span)) {
    if (figure.noun.empty() || !context.TokensOf(figure.noun).Covers(noun.begin)) continue;
    if (&figure == FigureOf(context, binding)) return false;
    // "runs 740 ships and will invest": nor into what, unlike "will invest in three plants".
    if (binding.frame->sited && binding.frame->parts) return noun.begin < binding.tokens.begin;
    return context.ObliqueOf(context.TokensOf(figure.span)) == Oblique::kPlace;
  }
  return false;
}

// What is counted, measured or sold in a compound word: the front of it where its head
// is no noun that says more ("Chipproduktion", but not "Chipfabrik").
bool IsHidden(const ClaimContext& context, const Hit& front) {
  const Hits heads = context.HitsIn({front.first_token, front.end_token}, SenseKind::kNoun);
  return std::any_of(heads.begin(), heads.end(), [&](const Hit* head) {
    return !context.rules().forms.contains(context.nouns().Of(*head).concept_id);
  });
}

// Reads the nouns of one sentence, nearest first.
class NounSearch {
 public:
  NounSearch(const ClaimContext& context, const Binding& binding) : context_(context), binding_(binding) {
    const Figure* figure = FigureOf(context, binding);
    // A percentage, a weight, a width and an investment are of what follows them.
    const bool measure = figure != nullptr && figure->kind == FigureKind::kMeasure;
    of_follower_ = (figure != nullptr && figure->kind == FigureKind::kPercent) ||
                   (measure && (binding.frame->goods || !binding.frame->objects.empty())) ||
                   (figure != nullptr && figure->kind == FigureKind::kMoney && binding.metric == "investment");
    const bool price =
        figure != nullptr && figure->kind == FigureKind::kMoney && (binding.frame->goods || binding.frame->parts);
    change_ = IsOfChange(context, binding.metric);
    const bool duty = binding.frame->charge && of_follower_;
    best_ = binding.frame->event ? kFarthestOfEvent : price ? kFarthestOfPrice : duty ? kFarthestOfDuty : kFarthest;
    follower_ = of_follower_ && binding.frame->goods && !change_ ? kNounOfMarket : kNounOfPercent;
  }

  std::string Run() && {
    const TokenRange sentence{binding_.sentence->first_token, binding_.sentence->end_token};
    for (const Hit* hit : context_.HitsIn(sentence, SenseKind::kNoun)) Look(*hit);
    for (const Hit* hit : context_.HitsIn(sentence, SenseKind::kFront)) {
      if (!IsHidden(context_, *hit)) Look(*hit);
    }
    if (!binding_.frame->parts && binding_.frame->objects.empty()) return std::move(nearest_);
    for (const Hit* hit : context_.HitsIn(sentence, SenseKind::kCountedNoun)) {
      if (context_.rules().sites.contains(context_.nouns().Of(*hit).concept_id)) Look(*hit);
    }
    return std::move(nearest_);
  }

 private:
  // How far off the noun is; nothing where it cannot be the object.
  std::optional<int> DistanceOf(TokenRange tokens, const Noun& noun, bool front) const {
    int distance = context_.Distance(tokens, binding_.trigger);
    // "Shares lost 6 percent": the words that announce it also name it.
    // But "a wind farm of 300 MW" has it.
    const bool kind = !binding_.frame->event && !binding_.frame->objects.empty();
    const bool part = !front && !kind && (distance == 0 || IsOfTrigger(context_, tokens)) &&
                      !IsMeasure(context_, noun.concept_id, change_);
    if (noun.generic || part || context_.IsNamed(tokens) || IsCountedPlace(context_, binding_, tokens))
      return std::nullopt;
    const int behind = context_.Distance(tokens, binding_.tokens);
    const bool announced = tokens.begin >= binding_.trigger.end && distance <= kVagueReach;
    const bool clear = announced || (of_follower_ && tokens.begin >= binding_.tokens.end && behind <= kVagueReach);
    // "told investors that sales should grow"
    if (change_ && tokens.end < binding_.trigger.begin && IsOfClauseBefore(tokens)) return std::nullopt;
    // Who demands higher wages does not grow.
    if (change_ && context_.rules().owning.contains(noun.concept_id)) return std::nullopt;
    if (!CanBeObject(context_, *binding_.frame, noun.concept_id, clear)) return std::nullopt;
    // "70 percent of the chips"
    if (of_follower_ && tokens.begin >= binding_.tokens.end && behind <= follower_) return behind;
    // "The shares closed on Tuesday in Seoul 4 percent higher": what moves in price opens what is said.
    if (change_ && tokens.begin < binding_.tokens.begin && IsMeasure(context_, noun.concept_id, true))
      return distance / 2;
    return tokens.begin > binding_.tokens.begin ? distance + kNounAfterValue : distance;
  }

  bool IsOfClauseBefore(TokenRange noun) const {
    const Hits marks = context_.HitsIn({noun.end, binding_.trigger.begin}, SenseKind::kClauseMark);
    return std::ranges::any_of(
        marks, [this](const Hit* mark) { return context_.rules().marks[mark->sense.entry] == ClauseMark::kStrong; });
  }

  void Look(const Hit& hit) {
    // "Exporte" ends like "Orte", and is a topic of its own.
    if (hit.compound_head && context_.document().HasHit(hit.first_token, SenseKind::kTopic)) return;
    const Noun& noun = context_.nouns().Of(hit);
    if (hit.compound_head && !noun.in_compounds) return;
    const TokenRange tokens{hit.first_token, hit.end_token};
    const std::optional<int> distance = DistanceOf(tokens, noun, hit.sense.kind == SenseKind::kFront);
    if (!distance || *distance >= best_) return;
    best_ = *distance;
    nearest_ = Qualified(context_, tokens, "", BuiltBy(context_, tokens, noun.concept_id));
    if (SetApart(context_, tokens, binding_) && nearest_ == noun.concept_id) nearest_ = "further " + nearest_;
  }

  const ClaimContext& context_;
  const Binding& binding_;
  bool of_follower_ = false;
  bool change_ = false;
  int follower_ = 0;
  int best_ = 0;
  std::string nearest_;
};

}  // namespace

bool HasApart(const ClaimContext& context, TokenRange range, Apart apart) {
  const Hits hits = context.HitsIn(range, SenseKind::kFurther);
  return std::any_of(hits.begin(), hits.end(),
                     [apart](const Hit* hit) { return static_cast<Apart>(hit->sense.entry) == apart; });
}

bool IsFurther(const ClaimContext& context, TokenRange tokens) {
  const std::uint32_t from = tokens.begin > kLongestFurther ? tokens.begin - kLongestFurther : 0;
  // "20 percent more cars" are no further ones.
  const auto is_share = [&context](const Hit* hit) {
    return hit->first_token > 0 && context.document().HasHit(hit->first_token - 1, SenseKind::kPercent);
  };
  const Hits hits = context.HitsIn({from, tokens.begin}, SenseKind::kFurther);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) {
    const bool near = hit->end_token + kFurtherReach > tokens.begin;
    return static_cast<Apart>(hit->sense.entry) == Apart::kFurther && near && !is_share(hit);
  });
}

std::string Qualified(const ClaimContext& context, TokenRange noun, const std::string& maker, const std::string& id) {
  const std::string with_maker = maker.empty() ? id : maker + " " + id;
  return IsFurther(context, noun) ? "further " + with_maker : with_maker;
}

std::string BuiltBy(const ClaimContext& context, TokenRange noun, const std::string& concept_id) {
  if (!context.rules().forms.contains(concept_id)) return concept_id;
  const Hits fronts = context.HitsIn({noun.end - 1, noun.end}, SenseKind::kFront);
  if (!fronts.empty()) return context.nouns().Of(*fronts.back()).concept_id;
  const std::uint32_t from = noun.begin - std::min(noun.begin, kLongestTrigger);
  std::string built = concept_id;
  for (const Hit* hit : context.HitsIn({from, noun.end + kBuiltReach + 1}, SenseKind::kNoun)) {
    const Noun& other = context.nouns().Of(*hit);
    const bool before = hit->end_token == noun.begin;
    const bool behind = hit->first_token >= noun.end && AreJoined(context, noun.end, hit->first_token);
    if (other.generic || !(before || behind) || !context.rules().sites.contains(other.concept_id)) continue;
    built = other.concept_id;
    break;
  }
  return built;
}

std::string NearestTopic(const ClaimContext& context, const Binding& binding, bool of_value_only) {
  std::string nearest;
  int best = binding.frame->event ? kFarthestOfEvent : kFarthest;
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  for (const Hit* hit : context.HitsIn(sentence, SenseKind::kTopic)) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    if (context.IsNamed(tokens)) continue;
    const int behind = context.Distance(tokens, binding.tokens);
    const bool of_value = tokens.begin >= binding.tokens.end && behind <= kNounOfPercent;
    // "goods" say of what a duty is, and nothing of an event.
    if (!of_value && (of_value_only || context.rules().of_value.contains(context.rules().topics[hit->sense.entry])))
      continue;
    const int far = tokens.begin > binding.tokens.begin && tokens.begin >= binding.trigger.end ? kNounAfterValue : 0;
    const int distance = of_value ? behind : context.Distance(tokens, binding.trigger) + far;
    if (distance >= best) continue;
    best = distance;
    nearest = context.rules().topics[hit->sense.entry];
  }
  return nearest;
}

std::string NearestSegment(const ClaimContext& context, const Binding& binding) {
  std::string nearest;
  int best = kFarthestOfPrice;
  for (const Hit* hit :
       context.HitsIn({binding.sentence->first_token, binding.sentence->end_token}, SenseKind::kTopic)) {
    const std::string& topic = context.rules().topics[hit->sense.entry];
    const TokenRange tokens{hit->first_token, hit->end_token};
    const int distance = context.Distance(tokens, binding.trigger) + Passed(context, binding, tokens) * kNounAfterValue;
    if (!context.rules().segments.contains(topic) || distance >= best) continue;
    best = distance;
    nearest = topic;
  }
  return nearest;
}

std::string NearestNoun(const ClaimContext& context, const Binding& binding) {
  return NounSearch(context, binding).Run();
}

std::string GoodsOfText(const ClaimContext& context) {
  const std::span<const Sentence> sentences = context.document().sentences();
  if (sentences.empty()) return "";
  for (const Hit* hit : context.HitsIn({0, sentences.front().end_token}, SenseKind::kNoun)) {
    const Noun& noun = context.nouns().Of(*hit);
    const bool named = context.IsNamed(TokenRange{hit->first_token, hit->end_token});
    if (noun.generic || noun.concept_id.empty() || named || context.rules().vague.contains(noun.concept_id)) continue;
    if (hit->compound_head && !noun.in_compounds) continue;
    if (IsGoods(context, noun.concept_id)) return noun.concept_id;
  }
  return "";
}

bool SpeaksOf(const ClaimContext& context, std::string_view concept_id) {
  const auto [known, is_new] = context.known().concepts.try_emplace(concept_id);
  if (!is_new) return known->second;
  for (const SenseKind kind : {SenseKind::kNoun, SenseKind::kFront, SenseKind::kCountedNoun}) {
    for (const Hit* hit : context.document().HitsOf(kind))
      known->second = known->second || context.nouns().Of(*hit).concept_id == concept_id;
  }
  return known->second;
}

std::string GoodsFor(const ClaimContext& context, const Binding& binding, const std::string& subject) {
  const Entity* owner = context.EntityOf(subject);
  // "The market will reach 38 billion dollars": of what the text is about.
  const bool market = subject == kWholeWorld && binding.frame->otherwise == kWholeWorld;
  // "Samsung shipped 41 million."
  const Figure* figure = FigureOf(context, binding);
  const bool bare = binding.frame->goods && figure != nullptr && figure->kind == FigureKind::kCount &&
                    figure->unit.empty() && figure->noun.empty();
  const bool named = (binding.frame->of_text || market || bare) && binding.metric == binding.frame->metric;
  if (market && named) return GoodsOfText(context);
  return owner == nullptr || IsThing(owner->type) || !named ? "" : GoodsOfText(context);
}

bool CountsSources(const ClaimContext& context, ValueRef value) {
  if (value.kind != ValueRef::Kind::kFigure) return false;
  const Figure* figure = &context.read().figures[value.index];
  if (figure->kind != FigureKind::kCount) return false;
  const TokenRange tokens = context.TokensOf(figure->noun.empty() ? figure->span : figure->noun);
  return !context.HitsIn({tokens.begin, tokens.end + 1}, SenseKind::kSourcePhrase).empty();
}

}  // namespace newsgraph::extract
