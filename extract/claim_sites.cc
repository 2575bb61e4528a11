#include "extract/claim_sites.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "extract/claim_bystanders.h"
#include "extract/claim_places.h"
#include "extract/claim_scope.h"

namespace newsgraph::extract {
namespace {

// How many words stand between a site's name and the word for what it is.
constexpr std::uint32_t kNameReach = 2;
// How far, in tenths of a word, the only site of a sentence may stand from the value.
constexpr int kFarthestSite = 200;
// And what it costs; "a battery plant" has its goods that much nearer.
constexpr int kFarthestCost = 130;
constexpr int kGoodsOfSite = 40;
// What costs less, in any currency, is a part of one, or what it makes.
constexpr std::int64_t kLeastOfSite = 1'000'000;
constexpr std::int64_t kSurelyOfSite = 1'000'000'000;
constexpr int kFarthestSurely = 300;

const std::string& KindOf(const ClaimContext& context, const Hit& hit) {
  static const std::string kNone;
  const Noun& noun = context.nouns().Of(hit);
  const bool head = hit.compound_head && !noun.in_compounds;
  return head || !context.rules().sites.contains(noun.concept_id) ? kNone : noun.concept_id;
}

bool IsCounted(const ClaimContext& context, std::uint32_t token) {
  const Sentence* const sentence = context.document().SentenceOf(token);
  return sentence != nullptr && std::ranges::any_of(context.FiguresIn(sentence->span), [&](const Figure& figure) {
           return !figure.noun.empty() && context.TokensOf(figure.noun).Covers(token);
         });
}

// "The plant", "the $2.8 billion site"
bool IsDefinite(const ClaimContext& context, std::uint32_t token) {
  if (context.IsDefinite(token) || token == 0) return context.IsDefinite(token);
  const Sentence* const sentence = context.document().SentenceOf(token);
  return sentence != nullptr && std::ranges::any_of(context.FiguresIn(sentence->span), [&](const Figure& figure) {
           const TokenRange tokens = context.TokensOf(figure.span);
           return tokens.end == token && context.IsDefinite(tokens.begin);
         });
}

// The only kind of site in `range`; empty where there is none, or several.
std::string OnlySite(const ClaimContext& context, TokenRange range, const Binding* near) {
  std::string only;
  for (const SenseKind kind : {SenseKind::kNoun, SenseKind::kCountedNoun}) {
    for (const Hit* hit : context.HitsIn(range, kind)) {
      const std::string& site = KindOf(context, *hit);
      const TokenRange tokens{hit->first_token, hit->end_token};
      if (site.empty() || site == only || IsCounted(context, tokens.begin)) continue;
      if (near != nullptr && context.Distance(tokens, near->tokens) > kFarthestSite) continue;
      if (!only.empty()) return "";
      only = site;
    }
  }
  return only;
}

bool NamesForm(const ClaimContext& context, TokenRange sentence) {
  const Hits nouns = context.HitsIn(sentence, SenseKind::kNoun);
  return std::ranges::any_of(
      nouns, [&](const Hit* hit) { return context.rules().forms.contains(context.nouns().Of(*hit).concept_id); });
}

// See SiteBeside.
std::string KindBeside(const ClaimContext& context, std::string_view id) {
  const std::span<const Sentence> sentences = context.document().sentences();
  for (const Participant& participant : context.ParticipantsIn({0, sentences.back().end_token})) {
    context.CountWeighed();
    if (participant.id != id) continue;
    const TokenRange name = participant.tokens;
    const std::uint32_t from = name.begin - std::min(name.begin, kNameReach + 2);
    for (const Hit* hit : context.HitsIn({from, name.end + 1}, SenseKind::kNoun)) {
      const std::string& site = KindOf(context, *hit);
      const bool before = hit->end_token <= name.begin && name.begin - hit->end_token < kNameReach;
      if (!site.empty() && (before || hit->first_token == name.end)) return site;
    }
  }
  return "";
}

// "In Vineland, a data center", "in Finland, where the campus": but what "Dutch roofs" bear is the country's.
bool IsWhereAFirmBuilds(const ClaimContext& context, const Binding& binding, const Participant& place) {
  return !place.demonym && (context.IsTown(place) || context.ObliqueOf(place) == Oblique::kPlace) &&
         NamesSite(context, {binding.sentence->first_token, binding.sentence->end_token});
}

// "ハンガリー・セゲド工場": whether the place right behind, in that country, is where a plant stands.
bool DescribesSite(const ClaimContext& context, TokenRange country) {
  const auto behind = context.ParticipantsIn({country.end, country.end + kNameReach});
  return !behind.empty() && behind.front().type == EntityType::kPlace && IsOfSite(context, behind.front().tokens);
}

}  // namespace

const std::string& SiteBeside(const ClaimContext& context, std::string_view id) {
  const auto [known, is_new] = context.known().sites.try_emplace(std::string(id));
  if (is_new) known->second = KindBeside(context, id);
  return known->second;
}

std::string SiteMeant(const ClaimContext& context, const Binding& binding) {
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  std::string site = OnlySite(context, sentence, &binding);
  const Figure* const figure = FigureOf(context, binding);
  const bool measured = figure != nullptr && figure->kind == FigureKind::kMeasure;
  if (!site.empty() || !(measured || NamesForm(context, sentence)) || sentence.begin == 0) return site;
  if (const Sentence* const before = context.SentenceBefore(*binding.sentence); before != nullptr)
    site = OnlySite(context, {before->first_token, before->end_token}, nullptr);
  const Sentence& headline = context.document().sentences().front();
  return site.empty() ? OnlySite(context, {0, headline.end_token}, nullptr) : site;
}

bool NamesSite(const ClaimContext& context, TokenRange range) {
  const Hits nouns = context.HitsIn(range, SenseKind::kNoun);
  return std::ranges::any_of(nouns, [&](const Hit* hit) { return !KindOf(context, *hit).empty(); });
}

bool SpeaksOfSite(const ClaimContext& context, const Binding& binding) {
  const Hits nouns = context.HitsIn(ClauseOf(binding), SenseKind::kNoun);
  return std::ranges::any_of(nouns, [&](const Hit* hit) {
    if (KindOf(context, *hit).empty() || !IsDefinite(context, hit->first_token)) return false;
    const TokenRange tokens{hit->first_token, hit->end_token};
    const int distance = std::min(context.Distance(tokens, binding.tokens), context.Distance(tokens, binding.trigger));
    return distance < kFarthestSite && !IsCounted(context, tokens.begin);
  });
}

bool TellsOfSite(const ClaimContext& context, const Sentence& sentence, TokenRange trigger) {
  const TokenRange tokens{sentence.first_token, sentence.end_token};
  for (const Hit* hit : context.HitsIn(tokens, SenseKind::kNoun)) {
    if (KindOf(context, *hit).empty() || IsCounted(context, hit->first_token)) continue;
    if (context.Distance({hit->first_token, hit->end_token}, trigger) < kFarthestSite) return true;
  }
  // "It is to start in 2028", "the first cells will be made there"; not "sales start".
  const TokenRange head{tokens.begin, trigger.begin};
  const Hits further = context.HitsIn(tokens, SenseKind::kFurther);
  const bool there = std::ranges::any_of(
      further, [](const Hit* hit) { return static_cast<Apart>(hit->sense.entry) == Apart::kThere; });
  constexpr std::array kSpeaks = {SenseKind::kNoun, SenseKind::kTopic, SenseKind::kTrigger};
  const bool bare = std::ranges::all_of(kSpeaks, [&](SenseKind kind) { return context.HitsIn(head, kind).empty(); });
  const auto named = context.ParticipantsIn(tokens);
  const bool nobody = std::ranges::none_of(named, [](const Participant& each) {
    return each.type == EntityType::kCompany && !each.modifier && !each.reference;
  });
  const Sentence* const before = context.SentenceBefore(sentence);
  return nobody && (there || bare) && before != nullptr && NamesSite(context, {before->first_token, before->end_token});
}

bool IsOfASite(const ClaimContext& context, const Binding& binding) {
  const Figure* const figure = FigureOf(context, binding);
  if (figure == nullptr || figure->kind != FigureKind::kMoney || !figure->per.empty() || !binding.triggered())
    return false;
  if (figure->value < Decimal(kLeastOfSite)) return false;
  // "A plant was opened in Camaçari; it cost 5.5 billion": nothing that is sold costs as much.
  const int farthest = figure->value < Decimal(kSurelyOfSite) ? kFarthestCost : kFarthestSurely;
  int site = farthest;
  int goods = farthest;
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  for (const Hit* hit : context.HitsIn(sentence, SenseKind::kNoun)) {
    const Noun& noun = context.nouns().Of(*hit);
    const TokenRange tokens{hit->first_token, hit->end_token};
    if (noun.generic || context.IsNamed(tokens)) continue;
    const int distance = context.Distance(tokens, binding.trigger);
    if (!KindOf(context, *hit).empty()) {
      site = std::min(site, distance);
    } else if (!noun.concept_id.empty() && IsGoods(context, noun.concept_id)) {
      goods = std::min(goods, distance);
    }
  }
  for (const Participant& participant : context.ParticipantsIn(sentence)) {
    if (IsThing(participant.type)) goods = std::min(goods, context.Distance(participant.tokens, binding.trigger));
  }
  return site < farthest && site < goods + kGoodsOfSite;
}

std::string FirmOfSite(const ClaimContext& context, const Binding& binding, const Participant& place,
                       const std::string& earlier) {
  if (place.type != EntityType::kPlace || place.id == kWholeWorld) return "";
  const ClaimFrame& frame = *binding.frame;
  // "In Vineland, where the complex with its 300 megawatts", "Finnish Mäntsälä grows to 75 megawatts"
  const Figure* const figure = FigureOf(context, binding);
  const bool powered = figure != nullptr && figure->kind == FigureKind::kMeasure && frame.sited && frame.local &&
                       IsWhereAFirmBuilds(context, binding, place);
  if (frame.subjects.front() != EntityType::kCompany && !powered) return "";
  if (frame.sited && IsOfSomebody(context, binding)) return "";
  const bool site =
      IsOfSite(context, place.tokens) || IsBehindSite(context, place.tokens) || DescribesSite(context, place.tokens);
  // "In Szeged it makes 5,000 a year", "In Hungary, 5,000 a year can be made".
  const bool there = !frame.national && !place.demonym && (frame.local || context.IsTown(place)) &&
                     context.ObliqueOf(place) == Oblique::kPlace;
  if (!site && !there && !powered) return "";
  const Entity* const spoken = context.EntityOf(earlier);
  if (spoken != nullptr && spoken->type == EntityType::kCompany && !context.IsObserver(earlier)) return earlier;
  const auto firm_in = [&](const Sentence& sentence) -> std::string {
    for (const Participant& each : context.ParticipantsIn({sentence.first_token, sentence.end_token})) {
      if (each.type == EntityType::kCompany && !each.modifier && !context.IsObserver(each.id) &&
          !context.ObliqueOf(each))
        return std::string(each.id);
    }
    return "";
  };
  // "Acme invests in Europe, too. The plant in Rotterdam will cost"
  if (const Sentence* const before = context.SentenceBefore(*binding.sentence); before != nullptr) {
    if (std::string firm = firm_in(*before); !firm.empty()) return firm;
  }
  std::string firm = firm_in(context.document().sentences().front());
  return firm.empty() ? std::string(context.protagonist()) : firm;
}

}  // namespace newsgraph::extract
