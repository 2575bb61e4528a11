#include "extract/claim_places.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/claim_rows.h"

namespace newsgraph::extract {
namespace {

// A place farther off, or behind other figures, is seldom where the value holds.
constexpr int kFarthestPlace = 220;
constexpr int kPassedPlace = 80;
// How far, in tenths of a word, a word like "market" stands from its place.
constexpr int kFieldReach = 45;
constexpr std::uint32_t kFieldTokens = 8;
// How many words before or behind a place are looked at for a plant.
constexpr std::uint32_t kSiteTokens = 3;
constexpr std::uint32_t kSiteIdeographs = 7;
// From a country's name back to the first word of its town's: "Szeged, en Hungría".
constexpr std::uint32_t kTownReach = 4;
constexpr std::uint32_t kTownGap = 2;
// How many places stand one behind the other, each in the one before.
constexpr int kMostTowns = 4;
// How many words before a place may say that only most of it is there.
constexpr std::uint32_t kMostlyReach = 10;
// "la de" before a place.
constexpr std::uint32_t kOneOfThose = 2;
// From the word of a comparison to the place behind it: "than in the".
constexpr std::uint32_t kComparedReach = 4;
// A part of a country that no word of place marks.
constexpr int kPartOfSubject = 40;
// How many words of a list of two places are looked at.
constexpr std::uint32_t kListReach = 7;
// How many sentences before may say where something is.
constexpr int kRegionReach = 2;

bool IsSign(const ClaimContext& context, std::uint32_t token) {
  return context.document().tokens()[token].kind == TokenKind::kSign && context.document().Written(token) != "-" &&
         context.document().Written(token) != "\'" && context.document().Written(token) != "’";
}

bool AreJoined(const ClaimContext& context, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t token = from; token < to; ++token) {
    if (IsSign(context, token)) return false;
  }
  return true;
}

bool IsIdeograph(const ClaimContext& context, std::uint32_t token) {
  const std::span<const Token> tokens = context.document().tokens();
  return token < tokens.size() && tokens[token].kind == TokenKind::kIdeograph;
}

// "巴西卡马萨里工厂": a town that no pack knows between its country and what stands there.
bool IsUnknownName(const ClaimContext& context, std::uint32_t from, std::uint32_t to) {
  constexpr std::array kKnown = {SenseKind::kNoun,       SenseKind::kTopic,  SenseKind::kTrigger,  SenseKind::kLocative,
                                 SenseKind::kClauseMark, SenseKind::kStatus, SenseKind::kReference};
  for (std::uint32_t token = from; token < to; ++token) {
    if (!IsIdeograph(context, token) || context.IsNamed(TokenRange{token, token + 1})) return false;
    for (const SenseKind kind : kKnown) {
      if (context.document().HasHit(token, kind)) return false;
    }
  }
  return true;
}

// "renuncia a las plantas de Alemania y retrasa la de Ohio": one of what stood before.
bool IsOneOfThose(const ClaimContext& context, TokenRange place) {
  const Document& document = context.document();
  if (place.begin < kOneOfThose || !context.Says(document.Folded(place.begin - 1), context.rules().of_whom))
    return false;
  if (!context.Says(document.Folded(place.begin - kOneOfThose), context.rules().definite)) return false;
  const Sentence* const sentence = document.SentenceOf(place.begin);
  if (sentence == nullptr) return false;
  const Hits nouns = context.HitsIn({sentence->first_token, place.begin}, SenseKind::kNoun);
  return std::ranges::any_of(
      nouns, [&](const Hit* hit) { return context.rules().sites.contains(context.nouns().Of(*hit).concept_id); });
}

// Whether nothing or one word, as "de", stands between two names.
bool IsGenitive(const ClaimContext& context, std::uint32_t from, std::uint32_t to) {
  return from == to || (from + 1 == to && context.document().tokens()[from].kind == TokenKind::kWord);
}

// "im chinesischen KI-Markt", "中国智能领域", "le marché chinois": there, and not of its people.
// But what is only for a market is not there.
bool IsOfField(const ClaimContext& context, TokenRange place, bool goes) {
  const std::uint32_t from = place.begin - std::min(place.begin, kFieldTokens);
  for (const Hit* hit : context.HitsIn({from, place.end + kFieldTokens}, SenseKind::kFurther)) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    if (static_cast<Apart>(hit->sense.entry) != Apart::kField || context.IsNamed(tokens)) continue;
    if (context.Distance(tokens, place) > kFieldReach) continue;
    const TokenRange phrase{std::min(tokens.begin, place.begin), std::max(tokens.end, place.end)};
    const std::optional<Oblique> oblique = context.ObliqueOf(phrase);
    if (!goes && (oblique == Oblique::kGoal || oblique == Oblique::kElsewhere)) continue;
    // "left Berlin for a market"
    if (place.end <= tokens.begin && context.ObliqueOf(tokens)) continue;
    // Behind the word stands only what it is of: "рынок Китая", "mercado de China".
    if (tokens.end <= place.begin ? hit->ending_bytes == 0 && IsGenitive(context, tokens.end, place.begin)
                                  : AreJoined(context, place.end, tokens.begin))
      return true;
  }
  return false;
}

