#include "extract/person_names.h"

#include <map>
#include <optional>
#include <string>

#include "extract/name_runs.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMostWords = 3;
// A family name and a given one.
constexpr std::uint32_t kFullName = 2;

Mention Person(ArticleNames& article, std::uint32_t first, std::uint32_t end) {
  return article.Over(first, end, article.Make(EntityType::kPerson, article.Written(first, end)));
}

// "CEO Lisa Su", "Präsident Müller"
std::optional<Mention> AfterTitle(ArticleNames& article, const ArticleNames::CueHit& title) {
  const NameRun run = NamesFrom(article, title.end_token, kMostWords);
  if (run.empty() || !StandsApart(article, run.first)) return std::nullopt;
  // One word that goes on as a compound ("Präsident Bush-Regierung") is none.
  if (run.words == 1 && article.IsSign(run.end, "-")) return std::nullopt;
  return Person(article, run.first, run.end);
}

// "Jensen Huang", where no title stands before
std::optional<Mention> WithGivenName(ArticleNames& article, const ArticleNames::CueHit& given) {
  const NameRun run = NamesFrom(article, given.first_token, kMostWords);
  if (run.words < kFullName) return std::nullopt;
  return Person(article, run.first, run.end);
}

// "Reva Goujon said", "said Reva Goujon"
std::optional<Mention> BesideReporting(ArticleNames& article, const ArticleNames::CueHit& verb) {
  for (const NameRun& run :
       {NamesFrom(article, verb.end_token, kMostWords), NamesBefore(article, verb.first_token, kMostWords)}) {
    if (run.words < kFullName) continue;
    bool plain = true;
    for (std::uint32_t at = run.first; at < run.end; ++at) plain = plain && !LooksLikeName(article, at);
    if (plain) return Person(article, run.first, run.end);
  }
  return std::nullopt;
}

bool IsIdeograph(const ArticleNames& article, std::uint32_t token, std::uint32_t limit) {
  return token < limit && article.document().tokens()[token].kind == TokenKind::kIdeograph &&
         article.Free(token, token + 1);
}

// Whether a name in a text without spaces may end before `token`.
bool NameEnds(const ArticleNames& article, std::uint32_t token, std::uint32_t limit) {
  return token >= limit || article.document().tokens()[token].kind == TokenKind::kSign ||
         article.CueAt(token, CueKind::kReporting) != nullptr ||
         article.CueAt(token, CueKind::kTitleAfter) != nullptr || article.CueAt(token, CueKind::kTitle) != nullptr;
}

// "执行院长李潮认为": surname and one or two more characters, with evidence on
// both sides: a title before, and after it a title, a verb or a sign.
std::optional<Mention> WithSurname(ArticleNames& article, const ArticleNames::CueHit& surname) {
  const std::uint32_t limit = article.SentenceEnd(surname.first_token);
  const bool titled = article.CueBefore(surname.first_token, CueKind::kTitle) != nullptr;
  for (std::uint32_t given = 1; given <= 2; ++given) {
    const std::uint32_t end = surname.end_token + given;
    if (!IsIdeograph(article, end - 1, limit)) return std::nullopt;
    if (!NameEnds(article, end, limit)) continue;
    const bool said = end < limit && article.document().tokens()[end].kind != TokenKind::kSign;
    if (titled || said) return Person(article, surname.first_token, end);
  }
  return std::nullopt;
}

std::optional<Mention> By(ArticleNames& article, const ArticleNames::CueHit& cue) {
  if (!cue.compound_head && cue.cue->kind == CueKind::kGivenName) return WithGivenName(article, cue);
  if (!cue.compound_head && cue.cue->kind == CueKind::kSurname) return WithSurname(article, cue);
  if (cue.cue->kind == CueKind::kTitle) return AfterTitle(article, cue);
  if (!cue.compound_head && cue.cue->kind == CueKind::kReporting) return BesideReporting(article, cue);
  return std::nullopt;
}

}  // namespace

std::vector<Mention> FindPeople(ArticleNames& article) {
  std::vector<Mention> people;
  for (const ArticleNames::CueHit& cue : article.cues()) {
    if (auto person = By(article, cue)) people.push_back(*person);
  }
  return people;
}

std::vector<Mention> FindLastNames(ArticleNames& article) {
  const Document& document = article.document();
  std::map<std::string_view, const Entity*> by_name;
  for (const Mention& mention : article.mentions()) {
    const std::uint32_t last = mention.end_token - 1;
    if (mention.entity->type != EntityType::kPerson || last == mention.first_token) continue;
    if (document.tokens()[last].kind == TokenKind::kWord) by_name.try_emplace(document.Folded(last), mention.entity);
  }
  std::vector<Mention> mentions;
  if (by_name.empty()) return mentions;
  for (std::uint32_t token = 0; token < document.tokens().size(); ++token) {
    if (!document.tokens()[token].capitalised || !article.Free(token, token + 1)) continue;
    std::string_view word = document.Folded(token);
    auto found = by_name.find(word);
    if (found == by_name.end() && word.ends_with('s')) found = by_name.find(word.substr(0, word.size() - 1));
    if (found != by_name.end()) mentions.push_back(article.Over(token, token + 1, *found->second));
  }
  return mentions;
}

}  // namespace newsgraph::extract
