#include "extract/role_words.h"

#include <algorithm>
#include <span>

#include "extract/name_runs.h"

namespace newsgraph::extract {
namespace {

// "de bombas de calor"
constexpr std::uint32_t kMostWordsOfGoods = 3;

// One past "of buses" behind a role that ends before `token`: "fabricante de autobuses Muestrix".
std::uint32_t AfterGoods(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  const auto link = article.CueAt(token, CueKind::kLink);
  if (!link || article.NounsCapitalised()) return token;
  const std::uint32_t limit = std::min(article.SentenceEnd(token), link->end_token + kMostWordsOfGoods);
  std::uint32_t at = link->end_token;
  while (at < limit && tokens[at].kind == TokenKind::kWord && !tokens[at].capitalised) ++at;
  const Document& document = article.document();
  const bool goods =
      document.HasHit(link->end_token, SenseKind::kNoun) || document.HasHit(link->end_token, SenseKind::kCountedNoun);
  return goods && at > link->end_token ? at : token;
}

}  // namespace

std::uint32_t AfterRoleWords(const ArticleNames& article, const ArticleNames::CueHit& role) {
  constexpr std::uint32_t kMostBetween = 2;
  const std::uint32_t limit = article.SentenceEnd(role.first_token);
  if (role.end_token >= limit) return role.end_token;
  const bool firm = role.cue->type == EntityType::kCompany;
  std::uint32_t from = AfterDemonym(article, firm ? AfterGoods(article, role.end_token) : role.end_token);
  if (firm && from < limit) from = AfterDemonym(article, AfterGoods(article, from));
  for (std::uint32_t words = 1; words <= kMostBetween; ++words) {
    const std::uint32_t at = from + words;
    if (at >= limit || !article.MayFollowRole(at - 1)) break;
    if (article.IsCapitalised(at) || article.IsAnySign(at, "«„“")) return at;
  }
  return from;
}

}  // namespace newsgraph::extract