bool HasMark(const ClaimContext& context, TokenRange gap) {
  const Hits marks = context.HitsIn(gap, SenseKind::kClauseMark);
  return std::any_of(marks.begin(), marks.end(),
                     [&](const Hit* hit) { return context.rules().marks[hit->sense.entry] != ClauseMark::kWeak; });
}

// "a charge because chips may not go to China"
bool IsInAnotherClause(const ClaimContext& context, const Binding& binding, TokenRange place) {
  const std::uint32_t from = std::max(binding.tokens.end, binding.trigger.end);
  if (place.begin < from) return false;
  for (std::uint32_t token = from; token < place.begin; ++token) {
    const std::string_view sign = context.document().Written(token);
    if (sign == ";" || sign == "；" || sign == ":" || sign == "：") return true;
  }
  const Hits marks = context.HitsIn({from, place.begin}, SenseKind::kClauseMark);
  return std::any_of(marks.begin(), marks.end(),
                     [&](const Hit* hit) { return context.rules().marks[hit->sense.entry] == ClauseMark::kStrong; });
}

const std::string& CountryOf(const ClaimContext& context, std::string_view id) {
  static const std::string kNone;
  constexpr int kMost = 8;
  const Entity* place = context.EntityOf(id);
  for (int i = 0; i < kMost && place != nullptr && !place->part_of.empty(); ++i)
    place = context.EntityOf(place->part_of);
  return place == nullptr ? kNone : place->id;
}

// Whether `town` is in `region`, or in its country where that is not all of it: few towns' regions are known.
bool MayBeIn(const ClaimContext& context, const Participant& town, const Participant& region) {
  if (town.type != EntityType::kPlace || town.demonym || town.reference || town.id == region.id) return false;
  if (context.catalogue().IsPartOf(town.id, region.id)) return true;
  const std::string& country = CountryOf(context, region.id);
  return !country.empty() && country != region.id && country != town.id && CountryOf(context, town.id) == country;
}

// "Szeged, en Hungría", "lo stabilimento brasiliano di Manaus": the town beside its country; empty if there is none.
std::string_view TownBeside(const ClaimContext& context, const Participant& country) {
  const TokenRange name = country.tokens;
  const std::uint32_t from = name.begin - std::min(name.begin, kTownReach);
  const std::uint32_t to = country.demonym ? name.end + kSiteTokens : name.begin;
  for (const Participant& each : context.ParticipantsIn({from, to})) {
    const bool part = each.type == EntityType::kPlace && !each.demonym && !each.modifier && each.id != country.id &&
                      context.catalogue().IsPartOf(each.id, country.id);
    const bool beside = each.tokens.end <= name.begin ? name.begin - each.tokens.end <= kTownGap
                                                      : IsGenitive(context, name.end, each.tokens.begin);
    const std::optional<Oblique> oblique = context.ObliqueOf(each);
    if (part && beside && oblique != Oblique::kOrigin && oblique != Oblique::kSeat) return each.id;
  }
  return "";
}

