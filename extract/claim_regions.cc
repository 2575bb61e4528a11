#include "extract/claim_regions.h"

#include <algorithm>
#include <optional>

#include "extract/claim_places.h"
#include "extract/claim_scope.h"
#include "extract/claim_sites.h"

namespace newsgraph::extract {
namespace {

// How many sentences before, and their paragraphs, may say where "there" is.
constexpr int kSpokenReach = 3;
constexpr std::uint32_t kParagraphsBack = 1;
// How many signs part a place from "where".
constexpr std::uint32_t kWhereGap = 1;

std::optional<std::uint32_t> FirstThere(const ClaimContext& context, const Binding& binding) {
  for (const Hit* hit : context.HitsIn(ClauseOf(binding), SenseKind::kFurther)) {
    if (static_cast<Apart>(hit->sense.entry) == Apart::kThere) return hit->first_token;
  }
  return std::nullopt;
}

// The first place in `range` where a plant stands, else, beside a word for one, where anything is; without `sites`,
// where anything is, or the last place of all.
std::string PlaceIn(const ClaimContext& context, TokenRange range, bool sites) {
  const bool marked = !sites || NamesSite(context, range);
  const Participant* where = nullptr;
  std::string last;
  for (const Participant& each : context.ParticipantsIn(range)) {
    if (each.type != EntityType::kPlace || each.reference || each.demonym || each.id == kWholeWorld) continue;
    if (IsOfSite(context, each.tokens)) return ClosestPlace(context, each);
    if (each.modifier) continue;
    if (where == nullptr && marked && context.ObliqueOf(each) == Oblique::kPlace) where = &each;
    if (!sites) last = each.id;
  }
  return where == nullptr ? last : ClosestPlace(context, *where);
}

// "Guyana, where firms are active, and the US could get": a comma and a conjunction, or a semicolon,
// close what "where" opened.
bool IsClosed(const ClaimContext& context, TokenRange clause) {
  for (std::uint32_t token = clause.begin; token < clause.end; ++token) {
    if (context.document().Written(token) == ";") return true;
  }
  const Hits marks = context.HitsIn(clause, SenseKind::kClauseMark);
  return std::ranges::any_of(marks, [&](const Hit* mark) {
    const ClauseMark kind = context.rules().marks[mark->sense.entry];
    return kind != ClauseMark::kRelative && context.document().Written(mark->first_token - 1) == ",";
  });
}

// "El Paso, Texas, where it builds a data center": the place right before the last such word ahead of the value.
std::string PlaceBeforeWhere(const ClaimContext& context, const Binding& binding) {
  std::string place;
  const TokenRange ahead{binding.sentence->first_token, binding.tokens.begin};
  for (const Hit* hit : context.HitsIn(ahead, SenseKind::kFurther)) {
    if (static_cast<Apart>(hit->sense.entry) != Apart::kWhere) continue;
    if (IsClosed(context, {hit->end_token, binding.tokens.begin})) continue;
    for (const Participant& each : context.ParticipantsIn({ahead.begin, hit->first_token})) {
      if (each.type != EntityType::kPlace || each.demonym || each.reference) continue;
      if (hit->first_token - each.tokens.end <= kWhereGap) place = ClosestPlace(context, each);
    }
  }
  return place;
}

// "It", "its": one word that says nothing of what it stands for, so that it may be a plant as well as a firm.
bool IsPronoun(const ClaimContext& context, const Participant& participant) {
  const TokenRange tokens = participant.tokens;
  return participant.reference && tokens.begin + 1 == tokens.end && context.HitsIn(tokens, SenseKind::kNoun).empty();
}

// Whether `subject` is named by no more than a pronoun in the value's sentence, or not at all.
bool IsUnnamed(const ClaimContext& context, const Subject& subject) {
  if (!subject.same_sentence) return true;
  const auto by = context.ParticipantsIn({subject.tokens.begin, subject.tokens.begin + 1});
  return !by.empty() && IsPronoun(context, by.front());
}

// What is told of a plant after it was named: "It can build 5,000 a year", "The investment comes to 5 million".
bool GoesOnOfSite(const ClaimContext& context, const Binding& binding, const Subject& subject, ClaimStatus status) {
  const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
  const bool ahead = status == ClaimStatus::kPlanned || status == ClaimStatus::kForecast;
  const bool local = binding.frame->local || (binding.frame->local_ahead && ahead);
  if (!local && (binding.frame->event || !HasEvent(context, sentence))) return false;
  const auto named = context.ParticipantsIn(sentence);
  return IsUnnamed(context, subject) && std::ranges::none_of(named, [&](const Participant& each) {
           return each.type == EntityType::kPlace ||
                  (each.type == EntityType::kCompany && !each.modifier && !IsPronoun(context, each));
         });
}

// The first place of the text that is in `country`; null where there is none.
const Participant* FirstTownIn(const ClaimContext& context, const std::string& country) {
  const auto [known, is_new] = context.known().towns.try_emplace(country, nullptr);
  if (!is_new) return known->second;
  for (const Participant& each :
       context.ParticipantsIn({0, static_cast<std::uint32_t>(context.document().tokens().size())})) {
    const bool place = each.type == EntityType::kPlace && !each.demonym && !each.reference;
    if (place && each.id != country && context.catalogue().IsPartOf(each.id, country)) return known->second = &each;
  }
  return nullptr;
}

}  // namespace

std::string PlaceSpokenOf(const ClaimContext& context, const Binding& binding, const Subject& subject,
                          ClaimStatus status) {
  const Figure* const figure = FigureOf(context, binding);
  const bool counted = figure == nullptr || figure->kind == FigureKind::kCount ||
                       figure->kind == FigureKind::kMeasure || binding.frame->sited;
  if (!counted) return "";
  if (std::string place = PlaceBeforeWhere(context, binding); !place.empty()) return place;
  const std::optional<std::uint32_t> there = FirstThere(context, binding);
  const bool spoken = !there && SpeaksOfSite(context, binding);
  if (!there && !spoken && !GoesOnOfSite(context, binding, subject, status)) return "";
  // Money goes to other things, too.
  const bool money = figure != nullptr && figure->kind == FigureKind::kMoney;
  const std::uint32_t back = there || (money && !spoken) ? 0 : kParagraphsBack;
  const Sentence* sentence = binding.sentence;
  // "built near Ghent; 500 people will work there"
  std::string place = there ? PlaceIn(context, {sentence->first_token, *there}, false) : "";
  for (int i = 0; place.empty() && i < kSpokenReach && sentence->first_token > 0; ++i) {
    sentence = context.document().SentenceOf(sentence->first_token - 1);
    const bool headline = sentence != nullptr && sentence->paragraph == 0 && binding.sentence->paragraph > 0;
    if (sentence == nullptr || headline || sentence->paragraph + back < binding.sentence->paragraph) break;
    place = PlaceIn(context, {sentence->first_token, sentence->end_token}, !there);
  }
  return place;
}

std::string TownOfSite(const ClaimContext& context, const Binding& binding, const std::string& place) {
  const auto named = context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token});
  const bool spoken = std::ranges::any_of(named, [&](const Participant& each) {
    return each.id == place && each.demonym && each.type == EntityType::kPlace && IsOfSite(context, each.tokens);
  });
  if (!spoken) return place;
  const Participant* const town = FirstTownIn(context, place);
  return town != nullptr && town->tokens.begin < binding.sentence->first_token ? std::string(town->id) : place;
}

void ClaimRegions::Stay(const Binding& binding, const Subject& owner, Claim& claim) {
  const bool money = claim.value.kind == ValueRef::Kind::kFigure &&
                     context_.read().figures[claim.value.index].kind == FigureKind::kMoney;
  if (!binding.frame->national || binding.frame->event || money) return;
  const std::uint32_t paragraph = binding.sentence->paragraph;
  if (claim.place.empty()) claim.place = RegionBefore(context_, binding, owner);
  const Entity* place = context_.catalogue().FindEntity(claim.place);
  const Entity* subject = context_.EntityOf(claim.subject);
  if (place != nullptr && !place->part_of.empty()) {
    region_ = claim.place;
    paragraph_ = paragraph;
  } else if (claim.place.empty() && subject != nullptr && (!binding.frame->topics || paragraph_ == paragraph)) {
    const bool own = subject->type == EntityType::kPlace ? context_.catalogue().IsPartOf(region_, claim.subject)
                                                         : subject->type == EntityType::kCompany;
    if (own) claim.place = region_;
  }
}

}  // namespace newsgraph::extract
