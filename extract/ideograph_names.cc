#include "extract/ideograph_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "extract/name_runs.h"

namespace newsgraph::extract {
namespace {

// How many characters names have before "县" and before "科技".
constexpr std::uint32_t kLeast = 2;
constexpr std::uint32_t kMostOfPlace = 3;
constexpr std::uint32_t kMostOfFirm = 4;
// Of a part of a foreign name.
constexpr std::uint32_t kMostOfPart = 6;

bool IsFreeIdeograph(const ArticleNames& article, std::uint32_t token, std::uint32_t other) {
  return article.document().tokens()[token].kind == TokenKind::kIdeograph && article.Free(token) &&
         article.SameSentence(token, other);
}

// Whether the characters up to `token` belong to something else.
bool BeginsAfter(const ArticleNames& article, std::uint32_t token) {
  if (article.StartsSentence(token)) return true;
  const TokenKind before = article.document().tokens()[token - 1].kind;
  if (before == TokenKind::kNumber) return false;
  if (before != TokenKind::kIdeograph || !article.Free(token - 1)) return true;
  return article.HasCueBefore(token, CueKind::kBeforePlace, CueKind::kTitle, CueKind::kRole, CueKind::kListLink);
}

bool EndsBefore(const ArticleNames& article, std::uint32_t token) {
  if (token >= article.SentenceEnd(token - 1)) return true;
  if (article.document().tokens()[token].kind != TokenKind::kIdeograph) return !article.IsAnySign(token, "·・");
  return article.HasCue(token, CueKind::kAfterPlace, CueKind::kBeforePlace, CueKind::kReporting, CueKind::kTitle,
                        CueKind::kTitleAfter, CueKind::kActs, CueKind::kListLink);
}

// Whether a word that is in no name begins among the characters, or a list knows them as something else.
bool HoldsOther(const ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t at = first; at < end; ++at) {
    if (article.HasCue(at, CueKind::kNoName, CueKind::kAfterPlace, CueKind::kNoPlace)) return true;
  }
  return false;
}

std::optional<Mention> WithHead(ArticleNames& article, const ArticleNames::CueHit& head) {
  if (!EndsBefore(article, head.end_token)) return std::nullopt;
  // "零售集团卡斯特兰": what it is, and no name.
  for (std::uint32_t first = head.first_token - std::min(head.first_token, kMostOfFirm); first < head.first_token;
       ++first) {
    const auto role = article.CueAt(first, CueKind::kRole);
    if (role && role->end_token == head.end_token) return std::nullopt;
  }
  const std::uint32_t most = head.cue->type == EntityType::kPlace ? kMostOfPlace : kMostOfFirm;
  for (std::uint32_t first = head.first_token; first > 0 && head.first_token - first < most;) {
    if (!IsFreeIdeograph(article, first - 1, head.first_token)) return std::nullopt;
    --first;
    if (head.first_token - first < kLeast || !BeginsAfter(article, first)) continue;
    if (HoldsOther(article, first, head.first_token)) return std::nullopt;
    return article.Named(head.cue->type, first, head.end_token);
  }
  return std::nullopt;
}

// Whether the characters hold a word that the packs know as anything else than a part of names.
bool HoldsWord(const ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t at = first; at < end; ++at) {
    for (const Hit& hit : article.document().HitsAt(at)) {
      if (hit.end_token - hit.first_token > 1 && hit.sense.kind != SenseKind::kEntity) return true;
    }
  }
  return false;
}

// "零售商哈特威尔5日宣布", "英国零售商哈特威尔宣布": a few characters between a role and the day when a firm did what
// it did, or, behind a country, what that is.
std::optional<Mention> BehindRole(ArticleNames& article, const ArticleNames::CueHit& role) {
  const std::uint32_t first = role.end_token;
  std::uint32_t end = first;
  while (end < article.SentenceEnd(role.first_token) && end - first <= kMostOfPart &&
         IsFreeIdeograph(article, end, first) &&
         !article.HasCue(end, CueKind::kActs, CueKind::kReporting, CueKind::kNoName))
    ++end;
  if (end - first < kLeast || end - first > kMostOfPart || end >= article.SentenceEnd(first)) return std::nullopt;
  const bool dated = article.document().tokens()[end].kind == TokenKind::kNumber &&
                     article.document().HasHit(end + 1, SenseKind::kDateWord);
  const std::uint32_t from = role.first_token - std::min(role.first_token, kMostOfPart);
  bool country = false;
  for (std::uint32_t at = from; at < role.first_token; ++at) {
    const Mention* const place = article.MentionOf(at);
    country = country || (place != nullptr && place->type == EntityType::kPlace && article.SameSentence(at, first));
  }
  const bool acts = article.HasCue(end, CueKind::kActs, CueKind::kReporting, CueKind::kNoName);
  if (!dated && !(country && acts)) return std::nullopt;
  return HoldsWord(article, first, end) ? std::nullopt : std::optional(article.Named(role.cue->type, first, end));
}

std::optional<Mention> AroundDot(ArticleNames& article, std::uint32_t dot) {
  std::uint32_t first = dot;
  do {
    if (first == 0 || dot - first == kMostOfPart || !IsFreeIdeograph(article, first - 1, dot)) return std::nullopt;
    --first;
  } while (!BeginsAfter(article, first));
  std::uint32_t end = dot + 1;
  do {
    if (end - dot > kMostOfPart || end >= article.SentenceEnd(dot) || !IsFreeIdeograph(article, end, dot))
      return std::nullopt;
    ++end;
  } while (!EndsBefore(article, end));
  if (HoldsOther(article, first, dot) || dot - first < kLeast) return std::nullopt;
  return article.Named(EntityType::kPerson, first, end);
}

}  // namespace

Mentions FindByCharacters(ArticleNames& article) {
  Mentions found(article.memory());
  if (!article.document().MayHaveEastAsian()) return found;
  for (const ArticleNames::CueHit* head : article.CuesFor(CueUse::kForm)) {
    if (head->kind != CueKind::kHead || !head->cue->behind || head->compound_head) continue;
    if (article.document().tokens()[head->first_token].kind != TokenKind::kIdeograph) continue;
    if (auto mention = WithHead(article, *head)) found.push_back(*mention);
  }
  for (const ArticleNames::CueHit* role : article.CuesFor(CueUse::kCompany)) {
    if (role->kind != CueKind::kRole || role->compound_head || role->cue->type != EntityType::kCompany) continue;
    if (article.document().tokens()[role->first_token].kind != TokenKind::kIdeograph) continue;
    if (auto mention = BehindRole(article, *role)) found.push_back(*mention);
  }
  const std::string_view text = article.document().text();
  if (text.find("·") == std::string_view::npos) return found;
  const std::span<const Token> tokens = article.document().tokens();
  for (std::uint32_t token = 1; token + 1 < tokens.size(); ++token) {
    if (tokens[token].kind != TokenKind::kSign || !article.IsAnySign(token, "·")) continue;
    if (auto person = AroundDot(article, token)) found.push_back(*person);
  }
  return found;
}

}  // namespace newsgraph::extract