// "日本广岛", "岩手県の北上工場", "미국 조지아주 서배너": the last of the places that stand right behind each other,
// each in the one before; `region` where there is none.
const Participant& TownRightBehind(const ClaimContext& context, const Participant& region) {
  const Participant* town = &region;
  for (int towns = 0; towns < kMostTowns; ++towns) {
    const std::uint32_t end = town->tokens.end;
    if (end >= context.document().tokens().size()) break;
    const bool apart = context.document().tokens()[end].space_before && !context.MarksTopics();
    const bool joined = context.document().Written(end) == "・" || context.document().Written(end) == "の";
    const std::uint32_t next = end + (joined ? 1 : 0);
    const std::span<const Participant> behind = context.ParticipantsIn({next, next + 1});
    if (apart || town->demonym || behind.empty() || !MayBeIn(context, behind.front(), *town)) break;
    town = &behind.front();
  }
  return *town;
}

// "25 percent of what they earn in Peru": a share that is taken says behind it what it is taken of.
bool IsOfBase(const ClaimContext& context, const Binding& binding, TokenRange place) {
  const Figure* figure = FigureOf(context, binding);
  return binding.frame->charge && figure != nullptr && figure->kind == FigureKind::kPercent &&
         place.begin >= binding.tokens.end;
}

// "rose to 5 in Peru, in Chile to 3": what a comma parts from the value and another figure follows is that one's.
bool IsBehindNextValue(const ClaimContext& context, const Binding& binding, TokenRange place) {
  if (place.begin < binding.tokens.end || binding.trigger.begin > place.end) return false;
  if (AreJoined(context, binding.tokens.end, place.begin)) return false;
  const auto& figures = context.read().figures;
  const std::uint32_t end = context.document().tokens()[place.end - 1].span.end;
  const auto next = std::lower_bound(figures.begin(), figures.end(), end,
                                     [](const Figure& f, std::uint32_t at) { return f.span.begin < at; });
  return next != figures.end() && next->span.begin < binding.sentence->span.end &&
         AreJoined(context, place.end, context.TokensOf(next->span).begin);
}

// "スズキのインド販売", "기아의 미국 재고": a place right before the word for what a firm does there.
bool IsOfTopic(const ClaimContext& context, const Binding& binding, const Subject& subject, const Participant& place) {
  const Entity* firm = context.EntityOf(subject.id);
  return place.tokens.end == binding.trigger.begin && !place.demonym && firm != nullptr &&
         firm->type == EntityType::kCompany && subject.tokens.end <= place.tokens.begin;
}

// "will close 120 stores, mainly in Spain": not all of them there.
bool IsOfMost(const ClaimContext& context, TokenRange place) {
  const Hits hits =
      context.HitsIn({place.begin - std::min(place.begin, kMostlyReach), place.begin}, SenseKind::kFurther);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) {
    if (static_cast<Apart>(hit->sense.entry) != Apart::kMostly || hit->end_token > place.begin) return false;
    // "mainly in Spain and in Britain"
    const bool listed = !context.ParticipantsIn({hit->end_token, place.begin}).empty();
    return (listed || hit->end_token + kTownGap >= place.begin) && AreJoined(context, hit->end_token, place.begin);
  });
}

// "…, Huang said at a forum in Gyeongju": where somebody speaks, behind the comma that ends what he says.
bool IsWhereSomebodySpeaks(const ClaimContext& context, const Binding& binding, TokenRange place) {
  const std::uint32_t end = std::max(binding.tokens.end, binding.trigger.end);
  if (place.begin <= end) return false;
  const Hits words = context.HitsIn({end, place.begin}, SenseKind::kAttribution);
  return std::ranges::any_of(words, [&](const Hit* hit) {
    return !AreJoined(context, end, hit->first_token) && AreJoined(context, hit->end_token, place.begin);
  });
}

