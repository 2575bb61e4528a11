#include "extract/acting_names.h"

#include <cstdint>

#include "extract/name_runs.h"
#include "extract/person_names.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
constexpr std::uint32_t kFullName = 2;
constexpr std::size_t kLongestAbbreviation = 5;

// Whether a clause begins at `token`: no article and no adjective stands before it.
bool BeginsClause(const ArticleNames& article, std::uint32_t token) {
  if (article.StartsSentence(token)) return true;
  return article.IsAnySign(token - 1, ",;:–—\"“”„«»") || article.CueBefore(token, CueKind::kClause) != nullptr;
}

// Whether a word of `run` is what no single name is.
bool IsOther(const ArticleNames& article, const NameRun& run) {
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    for (const CueKind kind : {CueKind::kDemonym, CueKind::kNoActor, CueKind::kNoPlace, CueKind::kGivenName}) {
      if (article.CueAt(at, kind) != nullptr) return true;
    }
  }
  return article.MayBeNoun(run.end - 1);
}

bool Suits(const ArticleNames& article, const NameRun& run, EntityType type) {
  if (run.empty() || article.Written(run.first, run.end).size() < 3) return false;
  if (type == EntityType::kPerson) {
    if (run.words >= kFullName) return LookLikePerson(article, run);
    if (LooksLikeName(article, run.first) || article.CueAt(run.first, CueKind::kNoPerson) != nullptr) return false;
  }
  // An abbreviation may be a body as well as a firm.
  const Token& first = article.document().tokens()[run.first];
  const bool letters = run.words == 1 && first.all_capitals && first.span.size() <= kLongestAbbreviation;
  return run.words < kMostWords && !letters && !IsOther(article, run);
}

Mention Made(ArticleNames& article, const NameRun& run, EntityType type) {
  return article.Over(run.first, run.end, article.Make(type, article.Written(run.first, run.end)));
}

// The names that do `verb` and stand before it: one that begins a clause, or two firms ("Samplix and Testix agreed").
std::vector<Mention> Before(ArticleNames& article, const ArticleNames::CueHit& verb) {
  const EntityType type = verb.cue->type;
  const NameRun run = NamesBefore(article, verb.first_token, kMostWords);
  if (!Suits(article, run, type) || !article.SameSentence(run.first, verb.first_token)) return {};
  const bool town = type == EntityType::kPlace && article.NounsCapitalised();
  if (town && !article.EndsAsTown(run.end - 1)) return {};
  // Where nouns have no article any may open a sentence.
  const bool noun = run.words == 1 && !article.HasArticles() && article.StartsSentence(run.first) &&
                    !LooksLikeName(article, run.first);
  if (noun && type != EntityType::kPlace) return {};
  if (BeginsClause(article, run.first)) return {Made(article, run, type)};
  const ArticleNames::CueHit* const link = article.CueBefore(run.first, CueKind::kListLink);
  if (type != EntityType::kCompany || link == nullptr) return {};
  const NameRun other = NamesBefore(article, link->first_token, kMostWords);
  if (!Suits(article, other, type) || !BeginsClause(article, other.first)) return {};
  return {Made(article, other, type), Made(article, run, type)};
}

// The name behind `verb`, if it does not go on as another one.
std::vector<Mention> Behind(ArticleNames& article, const ArticleNames::CueHit& verb) {
  const NameRun run = NamesFrom(article, verb.end_token, kMostWords);
  if (!Suits(article, run, verb.cue->type) || article.IsAnySign(run.end, "-'’&/")) return {};
  if (article.CueAt(run.end, CueKind::kParticle) != nullptr) return {};
  return {Made(article, run, verb.cue->type)};
}

}  // namespace

std::vector<Mention> FindActing(ArticleNames& article) {
  std::vector<Mention> found;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (cue.compound_head) continue;
    std::vector<Mention> acting;
    if (cue.cue->kind == CueKind::kActs) acting = Before(article, cue);
    if (cue.cue->kind == CueKind::kActsBefore) acting = Behind(article, cue);
    found.insert(found.end(), acting.begin(), acting.end());
  }
  return found;
}

}  // namespace newsgraph::extract
