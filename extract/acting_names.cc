#include "extract/acting_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "extract/name_runs.h"
#include "extract/person_names.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
constexpr std::uint32_t kFullName = 2;
constexpr std::size_t kLongestAbbreviation = 5;
// UTF-8 of Greek, Cyrillic and what comes behind them begins so.
constexpr unsigned char kFirstBeyondLatin = 0xCD;
// In tokens, with its commas.
constexpr std::uint32_t kLongestAside = 12;

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

// Where the town begins, with the word before it, that stands right before `token`: "Samplix aus Gent meldet".
std::optional<std::uint32_t> HomeBefore(const ArticleNames& article, std::uint32_t token) {
  const Mention* const place = article.MentionOf(token - 1);
  if (place == nullptr || place->type != EntityType::kPlace) return std::nullopt;
  for (const CueKind kind : {CueKind::kWhere, CueKind::kBeforePlace, CueKind::kBeforeTown}) {
    if (const auto word = article.CueBefore(place->first_token, kind)) return word->first_token;
  }
  return std::nullopt;
}

// Where the aside begins whose comma stands right before `token`: "Samplix, founded in Ghent, raised".
std::optional<std::uint32_t> AsideBefore(const ArticleNames& article, std::uint32_t token) {
  if (!article.IsSign(token - 1, ',')) return std::nullopt;
  const std::uint32_t from = token - std::min(token, kLongestAside);
  for (std::uint32_t at = token - 1; at > from; --at) {
    if (article.IsSign(at - 1, ',')) return at - 1;
  }
  return std::nullopt;
}

// The name in quotation marks right before `token`: "«Образец» увеличил".
NameRun QuotedBefore(const ArticleNames& article, std::uint32_t token) {
  if (token < 3 || !article.IsAnySign(token - 1, "\"”“»")) return {};
  const NameRun run = NamesBefore(article, token - 1, kMostWords);
  const bool opened = !run.empty() && run.first > 0 && article.IsAnySign(run.first - 1, "\"“„«");
  return opened ? run : NameRun();
}

// Whether a name is in other letters than the verb behind it: "Samplix построит".
bool IsForeign(const ArticleNames& article, const NameRun& run, std::uint32_t verb) {
  const auto is_latin = [&](std::uint32_t token) {
    return static_cast<unsigned char>(article.document().Written(token).front()) < kFirstBeyondLatin;
  };
  return is_latin(run.first) && !is_latin(verb);
}

// Whether a capitalised word in the middle of a sentence is a name by that alone: where nouns have neither capitals nor
// articles.
bool IsNameByItself(const ArticleNames& article, const NameRun& run) {
  if (article.HasArticles() || article.NounsCapitalised() || article.StartsSentence(run.first)) return false;
  const Token& before = article.document().tokens()[run.first - 1];
  return before.kind == TokenKind::kWord && !before.capitalised &&
         !article.HasCueBefore(run.first, CueKind::kTitle, CueKind::kRole, CueKind::kWhere, CueKind::kBeforePlace);
}

// Behind which token the name ends that does `verb`.
std::uint32_t ActorEnd(const ArticleNames& article, std::uint32_t verb) {
  if (verb < 2) return verb;
  const std::uint32_t aside = AsideBefore(article, verb).value_or(verb);
  return aside < 2 ? aside : HomeBefore(article, aside).value_or(aside);
}

// The names that do `verb` and stand before it: one that begins a clause, or two firms ("Samplix and Testix agreed").
void AddBefore(ArticleNames& article, const ArticleNames::CueHit& verb, Mentions& found) {
  const EntityType type = verb.cue->type;
  const NameRun quoted = type == EntityType::kCompany ? QuotedBefore(article, verb.first_token) : NameRun();
  if (!quoted.empty() && Suits(article, quoted, type)) return found.push_back(Made(article, quoted, type));
  const std::uint32_t end = type == EntityType::kCompany ? ActorEnd(article, verb.first_token) : verb.first_token;
  NameRun run = NamesBefore(article, end, kMostWords);
  const std::uint32_t begin = run.first;  // with what it is: "Turkish Samplix"
  if (run.words > 1 && article.StartsSentence(begin) && article.HasCue(begin, CueKind::kDemonym)) {
    ++run.first;
    --run.words;
  }
  if (!Suits(article, run, type) || !article.SameSentence(begin, verb.first_token)) return;
  const bool town = type == EntityType::kPlace && article.NounsCapitalised();
  if (town && !article.EndsAsTown(run.end - 1)) return;
  // Where nouns have no article any may open a sentence.
  const bool noun = run.words == 1 && !article.HasArticles() && article.StartsSentence(run.first) &&
                    !LooksLikeName(article, run.first) && !IsForeign(article, run, verb.first_token);
  if (noun && type != EntityType::kPlace) return;
  // "Yesterday, in Ghent, raised": what is set apart from the verb must look like a name.
  const bool single = run.words == 1 && article.StartsSentence(run.first) && !LooksLikeName(article, run.first);
  if (end != verb.first_token && single && article.IsSign(end, ',')) return;
  const bool by_itself = type == EntityType::kCompany && end == verb.first_token && IsNameByItself(article, run);
  if (by_itself || BeginsClause(article, begin)) return found.push_back(Made(article, run, type));
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