// What it costs to take `place` for where the value holds; nothing where it is not.
std::optional<int> WhereCost(const ClaimContext& context, const Binding& binding, const Subject& subject,
                             const Participant& place) {
  const std::optional<Oblique> oblique = context.ObliqueOf(place);
  if (oblique == Oblique::kSeat || oblique == Oblique::kOutside || IsOfBase(context, binding, place.tokens))
    return std::nullopt;
  if (IsBehindNextValue(context, binding, place.tokens) || IsWhereSomebodySpeaks(context, binding, place.tokens) ||
      (IsOfChange(context, binding.metric) && IsBaseOfComparison(context, place.tokens)))
    return std::nullopt;
  if (IsOfField(context, place.tokens, binding.frame->goes)) return 0;
  if (place.id != subject.id && IsOfSite(context, place.tokens)) return 0;
  // Where a firm is at home: "Samsung of South Korea employs".
  if (place.demonym || place.modifier || IsOfMost(context, place.tokens)) return std::nullopt;
  if (IsOfTopic(context, binding, subject, place)) return 0;
  if (oblique == Oblique::kPlace || (oblique == Oblique::kGoal && binding.frame->goes)) return 0;
  // "Bavaria announced a plant for Munich"
  const bool behind = place.tokens.begin >= std::max(binding.tokens.end, binding.trigger.end);
  const bool directed = oblique == Oblique::kGoal || oblique == Oblique::kElsewhere;
  if (directed && behind && place.id != subject.id && context.catalogue().IsPartOf(place.id, subject.id))
    return kPartOfSubject;
  return std::nullopt;
}

// "employs 96,000 people, 61,000 of them in France": what stands behind a part, which a comma sets off, is that part's.
bool IsOfPartBehind(const ClaimContext& context, const Binding& binding, TokenRange place) {
  const Figure* own = FigureOf(context, binding);
  if (own == nullptr || binding.value.index + 1 >= context.read().figures.size()) return false;
  const Figure& next = context.read().figures[binding.value.index + 1];
  const TokenRange part = context.TokensOf(next.span);
  if (next.parallel_to || next.kind != own->kind || part.end > place.begin) return false;
  for (std::uint32_t token = binding.tokens.end; token < part.begin; ++token) {
    const std::string_view sign = context.document().Written(token);
    if (sign == "," || sign == "，" || sign == "、" || sign == "،") return true;
  }
  return false;
}

}  // namespace

bool IsBaseOfComparison(const ClaimContext& context, TokenRange place) {
  const Hits words =
      context.HitsIn({place.begin - std::min(place.begin, kComparedReach), place.begin}, SenseKind::kComparison);
  return std::ranges::any_of(words, [&](const Hit* hit) {
    return static_cast<Side>(hit->sense.entry) == Side::kBefore && hit->end_token + 1 >= place.begin;
  });
}

std::string ClosestPlace(const ClaimContext& context, const Participant& region) {
  const Participant& place = TownRightBehind(context, region);
  if (const std::string_view town = TownBeside(context, place); !town.empty()) return std::string(town);
  const Entity* known = context.catalogue().FindEntity(place.id);
  if (known == nullptr || known->part_of.empty()) return std::string(place.id);
  const std::uint32_t from = place.tokens.begin - std::min(place.tokens.begin, kListReach);
  for (const Participant& each : context.ParticipantsIn({from, place.tokens.begin})) {
    const Entity* other = context.catalogue().FindEntity(each.id);
    if (each.type != EntityType::kPlace || each.demonym || other == nullptr || other->part_of != known->part_of)
      continue;
    if (!context.HitsIn({each.tokens.end, place.tokens.begin}, SenseKind::kClauseMark).empty())
      return std::string(each.id);
  }
  return std::string(place.id);
}

bool HasActor(const ClaimContext& context, const Binding& binding, const Participant& place) {
  if (binding.frame->subjects.front() != EntityType::kCompany) return false;
  const auto before = context.ParticipantsIn({binding.sentence->first_token, place.tokens.begin});
  return std::any_of(before.begin(), before.end(), [&](const Participant& each) {
    const TokenRange gap{each.tokens.end, place.tokens.begin};
    return each.type == EntityType::kCompany && !each.modifier && !context.ObliqueOf(each) && !HasMark(context, gap) &&
           context.HitsIn(gap, SenseKind::kAttribution).empty();
  });
}

