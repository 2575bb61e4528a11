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
  return article.IsAnySign(token - 1, ",;:–—\"“”„«»") || article.HasCueBefore(token, CueKind::kClause);
}

// Whether a word of `run` is what no single name is.
bool IsOther(const ArticleNames& article, const NameRun& run) {
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    if (article.HasCue(at, CueKind::kDemonym, CueKind::kNoActor, CueKind::kNoPlace, CueKind::kGivenName)) return true;
  }
  return article.MayBeNoun(run.end - 1);
}

bool Suits(const ArticleNames& article, const NameRun& run, EntityType type) {
  if (run.empty() || article.Written(run.first, run.end).size() < 3) return false;
  if (type == EntityType::kPerson) {
    if (run.words >= kFullName) return LookLikePerson(article, run);
    if (LooksLikeName(article, run.first) || article.HasCue(run.first, CueKind::kNoPerson)) return false;
  }
  // An abbreviation may be a body as well as a firm.
  const Token& first = article.document().tokens()[run.first];
  const bool letters = run.words == 1 && first.all_capitals && first.span.size() <= kLongestAbbreviation;
  return run.words < kMostWords && !letters && !IsOther(article, run);
}

Mention Made(ArticleNames& article, const NameRun& run, EntityType type) {
  return article.Named(type, run.first, run.end);
}

// The names that do `verb` and stand before it: one that begins a clause, or two firms ("Samplix and Testix agreed").
void AddBefore(ArticleNames& article, const ArticleNames::CueHit& verb, Mentions& found) {
  const EntityType type = verb.cue->type;
  const NameRun run = NamesBefore(article, verb.first_token, kMostWords);
  if (!Suits(article, run, type) || !article.SameSentence(run.first, verb.first_token)) return;
  const bool town = type == EntityType::kPlace && article.NounsCapitalised();
  if (town && !article.EndsAsTown(run.end - 1)) return;
  // Where nouns have no article any may open a sentence.
  const bool noun = run.words == 1 && !article.HasArticles() && article.StartsSentence(run.first) &&
                    !LooksLikeName(article, run.first);
  if (noun && type != EntityType::kPlace) return;
  if (BeginsClause(article, run.first)) return found.push_back(Made(article, run, type));
  const auto link = article.CueBefore(run.first, CueKind::kListLink);
  if (type != EntityType::kCompany || !link) return;
  const NameRun other = NamesBefore(article, link->first_token, kMostWords);
  if (!Suits(article, other, type) || !BeginsClause(article, other.first)) return;
  found.push_back(Made(article, other, type));
  found.push_back(Made(article, run, type));
}

// The name behind `verb`, if it does not go on as another one.
void AddBehind(ArticleNames& article, const ArticleNames::CueHit& verb, Mentions& found) {
  const NameRun run = NamesFrom(article, verb.end_token, kMostWords);
  if (!Suits(article, run, verb.cue->type) || article.IsAnySign(run.end, "-'’&/")) return;
  if (article.HasCue(run.end, CueKind::kParticle)) return;
  found.push_back(Made(article, run, verb.cue->type));
}

}  // namespace

Mentions FindActing(ArticleNames& article) {
  Mentions found(article.memory());
  for (const ArticleNames::CueHit* cue : article.CuesFor(CueUse::kActing)) {
    if (cue->kind == CueKind::kActs) AddBefore(article, *cue, found);
    if (cue->kind == CueKind::kActsBefore) AddBehind(article, *cue, found);
  }
  return found;
}

}  // namespace newsgraph::extract
