#include "extract/weak_names.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "extract/name_runs.h"
#include "extract/oblique.h"

namespace newsgraph::extract {
namespace {

// A bare number counts right after its maker ("Cambricons 690") only.
bool FollowsMaker(const ArticleNames& article, const ArticleNames::KnownName& name) {
  const Mention* before = name.first_token == 0 ? nullptr : article.MentionOf(name.first_token - 1);
  return before != nullptr && before->entity->id == article.names().entity(*name.match.name).maker;
}

bool IsListedWithItsLike(const ArticleNames& article, const ArticleNames::KnownName& name, EntityType type) {
  const auto is_like = [&](const Mention* mention) { return mention != nullptr && mention->type == type; };
  const auto separates = [&](std::uint32_t token) {
    return article.IsAnySign(token, ",、") || article.HasCue(token, CueKind::kListLink);
  };
  if (name.first_token >= 2 && separates(name.first_token - 1) && is_like(article.MentionOf(name.first_token - 2))) {
    return true;
  }
  return separates(name.end_token) && is_like(article.MentionOf(name.end_token + 1));
}

// "Samsung kam auf 21 Prozent, Apple auf 19": its own number stands behind it as one does behind its like.
bool IsCountedWithItsLike(const ArticleNames& article, const ArticleNames::KnownName& name) {
  constexpr std::uint32_t kFarthestLike = 20;
  constexpr std::uint32_t kNumberReach = 2;
  const std::span<const Token> tokens = article.document().tokens();
  const auto is_number = [&](std::uint32_t token) {
    return token < tokens.size() && tokens[token].kind == TokenKind::kNumber;
  };
  if (name.first_token < 2) return false;
  const std::uint32_t before = name.first_token - 1;
  if (!article.IsAnySign(before, ",，、;；") && !article.HasCue(before, CueKind::kListLink)) return false;
  bool counted = false;
  for (std::uint32_t at = name.end_token; at < name.end_token + kNumberReach; ++at)
    counted = counted || (is_number(at) && article.SameSentence(name.first_token, at));
  if (!counted) return false;
  bool number = false;
  for (std::uint32_t at = before; at > before - std::min(before, kFarthestLike); --at) {
    number = number || is_number(at);
    const Mention* const like = article.MentionOf(at - 1);
    if (number && like != nullptr && like->type == EntityType::kCompany)
      return article.SameSentence(at - 1, name.first_token);
  }
  return false;
}

// "at Meta": capitalised amid words that are not.
bool IsCapitalisedForItself(const ArticleNames& article, const ArticleNames::KnownName& name) {
  const std::span<const Token> tokens = article.document().tokens();
  if (!tokens[name.first_token].capitalised || article.StartsSentence(name.first_token)) return false;
  const auto is_lower = [&](std::uint32_t token) {
    return token < tokens.size() && tokens[token].kind == TokenKind::kWord && !tokens[token].capitalised;
  };
  return is_lower(name.first_token - 1) || is_lower(name.end_token);
}

// Whether a certain name of the packs ends before `token`: "Santa Ana".
bool IsKnownEnd(const ArticleNames& article, std::uint32_t token) {
  for (const EntityType type :
       {EntityType::kPlace, EntityType::kCompany, EntityType::kPerson, EntityType::kOrganization}) {
    const auto* known = article.KnownBefore(token, type);
    if (known != nullptr && !known->match.name->weak) return true;
  }
  return false;
}

// "laut FT", "the FT reported": beside a word that names who says so, but for an article.
bool IsQuoted(const ArticleNames& article, const ArticleNames::KnownName& name) {
  constexpr std::uint32_t kLongestCue = 4;
  const Document& document = article.document();
  if (document.Longest(name.end_token, SenseKind::kAttribution) != nullptr) return true;
  for (std::uint32_t token = name.first_token - std::min(name.first_token, kLongestCue); token < name.first_token;
       ++token) {
    const Hit* const cue = document.Longest(token, SenseKind::kAttribution);
    if (cue != nullptr && cue->end_token + 1 >= name.first_token) return true;
  }
  return false;
}

// "Lafayette" in "West Lafayette"
bool IsEndOfName(const ArticleNames& article, std::uint32_t token) {
  return token > 0 && article.IsCapitalised(token - 1) && !article.StartsSentence(token - 1) &&
         !article.NounsCapitalised();
}

const Entity& Country(const ArticleNames& article, const Entity& place) {
  const Entity* country = &place;
  while (const Entity* const whole = article.names().WholeOf(*country)) country = whole;
  return *country;
}

// "ケチケメート" right behind "ハンガリーの", "Kecskemét, Hungary": beside its country, or another place there.
bool IsBesideWhole(const ArticleNames& article, const ArticleNames::KnownName& name, const Entity& entity) {
  const auto holds = [&](std::uint32_t token) {
    const Mention* const mention = article.MentionOf(token);
    if (mention == nullptr || mention->type != EntityType::kPlace || !article.names().Has(*mention->entity))
      return false;
    return article.SameSentence(name.first_token, token) &&
           &Country(article, *mention->entity) == &Country(article, entity);
  };
  if (article.IsAnySign(name.end_token, ",(，（") && holds(name.end_token + 1)) return true;
  if (name.first_token == 0) return false;
  if (holds(name.first_token - 1)) return true;
  const bool joined = article.HasCueBefore(name.first_token, CueKind::kBeforePlace, CueKind::kLink) ||
                      article.IsAnySign(name.first_token - 1, "・,，");
  return joined && name.first_token >= 2 && holds(name.first_token - 2);
}

// "in Jackson last year", "在昆明建设", "昆明で": a word for where something is stands beside it.
bool IsWhere(const ArticleNames& article, const ArticleNames::KnownName& name) {
  const Document& document = article.document();
  if (document.tokens()[name.first_token].kind == TokenKind::kWord) {
    const bool goes_on = article.IsCapitalised(name.end_token) || article.IsAnySign(name.end_token, "-'’/&");
    return !goes_on && StandsApart(article, name.first_token) && !article.MayBeNoun(name.first_token) &&
           article.HasCueBefore(name.first_token, CueKind::kBeforePlace, CueKind::kBeforeTown, CueKind::kWhere);
  }
  const auto says = [](const Hit* hit, std::initializer_list<Oblique> what) {
    return hit != nullptr && std::ranges::find(what, static_cast<Oblique>(hit->sense.entry)) != what.end();
  };
  return says(document.LongestBefore(name.first_token, SenseKind::kLocative),
              {Oblique::kPlace, Oblique::kGoal, Oblique::kSeat, Oblique::kOrigin}) ||
         says(document.Longest(name.end_token, SenseKind::kLocative),
              {Oblique::kBehind, Oblique::kGoalBehind, Oblique::kSeatBehind, Oblique::kOriginBehind});
}

bool IsCountry(const Entity& entity) { return entity.type == EntityType::kPlace && entity.part_of.empty(); }

}  // namespace

bool IsLastName(const ArticleNames& article, const ArticleNames::KnownName& name) {
  // Few names stand behind one.
  const auto given = article.CueBefore(name.first_token, CueKind::kGivenName);
  if (!given || !article.SameSentence(given->first_token, name.first_token)) return false;
  const Entity& entity = article.names().entity(*name.match.name);
  if (entity.type == EntityType::kPerson || name.end_token != name.first_token + 1 || name.first_token == 0)
    return false;
  if ((IsCountry(entity) && !name.match.name->weak) || LooksLikeName(article, name.first_token)) return false;
  const std::span<const Token> tokens = article.document().tokens();
  const bool spaced = tokens[name.first_token].space_before && tokens[name.first_token].capitalised;
  return spaced && !article.IsAnySign(name.end_token, "-&") && !IsKnownEnd(article, name.first_token);
}

bool IsTold(const ArticleNames& article, const ArticleNames::KnownName& name) {
  const EntityType type = article.names().entity(*name.match.name).type;
  for (const CueKind kind : {CueKind::kRole, CueKind::kKind, CueKind::kTitle}) {
    const auto before = article.CueBefore(name.first_token, kind);
    const bool titled = kind == CueKind::kTitle && type != EntityType::kPlace;
    if (before && (before->cue->type == type || titled)) return true;
  }
  const std::uint32_t after = name.end_token + (article.IsSign(name.end_token, '-') ? 1 : 0);
  // "小米将": what firms do tells as much as a word for them.
  for (const CueKind kind : {CueKind::kRoleAfter, CueKind::kKind, CueKind::kActs}) {
    const auto cue = article.CueAt(after, kind);
    if (cue && cue->cue->type == type) return true;
  }
  return false;
}

bool IsEvident(const ArticleNames& article, const ArticleNames::KnownName& name, bool nouns_capitalised) {
  const Entity& entity = article.names().entity(*name.match.name);
  if (name.match.name->bare_number) return FollowsMaker(article, name);
  if (article.IsMentioned(&entity)) return true;
  if (article.IsMentioned(article.names().MakerOf(entity))) return true;
  const bool place = entity.type == EntityType::kPlace;
  if (place && IsEndOfName(article, name.first_token)) return false;
  const bool member = !place && entity.type != EntityType::kPerson;
  if (member && article.IsMentioned(article.names().WholeOf(entity))) return true;
  if (entity.type == EntityType::kMedia && IsQuoted(article, name)) return true;
  if (place && (IsBesideWhole(article, name, entity) || IsWhere(article, name))) return true;
  if (IsTold(article, name) || IsListedWithItsLike(article, name, entity.type)) return true;
  if (entity.type == EntityType::kCompany && IsCountedWithItsLike(article, name)) return true;
  return !nouns_capitalised && entity.type == EntityType::kCompany && IsCapitalisedForItself(article, name);
}

}  // namespace newsgraph::extract