bool IsOfSite(const ClaimContext& context, TokenRange place) {
  if (IsOneOfThose(context, place)) return true;
  const std::uint32_t from = place.begin - std::min(place.begin, kSiteTokens);
  const bool touches = IsIdeograph(context, place.end);
  for (const Hit* hit :
       context.HitsIn({from, place.end + (touches ? kSiteIdeographs : kSiteTokens)}, SenseKind::kNoun)) {
    if (!context.rules().sites.contains(context.nouns().Of(*hit).concept_id)) continue;
    const bool before = hit->end_token <= place.begin;
    // "shipped from its Nanjing plant"
    const TokenRange phrase{std::min(hit->first_token, place.begin), std::max(hit->end_token, place.end)};
    if (context.ObliqueOf(phrase) == Oblique::kOrigin) continue;
    const std::uint32_t gap_begin = before ? hit->end_token : place.end;
    const std::uint32_t gap_end = before ? place.begin : hit->first_token;
    if (gap_end < gap_begin || !AreJoined(context, gap_begin, gap_end)) continue;
    if (gap_end - gap_begin <= 1 || (!before && IsUnknownName(context, gap_begin, gap_end))) return true;
  }
  return false;
}

bool IsBehindSite(const ClaimContext& context, TokenRange place) {
  const auto before = context.ParticipantsIn({place.begin - std::min(place.begin, kTownReach), place.begin});
  return std::any_of(before.begin(), before.end(), [&](const Participant& each) {
    return each.type == EntityType::kPlace && IsOfSite(context, each.tokens);
  });
}

std::string FindPlace(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const Participant* nearest = nullptr;
  int best = kFarthestPlace;
  for (const Participant& participant :
       context.ParticipantsIn({binding.sentence->first_token, binding.sentence->end_token})) {
    if (participant.type != EntityType::kPlace || participant.reference || participant.id == kWholeWorld) continue;
    const std::optional<int> cost = WhereCost(context, binding, subject, participant);
    if (!cost || IsOfPartBehind(context, binding, participant.tokens)) continue;
    const int distance = *cost +
                         std::min(context.Distance(participant.tokens, binding.tokens),
                                  context.Distance(participant.tokens, binding.trigger)) +
                         Passed(context, binding, participant.tokens, true) * kPassedPlace +
                         (IsInAnotherClause(context, binding, participant.tokens) ? kPassedPlace : 0);
    if (distance >= best) continue;
    best = distance;
    nearest = &participant;
  }
  if (nearest == nullptr) return "";
  return ClosestPlace(context, *nearest);
}

std::string RegionBefore(const ClaimContext& context, const Binding& binding, const Subject& subject) {
  const std::span<const Participant> named = context.ParticipantsIn({subject.tokens.begin, subject.tokens.begin + 1});
  const bool by_name = subject.same_sentence && !named.empty() && !named.front().demonym && !named.front().reference;
  if (by_name) return "";
  const Sentence* sentence = binding.sentence;
  for (int i = 0; i < kRegionReach && sentence->first_token > 0; ++i) {
    sentence = context.document().SentenceOf(sentence->first_token - 1);
    if (sentence == nullptr || sentence->paragraph != binding.sentence->paragraph) break;
    for (const Participant& each : context.ParticipantsIn({sentence->first_token, sentence->end_token})) {
      if (each.type != EntityType::kPlace || each.reference || each.modifier || each.demonym) continue;
      if (!context.catalogue().IsPartOf(each.id, subject.id)) continue;
      if (context.ObliqueOf(each) == Oblique::kPlace || IsOfField(context, each.tokens, false))
        return std::string(each.id);
    }
  }
  return "";
}

bool IsGoalOfParts(const ClaimContext& context, const Binding& binding, const Participant& place) {
  if (place.type != EntityType::kPlace) return false;
  const std::optional<Oblique> oblique = context.ObliqueOf(place);
  return oblique == Oblique::kOutside || (binding.continued && binding.frame->goes && oblique == Oblique::kGoal);
}

bool MovesInPrice(const ClaimContext& context, const Claim& claim) {
  const auto& measured = context.rules().measured_by;
  return IsOfChange(context, claim.metric) &&
         std::any_of(measured.begin(), measured.end(), [&](const auto& each) { return each.second == claim.object; });
}

bool GoesWithoutSaying(const ClaimContext& context, const Binding& binding, const Claim& claim) {
  const Entity* subject = context.catalogue().FindEntity(claim.subject);
  // Shares rise and fall where they are traded.
  if (MovesInPrice(context, claim)) return true;
  return binding.frame->total && claim.place == claim.subject && subject != nullptr && subject->part_of.empty();
}

}  // namespace newsgraph::extract
